// Replay steps: on each day of the past, the planner's own actions that the stories tell of leave, with some of the crowd's.
import { addDays, type Day } from '@quittance/core/kernel';
import { readOrganization } from '../../context/index.ts';
import { deliverDue } from '../../delivery/index.ts';
import { approveReminders, type DayPlan, keyOf, planDay } from '../../reminders/index.ts';
import type { PastStep } from '../people/demo-customer.ts';
import { contextOn, type Stage } from './moment.ts';

const ONE_IN = 3;
// A step told for a Friday leaves on the Monday where the planner had it fall on the Saturday between.
const LATE_BY_DAYS = 4;

/** Chased to the end of the ladder in the past; of the others of the crowd only notices left. */
const isChased = (ref: string): boolean => Number(ref.replace(/\D/g, '')) % ONE_IN === 0;

const isAbout = (on: Day, told: Day): boolean => told <= on && on <= addDays(told, LATE_BY_DAYS);

type Action = DayPlan['plan']['actions'][number];

const isTold = (action: Action, steps: readonly PastStep[]): boolean =>
  action.items
    .filter((item) => item.advances)
    .every((item) => steps.some((step) => step.invoiceNumber === item.invoiceNumber && step.rank === item.toRank));

/** What left on a day: all a story's steps of that day tell, or what the crowd was due. */
function chosen({ portfolio }: Stage, { plan, customers }: DayPlan): string[] {
  const stories = new Set(portfolio.story.map((story) => story.customerRef));
  return plan.actions
    .filter((action) => {
      const ref = customers.get(action.customerId)!.ref;
      if (!stories.has(ref)) return action.rank === 1 || isChased(ref);
      const steps = portfolio.pastSteps.filter((step) => step.customerRef === ref && isAbout(plan.on, step.on));
      return steps.length > 0 && isTold(action, steps);
    })
    .map(keyOf);
}

/** One day: planned, approved by a colleague, delivered to the test outbox. */
export async function replayDay(stage: Stage, on: Day): Promise<void> {
  const { companyId } = stage;
  const context = contextOn(stage, on);
  const keys = chosen(stage, await readOrganization(context, (tx) => planDay(tx, { companyId, on })));
  if (keys.length === 0) return;
  await approveReminders(context, { companyId, on, keys });
  await deliverDue(context, stage.ports.delivery, { companyId, on });
}
