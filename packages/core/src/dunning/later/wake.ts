// Wake: the next day on which planning a customer may give something else, if nothing but time passes. Spares a simulation most days.
import { type Day, day, minDay } from '../../kernel/index.ts';
import type { CustomerFacts, ReceivableFacts } from '../facts.ts';
import { lateFrom } from '../ladder/anchor.ts';
import { nextStep } from '../ladder/due-step.ts';
import type { Ladder } from '../ladder/ladder.ts';
import type { Run } from '../ladder/run.ts';
import type { CustomerPlan } from '../plan.ts';

/** No day: only a new fact can change the plan. */
export const NEVER: Day = day('9999-12-31');

/** The day of the first step to come: the next one, or the one that may replace a step held back as a repetition (R9). */
function nextStepDay(run: Run, ladder: Ladder, r: ReceivableFacts): Day {
  let next = nextStep(run, ladder, r);
  while (next && next.from <= run.on) next = nextStep(run, ladder, r, next.step.rank);
  return next?.from ?? NEVER;
}

/**
 * First day after `run.on` on which the customer's plan may differ: tomorrow after an action; else when a wait ends, a hold begins
 * or ends, a step is due, or a receivable becomes overdue. Never too late; it may be too early.
 */
export function wakeOn(run: Run, customer: CustomerFacts, plan: CustomerPlan): Day {
  const { on, days } = run;
  if (plan.actions.length > 0) return days.plus(on, 1);
  let wake = NEVER;
  for (const hold of plan.holds) {
    if (hold.rule !== 'R8' && hold.until !== null) wake = minDay(wake, hold.until);
  }
  for (const hold of customer.holds) {
    if (hold.fromOn > on) wake = minDay(wake, hold.fromOn);
    else if (hold.untilOn !== null && hold.untilOn >= on) wake = minDay(wake, days.plus(hold.untilOn, 1));
  }
  for (const r of customer.receivables) {
    if (r.openCents <= 0) continue;
    wake = minDay(wake, nextStepDay(run, run.ladderOf(customer.scenario), r));
    const late = lateFrom(r);
    if (late >= on) wake = minDay(wake, days.plus(late, 1));
  }
  return wake;
}
