// Missing rate: whether somebody should enter the rates of a half-year now.
import { addDays, type Day } from '../../../kernel/index.ts';
import { firstDayOf, type HalfYear, halfYearOf, lastDayOf } from './half-year.ts';

/** The order fixing a half-year's legal rates comes out in the fortnight before it starts (art. D313-1-A CMF; orders of 15 to 27 of June or December). */
const PUBLISHED_DAYS_BEFORE = 15;

/** A half-year without rates: since when they can be entered, and whether penalties are already counted with them. */
export type MissingRate = Readonly<{ halfYear: HalfYear; since: Day; isInForce: boolean }>;

/** The half-year of the day where its rates are unknown, else the next one once its rates are usually published; null where nothing is missing. */
export function missingRate(known: ReadonlySet<string>, on: Day): MissingRate | null {
  const current = halfYearOf(on);
  const since = (halfYear: HalfYear): Day => addDays(firstDayOf(halfYear), -PUBLISHED_DAYS_BEFORE);
  if (!known.has(current)) return { halfYear: current, since: since(current), isInForce: true };
  const next = halfYearOf(addDays(lastDayOf(current), 1));
  if (known.has(next) || on < since(next)) return null;
  return { halfYear: next, since: since(next), isInForce: false };
}
