// Explain: when a step would leave, and what comes next for one receivable; for the scenario editor and the invoice page.
import type { Calendar } from '../../calendar/index.ts';
import type { Day, ReceivableId } from '../../kernel/index.ts';
import type { CompanyFacts, CustomerFacts, ReceivableFacts } from '../facts.ts';
import { anchorDay, countedDay } from '../ladder/anchor.ts';
import { openDayBook } from '../ladder/day-book.ts';
import { leavesOn, nextStep } from '../ladder/due-step.ts';
import { isNotice } from '../ladder/ladder.ts';
import { startRun } from '../ladder/run.ts';
import type { PlannedAction, PlannedHold } from '../plan.ts';
import { planWithin } from '../plan-customer.ts';
import type { Step } from '../scenario.ts';

/** When a step would leave for a receivable. */
export type StepDate = Readonly<{
  /** Day the offset is counted from. */
  anchorOn: Day;
  /** Anchor + offset. */
  countedOn: Day;
  /** The worked day it leaves; null for a notice that would leave after the due date, and so never does. */
  leavesOn: Day | null;
}>;

/**
 * The day a step would leave for a receivable if nothing held it ("partira le 12/03/2027", situation 9), its level and the
 * company's spacing left aside.
 */
export function explainStepDate(step: Step, receivable: ReceivableFacts, calendar: Calendar): StepDate {
  const days = openDayBook(calendar);
  const countedOn = countedDay(days, step, receivable);
  const leaves = days.worked(countedOn);
  const isLost = isNotice(step) && leaves > receivable.dueOn;
  return { anchorOn: anchorDay(step, receivable), countedOn, leavesOn: isLost ? null : leaves };
}

/** What the planner makes of one receivable on a day. */
export type Explanation = Readonly<{
  level: number;
  /** The step it takes next and the first worked day it may; null when its ladder is done. Spacing may make it later. */
  next: Readonly<{ step: Step; leavesOn: Day }> | null;
  /** The action that lists it on the day, if any. */
  action: PlannedAction | null;
  /** Why it, or a part of it, gets nothing. */
  holds: readonly PlannedHold[];
}>;

/** Explains one receivable of a customer; null when the customer's facts do not have it. */
export function explainReceivable(
  on: Day,
  company: CompanyFacts,
  of: Readonly<{ customer: CustomerFacts; receivableId: ReceivableId }>,
): Explanation | null {
  const { customer, receivableId } = of;
  const receivable = customer.receivables.find((r) => r.receivableId === receivableId);
  if (!receivable) return null;
  const run = startRun(on, company);
  const next = nextStep(run, run.ladderOf(customer.scenario), receivable);
  const plan = planWithin(run, customer);
  return {
    level: receivable.level,
    next: next && { step: next.step, leavesOn: leavesOn(run, next) },
    action: plan.actions.find((action) => action.items.some((item) => item.receivableId === receivableId)) ?? null,
    holds: plan.holds.filter((hold) => hold.receivableId === receivableId),
  };
}
