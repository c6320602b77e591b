// Indicators of one day from sums and sales already read: the DSO family, effectiveness, the share late, with the numbers behind them.
import {
  averageDaysDelinquent,
  bestPossibleDso,
  dsoCountback,
  dsoSimple,
  type Figure,
  type FigureReason,
  noFigure,
  percentage,
  type SalesOfDay,
  salesPeriods,
  salesWithin,
} from '@quittance/core/ageing';
import { type Cents, cents, type Day } from '@quittance/core/kernel';
import type { DaySums } from '@quittance/db/ageing';

/** Days of sales the ratio method divides by. */
export const DSO_DAYS = 90;

/** Names of the indicators a dashboard shows. */
export type IndicatorName =
  | 'dsoSimpleDays'
  | 'dsoCountbackDays'
  | 'bestPossibleDsoDays'
  | 'averageDaysDelinquent'
  | 'collectionEffectivenessPct'
  | 'overdueRatioPct';

/** The figures, the reason of each that is null, and the numbers they are made of. */
export type Indicators = Readonly<Record<IndicatorName, number | null>> &
  Readonly<{
    days: number;
    salesCents: Cents;
    currentCents: Cents;
    openingCents: Cents | null;
    notes: Readonly<Partial<Record<IndicatorName, FigureReason>>>;
  }>;

/** What the indicators of a day stand on; `openingCents` is the balance on the evening before the period, null where unknown. */
export type IndicatorFacts = Readonly<{
  on: Day;
  point: DaySums;
  sales: readonly SalesOfDay[];
  openingCents: Cents | null;
}>;

function effectiveness({ point, openingCents }: IndicatorFacts, salesCents: Cents): Figure {
  if (openingCents === null) return noFigure('opening_balance_unknown');
  const available = openingCents + salesCents;
  const outstanding = point.openCents - point.unappliedCents;
  return percentage(available - outstanding, available - (point.openCents - point.overdueCents), 'nothing_to_collect');
}

/** Computes them; formulas are those of `KPI_FORMULAS`. */
export function indicatorsOf(facts: IndicatorFacts): Indicators {
  const { on, point, sales } = facts;
  const outstandingCents = cents(point.openCents - point.unappliedCents);
  const currentCents = cents(point.openCents - point.overdueCents);
  const salesCents = salesWithin(on, DSO_DAYS, sales);
  const dso = { outstandingCents, currentCents, salesCents, days: DSO_DAYS };
  const figures: Readonly<Record<IndicatorName, Figure>> = {
    dsoSimpleDays: dsoSimple(dso),
    dsoCountbackDays: dsoCountback(outstandingCents, salesPeriods(on, sales)),
    bestPossibleDsoDays: bestPossibleDso(dso),
    averageDaysDelinquent: averageDaysDelinquent(dso),
    collectionEffectivenessPct: effectiveness(facts, salesCents),
    overdueRatioPct: percentage(point.overdueCents, point.openCents, 'nothing_outstanding'),
  };
  const entries = Object.entries(figures) as [IndicatorName, Figure][];
  return {
    ...(Object.fromEntries(entries.map(([name, { value }]) => [name, value])) as Record<IndicatorName, number | null>),
    notes: Object.fromEntries(entries.flatMap(([name, one]) => (one.value === null ? [[name, one.reason]] : []))),
    ...{ days: DSO_DAYS, salesCents, currentCents, openingCents: facts.openingCents },
  };
}
