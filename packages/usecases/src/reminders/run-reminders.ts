// Run the reminders of a day: plan, record, approve what may go without a person (or all), deliver.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { lockCompany } from '@quittance/db/companies';
import { appendEvent } from '@quittance/db/journal';
import { listActions } from '@quittance/db/outbox';
import { approveActions } from '@quittance/db/outbox/write';
import { lookFirst } from '../cash/index.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { deliverDue } from '../delivery/deliver-due.ts';
import type { DeliveryPorts } from '../delivery/ports.ts';
import { planDay } from './plan-day.ts';
import { recordPlan } from './record-plan.ts';

/** `none`: only what needs no approval leaves; `all`: everything planned leaves. */
export type ApprovalMode = 'all' | 'none';

/** What a run did, as the command line prints it. */
export type RunCounts = Readonly<{
  planned: number;
  sent: number;
  awaitingApproval: number;
  cancelled: number;
  failed: number;
  tasks: number;
}>;

type Run = Readonly<{ companyId: CompanyId; on: Day; approve: ApprovalMode }>;

const planAndApprove = (context: Context, run: Run) =>
  inOrganization(context, async (tx) => {
    await lockCompany(tx, run.companyId);
    const day = await planDay(tx, run);
    const recorded = await recordPlan(tx, run.companyId, day);
    const planned = await listActions(tx, { companyId: run.companyId, states: ['planned'], upTo: run.on });
    const mayGo = planned.filter((action) => run.approve === 'all' || !action.needsApproval);
    const approved = await approveActions(
      tx,
      mayGo.map((action) => action.actionId),
      context.actor,
    );
    if (recorded.added.length + recorded.superseded.length + approved.length + recorded.repairs > 0) {
      await appendEvent(tx, {
        kind: 'reminder.planned',
        subject: 'company',
        subjectId: run.companyId,
        payload: {
          on: run.on,
          added: recorded.added.length,
          superseded: recorded.superseded.length,
          approved: approved.length,
          repairs: recorded.repairs,
          approve: run.approve,
        },
      });
    }
    return {
      planned: day.plan.actions.length,
      awaiting: planned.length - approved.length,
      superseded: recorded.superseded.length,
    };
  });

/** Plans the day and hands over what may go. Running it twice on one day does nothing the second time. */
export async function runReminders(context: Context, ports: DeliveryPorts, run: Run): Promise<RunCounts> {
  await lookFirst(context, run);
  const { planned, awaiting } = await planAndApprove(context, run);
  const delivered = await deliverDue(context, ports, run);
  return {
    planned,
    sent: delivered.sent,
    awaitingApproval: awaiting,
    cancelled: delivered.cancelled,
    failed: delivered.failed,
    tasks: delivered.tasks,
  };
}
