// Told days: a customer lived through day by day, told in short lines; for tests. Everything planned is done the day it is planned.
import { addDays, type Day } from '../../kernel/index.ts';
import type { CompanyFacts, CustomerFacts } from '../facts.ts';
import { applyActions } from '../later/apply-plan.ts';
import type { CustomerPlan, PlannedAction } from '../plan.ts';
import { planCustomer } from '../plan-customer.ts';

/** "email firm: 1→3 2 = 200.00": channel, step, the receivables listed (those that advance with their new level), the total. */
export function told(action: PlannedAction): string {
  const items = action.items.map((i) => (i.advances ? `${i.receivableId}→${i.toRank}` : `${i.receivableId}`));
  return `${action.channel} ${action.step}: ${items.join(' ')} = ${(action.totalCents / 100).toFixed(2)}`;
}

export const toldActions = (plan: Pick<CustomerPlan, 'actions'>): readonly string[] => plan.actions.map(told);

/** "1 min_gap 2026-03-12" */
export const toldHolds = (plan: Pick<CustomerPlan, 'holds'>): readonly string[] =>
  plan.holds.map((h) => `${h.receivableId} ${h.reason}${h.until === null ? '' : ` ${h.until}`}`);

/** Every day from the first to the last on which something was done, with what; `isUp` false skips a day. */
export function live(
  company: CompanyFacts,
  customer: CustomerFacts,
  period: Readonly<{ from: Day; to: Day; isUp?: (on: Day) => boolean }>,
): Readonly<{ days: readonly string[]; customer: CustomerFacts }> {
  const days: string[] = [];
  let facts = customer;
  for (let on = period.from; on <= period.to; on = addDays(on, 1)) {
    if (period.isUp && !period.isUp(on)) continue;
    const { actions } = planCustomer(on, company, facts);
    for (const action of actions) days.push(`${on} ${told(action)}`);
    facts = applyActions(on, facts, actions);
  }
  return { days, customer: facts };
}
