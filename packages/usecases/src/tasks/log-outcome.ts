// Log the outcome of a task: in one transaction, with its line of journal.
import { localDay } from '@quittance/core/calendar';
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { findTask, type TaskRow } from '@quittance/db/tasks';
import { closeTask } from '@quittance/db/tasks/write';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';

/** Which task, and what came of it. */
export type LoggedOutcome = Readonly<{ companyId: CompanyId; taskId: number; outcome: string; note: string }>;

/** Closes the task. Refuses with `not_found`, or `task_closed` where somebody was faster. */
export const logTaskOutcome = (
  context: Context,
  { companyId, taskId, outcome, note }: LoggedOutcome,
): Promise<Result<TaskRow, { code: 'not_found' | 'task_closed' }>> =>
  inOrganization(context, async (tx) => {
    const { timezone } = await getSettings(tx, companyId);
    const task = await findTask(tx, companyId, taskId);
    if (!task) return refuse({ code: 'not_found' });
    const on = localDay(context.clock.now().getTime(), timezone);
    if (!(await closeTask(tx, taskId, { outcome, note, on, by: context.actor })))
      return refuse({ code: 'task_closed' });
    const payload = { on, kind: task.kind, customerId: task.customerId, outcome, note };
    await appendEvent(tx, { kind: 'task.done', actor: context.actor, subject: 'task', subjectId: taskId, payload });
    return ok((await findTask(tx, companyId, taskId))!);
  });
