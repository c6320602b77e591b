// Why a receivable is chased on a day, or not: the planner's own answer, looked up for one receivable.
import type { RuleCode, SilenceReason } from '@quittance/core/dunning';
import type { Day, ReceivableId } from '@quittance/core/kernel';
import type { DayPlan } from './plan-day.ts';

/** `closed` when nothing is open; an action, or the strongest hold, otherwise. */
export type ChaseWhy = Readonly<{
  outcome: 'action' | 'hold' | 'closed';
  rule: RuleCode | null;
  reason: SilenceReason | null;
  until: Day | null;
  scenario: string | null;
  step: string | null;
  channel: string | null;
  note: string;
}>;

const CLOSED: ChaseWhy = {
  outcome: 'closed',
  rule: null,
  reason: null,
  until: null,
  scenario: null,
  step: null,
  channel: null,
  note: '',
};

/** The answer for one receivable of a plan. */
export function whyOf(plan: DayPlan, receivableId: ReceivableId): ChaseWhy {
  const action = plan.plan.actions.find((each) => each.items.some((item) => item.receivableId === receivableId));
  if (action) {
    const { rule, scenario, step, channel } = action;
    return { ...CLOSED, outcome: 'action', rule, scenario, step, channel };
  }
  const hold = plan.plan.holds.find((each) => each.receivableId === receivableId);
  if (!hold) return CLOSED;
  const scenario = plan.customers.get(hold.customerId)?.scenario.code ?? null;
  return {
    ...CLOSED,
    outcome: 'hold',
    rule: hold.rule,
    reason: hold.reason,
    until: hold.until,
    scenario,
    note: hold.note,
  };
}
