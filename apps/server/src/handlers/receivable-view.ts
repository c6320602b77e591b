// A due term as the API shows it: where it stands, and why it is chased or not.
import type { ReceivableView } from '@quittance/contracts/api';
import { receivableStatuses } from '@quittance/core/dunning';
import { type Day, daysBetween } from '@quittance/core/kernel';
import type { TermRow } from '@quittance/db/invoices';
import { type DayPlan, whyOf } from '@quittance/usecases/reminders';

/** The view of one term on the day of a plan. */
export function receivableView(term: TermRow, plan: DayPlan): ReceivableView {
  const { on } = plan.plan;
  const holds = [...plan.facts.customers.values()].flatMap((customer) => customer.holds);
  const held = holds.filter((hold) => hold.receivableId === null || hold.receivableId === term.receivableId);
  const { doubtful: _, ...rest } = term;
  const statuses = receivableStatuses({ ...term, holdReasons: held.map((hold) => hold.reason) }, on);
  return {
    ...rest,
    daysLate: lateness(term.dueOn, on, term.openCents),
    statuses,
    why: whyOf(plan, term.receivableId),
  } as ReceivableView;
}

/** Days late; 0 when not late or paid. */
export const lateness = (dueOn: Day, on: Day, openCents: number): number =>
  openCents === 0 ? 0 : Math.max(0, daysBetween(dueOn, on));
