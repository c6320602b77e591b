// Trend: the days a trend is drawn at, what changed between two of them, and how much of the whole the largest hold.
import {
  addDays,
  addMonths,
  type Cents,
  cents,
  type Day,
  dayOf,
  endOfMonth,
  minDay,
  monthOf,
  yearOf,
} from '../kernel/index.ts';
import type { SalesPeriod } from './dso.ts';
import { type Figure, percentage } from './figure.ts';

const firstOfMonth = (on: Day): Day => dayOf(yearOf(on), monthOf(on), 1);

/** The last `count` month-ends before the day, the oldest first; the day itself is none of them. */
export function monthEndsBefore(on: Day, count: number): Day[] {
  const first = firstOfMonth(on);
  return Array.from({ length: count }, (_, i) => addDays(addMonths(first, i + 1 - count), -1));
}

/** Sales of one day, VAT included. */
export type SalesOfDay = Readonly<{ issuedOn: Day; salesCents: Cents }>;

/** Calendar months without a gap, the latest first, from the day back to the first month with sales; what is dated later is left out. */
export function salesPeriods(on: Day, days: readonly SalesOfDay[]): SalesPeriod[] {
  const months = new Map<Day, number>();
  for (const { issuedOn, salesCents } of days) {
    if (issuedOn > on) continue;
    const month = firstOfMonth(issuedOn);
    months.set(month, (months.get(month) ?? 0) + salesCents);
  }
  let oldest = firstOfMonth(on);
  for (const month of months.keys()) oldest = minDay(oldest, month);
  const periods: SalesPeriod[] = [];
  for (let from = firstOfMonth(on); months.size > 0 && from >= oldest; from = addMonths(from, -1)) {
    periods.push({ from, to: minDay(on, endOfMonth(from)), salesCents: cents(months.get(from) ?? 0) });
  }
  return periods;
}

/** Sales of the `days` days up to and including the day. */
export const salesWithin = (on: Day, days: number, sales: readonly SalesOfDay[]): Cents => {
  const from = addDays(on, 1 - days);
  return cents(
    sales.reduce((sum, one) => (one.issuedOn >= from && one.issuedOn <= on ? sum + one.salesCents : sum), 0),
  );
};

/** Share of the `count` largest in the whole, in percent; credits and zeros take no part on either side. */
export function concentration(amounts: readonly Cents[], count: number): Figure {
  const owed = amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
  const whole = owed.reduce((sum, amount) => sum + amount, 0);
  const largest = owed.slice(0, count).reduce((sum, amount) => sum + amount, 0);
  return percentage(largest, whole, 'nothing_outstanding');
}
