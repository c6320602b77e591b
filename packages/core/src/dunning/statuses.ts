// Statuses: what a receivable is on a day, derived from facts and never stored; what stops reminders comes first.
import { addDays, type Day } from '../kernel/index.ts';
import type { HoldReason } from './facts.ts';

/** Flags a receivable may carry. */
export type ReceivableStatus =
  | 'insolvent_debtor'
  | 'in_court'
  | 'at_agency'
  | 'disputed'
  | 'on_plan'
  | 'promised'
  | 'held'
  | 'doubtful'
  | 'overdue'
  | 'due_soon'
  | 'not_due'
  | 'paid';

/** Days before the due date from which a receivable is due soon. */
const SOON_DAYS = 7;

const OF_HOLD: readonly (readonly [HoldReason, ReceivableStatus])[] = [
  ['insolvency', 'insolvent_debtor'],
  ['court', 'in_court'],
  ['agency', 'at_agency'],
  ['dispute', 'disputed'],
  ['plan', 'on_plan'],
  ['promise', 'promised'],
  ['payment_in_transit', 'held'],
  ['unmatched_payment', 'held'],
  ['manual', 'held'],
];

/** What the statuses depend on. `holdReasons` are those in force on the day. */
export type StatusFacts = Readonly<{
  openCents: number;
  dueOn: Day;
  doubtful: boolean;
  holdReasons: readonly string[];
}>;

/** Strongest first: holds by strength (R8), then doubtful, then where it stands before or after its due date. */
export function receivableStatuses(facts: StatusFacts, on: Day): ReceivableStatus[] {
  if (facts.openCents === 0) return ['paid'];
  const held = OF_HOLD.filter(([reason]) => facts.holdReasons.includes(reason)).map(([, status]) => status);
  const when = facts.dueOn < on ? 'overdue' : facts.dueOn <= addDays(on, SOON_DAYS) ? 'due_soon' : 'not_due';
  return [...new Set<ReceivableStatus>([...held, ...(facts.doubtful ? (['doubtful'] as const) : []), when])];
}
