// Indicators of a company as of a day, over the days before it, from plain facts. What cannot be computed is null, and `notes` says why.
import { type Cents, type Currency, cents, type Day, daysBetween } from '../kernel/index.ts';
import { daysLate } from './buckets.ts';
import { averageDaysDelinquent, bestPossibleDso, dsoCountback, dsoSimple, type SalesPeriod } from './dso.ts';
import { type Figure, type FigureReason, figure, noFigure, percentage } from './figure.ts';
import { RATIOS, type RatioFacts, type RatioName } from './ratios.ts';

/** One open receivable, or several of one customer with the same dates. */
export type KpiReceivable = Readonly<{ customerId: number; issuedOn: Day; dueOn: Day; openCents: Cents }>;

/** Everything the indicators are computed from, in one currency, VAT included. */
export type KpiFacts = Readonly<{
  on: Day;
  days: number;
  currency: Currency;
  /** Open on `on`. */
  receivables: Iterable<KpiReceivable>;
  /** Payments and credit notes not allocated on `on`; positive. */
  unappliedCents: Cents;
  /** Sales less credit notes issued in the `days` days up to `on`. */
  salesCents: Cents;
  /** Latest first, without a gap, the first one ending on `on`; go back further than `days` where history allows. */
  salesPeriods: readonly SalesPeriod[];
  /** Outstanding amount at the start of the period (the evening of `on` − `days`), or null where unknown. */
  openingOutstandingCents: Cents | null;
  ratios: RatioFacts;
}>;

type Sums = Readonly<{
  openCents: Cents;
  overdueCents: Cents;
  customers: number;
  overdueCustomers: number;
  ageDays: number;
  lateDays: number;
}>;

function sumReceivables(receivables: Iterable<KpiReceivable>, on: Day): Sums {
  const customers = new Set<number>();
  const overdueCustomers = new Set<number>();
  let open = 0;
  let overdue = 0;
  let age = 0;
  let lateness = 0;
  for (const { customerId, issuedOn, dueOn, openCents } of receivables) {
    if (openCents === 0) continue;
    const late = daysLate(dueOn, on);
    customers.add(customerId);
    open += openCents;
    age += (openCents / 100) * daysBetween(issuedOn, on);
    if (late === 0) continue;
    overdueCustomers.add(customerId);
    overdue += openCents;
    lateness += (openCents / 100) * late;
  }
  return {
    openCents: cents(open),
    overdueCents: cents(overdue),
    customers: customers.size,
    overdueCustomers: overdueCustomers.size,
    ageDays: open > 0 ? age / (open / 100) : 0,
    lateDays: overdue > 0 ? lateness / (overdue / 100) : 0,
  };
}

/** Names of the figures that may be null. */
export type KpiFigureName =
  | 'dsoSimpleDays'
  | 'dsoCountbackDays'
  | 'bestPossibleDsoDays'
  | 'averageDaysDelinquent'
  | 'collectionEffectivenessPct'
  | 'overdueRatioPct'
  | 'weightedAgeDays'
  | 'weightedLateDays'
  | RatioName;

/** The indicators: a figure is a number with one decimal, or null with its reason in `notes`. */
export type Kpis = Readonly<Record<KpiFigureName, number | null>> &
  Readonly<{
    on: Day;
    days: number;
    currency: Currency;
    /** Open receivables less unapplied credits: the total of the aged balance. */
    outstandingCents: Cents;
    overdueCents: Cents;
    unappliedCents: Cents;
    customers: number;
    overdueCustomers: number;
    notes: Readonly<Partial<Record<KpiFigureName, FigureReason>>>;
  }>;

/**
 * Collection effectiveness index: (opening + sales − closing total) ÷ (opening + sales − closing not overdue) × 100.
 * 100 % = everything that could be collected was.
 */
function collectionEffectiveness(facts: KpiFacts, outstanding: Cents, current: Cents): Figure {
  if (facts.openingOutstandingCents === null) return noFigure('opening_balance_unknown');
  const available = facts.openingOutstandingCents + facts.salesCents;
  return percentage(available - outstanding, available - current, 'nothing_to_collect');
}

function figuresOf(facts: KpiFacts, sums: Sums): Readonly<Record<KpiFigureName, Figure>> {
  const outstanding = cents(sums.openCents - facts.unappliedCents);
  const current = cents(sums.openCents - sums.overdueCents);
  const dso = { outstandingCents: outstanding, currentCents: current, salesCents: facts.salesCents, days: facts.days };
  const dsoSimpleDays = dsoSimple(dso);
  const known = {
    ...facts.ratios,
    openCents: sums.openCents,
    salesCents: facts.salesCents,
    dsoDays: dsoSimpleDays.value,
  };
  const ratios = Object.entries(RATIOS).map(([name, ratio]) => [name, ratio(known)]);
  return {
    dsoSimpleDays,
    dsoCountbackDays: dsoCountback(outstanding, facts.salesPeriods),
    bestPossibleDsoDays: bestPossibleDso(dso),
    averageDaysDelinquent: averageDaysDelinquent(dso),
    collectionEffectivenessPct: collectionEffectiveness(facts, outstanding, current),
    overdueRatioPct: percentage(sums.overdueCents, sums.openCents, 'nothing_outstanding'),
    weightedAgeDays: sums.openCents > 0 ? figure(sums.ageDays) : noFigure('nothing_outstanding'),
    weightedLateDays: sums.overdueCents > 0 ? figure(sums.lateDays) : noFigure('nothing_overdue'),
    ...(Object.fromEntries(ratios) as Record<RatioName, Figure>),
  };
}

/** Computes every indicator from the facts of one day; formulas are in `KPI_FORMULAS`. */
export function computeKpis(facts: KpiFacts): Kpis {
  const sums = sumReceivables(facts.receivables, facts.on);
  const figures = Object.entries(figuresOf(facts, sums));
  const reasons = figures.flatMap(([name, found]) => (found.value === null ? [[name, found.reason]] : []));
  return {
    on: facts.on,
    days: facts.days,
    currency: facts.currency,
    outstandingCents: cents(sums.openCents - facts.unappliedCents),
    overdueCents: sums.overdueCents,
    unappliedCents: facts.unappliedCents,
    customers: sums.customers,
    overdueCustomers: sums.overdueCustomers,
    ...(Object.fromEntries(figures.map(([name, found]) => [name, found.value])) as Record<
      KpiFigureName,
      number | null
    >),
    notes: Object.fromEntries(reasons),
  };
}
