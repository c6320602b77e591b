// Plan reminders: the plan of a day for many customers, in one order whatever order they come in.
import type { Day } from '../kernel/index.ts';
import type { CompanyFacts, CustomerFacts } from './facts.ts';
import { startRun } from './ladder/run.ts';
import type { ContactRepair, Plan, PlannedAction, PlannedHold } from './plan.ts';
import { planWithin } from './plan-customer.ts';

const byRef = (a: CustomerFacts, b: CustomerFacts): number => {
  if (a.ref !== b.ref) return a.ref < b.ref ? -1 : 1;
  return a.customerId - b.customerId;
};

/**
 * The reminder plan of a day: actions, holds and contact repairs of all customers, by reference. Pure: the same facts, in any
 * order, give the same plan; planning again once the plan is done gives no action.
 */
export function planReminders(on: Day, company: CompanyFacts, customers: readonly CustomerFacts[]): Plan {
  const run = startRun(on, company);
  const actions: PlannedAction[] = [];
  const holds: PlannedHold[] = [];
  const repairs: ContactRepair[] = [];
  for (const customer of [...customers].sort(byRef)) {
    const plan = planWithin(run, customer);
    for (const action of plan.actions) actions.push(action);
    for (const hold of plan.holds) holds.push(hold);
    for (const repair of plan.repairs) repairs.push(repair);
  }
  return { on, actions, holds, repairs };
}
