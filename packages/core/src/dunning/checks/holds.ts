// Holds: which part of a receivable may be chased at all, and what stops the rest (R8).
import type { Cents, Day } from '../../kernel/index.ts';
import { ZERO } from '../../kernel/index.ts';
import type { CustomerFacts, HoldFact, HoldReason, ReceivableFacts } from '../facts.ts';
import type { Run } from '../ladder/run.ts';

/** What stops a receivable or a part of it. */
export type Stop = Readonly<{
  reason: HoldReason;
  /** Amount held; the open amount where all of it is. */
  cents: Cents;
  isWhole: boolean;
  /** Last day of the hold; null until lifted. */
  until: Day | null;
  note: string;
  author: string;
}>;

const STRENGTH: readonly HoldReason[] = [
  'insolvency',
  'court',
  'agency',
  'dispute',
  'plan',
  'promise',
  'payment_in_transit',
  'unmatched_payment',
  'stale_data',
  'manual',
];

type Candidate = Pick<HoldFact, 'receivableId' | 'cents' | 'untilOn' | 'note' | 'author'> & {
  readonly reason: HoldReason;
};

const STALE: Candidate = { reason: 'stale_data', receivableId: null, cents: null, untilOn: null, note: '', author: '' };

const isActive = (on: Day, hold: HoldFact): boolean =>
  hold.fromOn <= on && (hold.untilOn === null || on <= hold.untilOn);

const lasts = (hold: Candidate): string => hold.untilOn ?? '9999-12-31';

/** Strongest first; of two equally strong the one that lasts longer, then by note, so that their order of entry does not count. */
const byStrength = (a: Candidate, b: Candidate): number => {
  const strength = STRENGTH.indexOf(a.reason) - STRENGTH.indexOf(b.reason);
  if (strength !== 0) return strength;
  if (lasts(a) !== lasts(b)) return lasts(a) < lasts(b) ? 1 : -1;
  return a.note < b.note ? -1 : Number(a.note > b.note);
};

/** The holds of a customer in force on the day, strongest first; data too old is one of them. */
export function activeHolds(run: Run, customer: CustomerFacts): readonly Candidate[] {
  if (customer.holds.length === 0) return run.isStale ? [STALE] : [];
  const active: Candidate[] = customer.holds.filter((hold) => isActive(run.on, hold));
  if (run.isStale) active.push(STALE);
  return active.sort(byStrength);
}

const stopOf = (hold: Candidate, cents: Cents, isWhole: boolean): Stop => ({
  reason: hold.reason,
  cents,
  isWhole,
  until: hold.untilOn,
  note: hold.note,
  author: hold.author,
});

const PAID: Candidate = { reason: 'paid', receivableId: null, cents: null, untilOn: null, note: '', author: '' };

/**
 * What stops the receivable, or null. A customer's hold, and one without amount, stops the whole; parts add up and become a
 * whole when they reach the open amount. The reason shown is the strongest of those that stop as much.
 */
export function stopFor(holds: readonly Candidate[], r: ReceivableFacts): Stop | null {
  if (r.openCents <= 0) return stopOf(PAID, ZERO, true);
  if (holds.length === 0) return null;
  const own = holds.filter((hold) => hold.receivableId === null || hold.receivableId === r.receivableId);
  const whole = own.find((hold) => hold.receivableId === null || hold.cents === null || hold.cents >= r.openCents);
  if (whole) return stopOf(whole, r.openCents, true);
  const strongest = own[0];
  if (!strongest) return null;
  const held = Math.min(
    own.reduce((sum, hold) => sum + (hold.cents ?? 0), 0),
    r.openCents,
  ) as Cents;
  return stopOf(strongest, held, held === r.openCents);
}
