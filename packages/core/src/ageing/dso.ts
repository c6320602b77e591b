// The DSO family: how many days of sales the receivables are worth. Receivables and sales both VAT included.
import { type Cents, type Day, daysBetween } from '../kernel/index.ts';
import { type Figure, figure, noFigure } from './figure.ts';

/** Sales less credit notes, VAT included, issued from a day to a day, both included: usually a calendar month. */
export type SalesPeriod = Readonly<{ from: Day; to: Day; salesCents: Cents }>;

/** What the DSO family is computed from. */
export type DsoFacts = Readonly<{
  /** Open receivables less unapplied credits, VAT included, before any allowance. */
  outstandingCents: Cents;
  /** The part of open receivables that is not overdue. */
  currentCents: Cents;
  /** Sales of the last `days` days, VAT included. */
  salesCents: Cents;
  days: number;
}>;

const worthInDays = (amount: Cents, facts: DsoFacts): Figure =>
  facts.salesCents > 0 ? figure((amount / facts.salesCents) * facts.days) : noFigure('no_sales');

/** Simple DSO: outstanding ÷ sales of the period × days of the period. */
export const dsoSimple = (facts: DsoFacts): Figure => worthInDays(facts.outstandingCents, facts);

/** Best possible DSO: receivables not overdue ÷ sales × days. What the DSO would be if everybody paid on time. */
export const bestPossibleDso = (facts: DsoFacts): Figure => worthInDays(facts.currentCents, facts);

/** Average days delinquent: simple DSO − best possible DSO. The days owed to lateness alone. */
export const averageDaysDelinquent = (facts: DsoFacts): Figure =>
  facts.salesCents > 0
    ? figure(((facts.outstandingCents - facts.currentCents) / facts.salesCents) * facts.days)
    : noFigure('no_sales');

/**
 * Count-back DSO (épuisement, the method AFDCC prefers: seasons do not disturb it): take the most recent period's sales off the
 * outstanding amount and count its days, then the period before; the last one counts in proportion to what remains.
 * `periods` come latest first, without a gap. Null when the history is used up before the outstanding amount.
 */
export function dsoCountback(outstandingCents: Cents, periods: readonly SalesPeriod[]): Figure {
  let left = outstandingCents as number;
  let counted = 0;
  for (const { from, to, salesCents } of periods) {
    if (left <= 0) break;
    const days = daysBetween(from, to) + 1;
    if (salesCents >= left) return figure(counted + (left / salesCents) * days);
    left -= salesCents;
    counted += days;
  }
  return left <= 0 ? figure(counted) : noFigure(periods.length === 0 ? 'no_sales' : 'sales_history_too_short');
}
