// Announced money: which part of which term it holds, and until when nobody is chased for it.
import { addWorkedDays, type Calendar } from '../calendar/index.ts';
import { type Cents, cents, type Day, type ReceivableId } from '../kernel/index.ts';

/** Last day of the hold: the day expected and the bank's delay in worked days. */
export const heldUntil = (expectedOn: Day, bankDelayWorkedDays: number, calendar: Calendar): Day =>
  addWorkedDays(expectedOn, bankDelayWorkedDays, calendar);

/** The money over the terms in the order given, each up to what is open; what is over holds nothing. */
export function spreadAnnounced(
  amount: Cents,
  terms: readonly Readonly<{ receivableId: ReceivableId; openCents: Cents }>[],
): Readonly<{ receivableId: ReceivableId; cents: Cents }>[] {
  let left: number = amount;
  return terms.flatMap(({ receivableId, openCents }) => {
    const held = Math.min(left, openCents);
    left -= held;
    return held > 0 ? [{ receivableId, cents: cents(held) }] : [];
  });
}
