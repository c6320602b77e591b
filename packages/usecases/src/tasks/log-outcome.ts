// Log the outcome of a task: in one transaction, with its line of journal, and with what it settles about a message nobody was sure of.
import { localDay } from '@quittance/core/calendar';
import { type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { confirmActions, insertLevels, requeueActions } from '@quittance/db/outbox/write';
import { findTask, type TaskRow } from '@quittance/db/tasks';
import { closeTask } from '@quittance/db/tasks/write';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { type FollowUp, followUp } from './follow-up.ts';

/** Which task, and what came of it. */
export type LoggedOutcome = Readonly<{
  companyId: CompanyId;
  taskId: number;
  outcome: string;
  note: string;
  /** A promise, a dispute, another call: done in the same transaction. */
  followUp?: FollowUp | undefined;
}>;

/** Thrown to undo the transaction: what was agreed is about something of others. */
class NotTheirs extends Error {}

/** An uncertain message that arrived is done; one that did not leaves again, checked once more before. */
async function settleDelivery(
  tx: Tx,
  context: Context,
  { actionId, outcome, on }: Readonly<{ actionId: TaskRow['actionId']; outcome: string; on: Day }>,
): Promise<void> {
  if (actionId === null) return;
  if (outcome === 'not_arrived') await requeueActions(tx, [actionId], context.clock.now());
  if (outcome !== 'arrived') return;
  for (const confirmed of await confirmActions(tx, [actionId]))
    await insertLevels(tx, confirmed, { on, actor: context.actor });
}

/** Closes the task, and follows up on what was agreed. Refuses with `not_found`, or `task_closed` where somebody was faster. */
export const logTaskOutcome = (
  context: Context,
  logged: LoggedOutcome,
): Promise<Result<TaskRow, { code: 'not_found' | 'task_closed' }>> =>
  closeWith(context, logged).catch((error: unknown) => {
    if (error instanceof NotTheirs) return refuse({ code: 'not_found' });
    throw error;
  });

const closeWith = (
  context: Context,
  { companyId, taskId, outcome, note, followUp: what }: LoggedOutcome,
): Promise<Result<TaskRow, { code: 'not_found' | 'task_closed' }>> =>
  inOrganization(context, async (tx) => {
    const { timezone } = await getSettings(tx, companyId);
    const task = await findTask(tx, companyId, taskId);
    if (!task) return refuse({ code: 'not_found' });
    const on = localDay(context.clock.now().getTime(), timezone);
    if (!(await closeTask(tx, taskId, { outcome, note, on, by: context.actor })))
      return refuse({ code: 'task_closed' });
    if (task.kind === 'check_delivery') await settleDelivery(tx, context, { actionId: task.actionId, outcome, on });
    const followed = what ? await followUp(tx, { companyId, on, note, by: context.actor }, { task, what }) : undefined;
    if (followed === null) throw new NotTheirs();
    const { customerId, actionId } = task;
    const payload = {
      on,
      kind: task.kind,
      customerId,
      actionId,
      outcome,
      note,
      ...(what ? { followUp: what, ...followed } : {}),
    };
    await appendEvent(tx, { kind: 'task.done', actor: context.actor, subject: 'task', subjectId: taskId, payload });
    return ok((await findTask(tx, companyId, taskId))!);
  });
