// Trend: outstanding, late and DSO on the last twelve month-ends and on the day.
import { monthEndsBefore, type SalesOfDay } from '@quittance/core/ageing';
import { addDays, type Cents, type CustomerId, cents, type Day } from '@quittance/core/kernel';
import { type DaySums, hasHistoryAt, type LedgerDay } from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../../context/index.ts';
import { DSO_DAYS, type Indicators, indicatorsOf } from './indicators.ts';
import { readDayPoints } from './points.ts';

const MONTHS = 12;
const WEEK = 7;

/** One day of the trend. */
export type TrendPoint = Readonly<{
  on: Day;
  outstandingCents: Cents;
  overdueCents: Cents;
  overdueRatioPct: number | null;
  dsoSimpleDays: number | null;
  dsoCountbackDays: number | null;
}>;

/** What is read: the day with its indicators, those of a week before, the trend. */
export type Evolution = Readonly<{
  now: DaySums;
  indicators: Indicators;
  before: DaySums;
  indicatorsBefore: Indicators;
  trend: TrendPoint[];
}>;

const trendPoint = (on: Day, point: DaySums, indicators: Indicators): TrendPoint => ({
  on,
  outstandingCents: cents(point.openCents - point.unappliedCents),
  overdueCents: point.overdueCents,
  overdueRatioPct: indicators.overdueRatioPct,
  dsoSimpleDays: indicators.dsoSimpleDays,
  dsoCountbackDays: indicators.dsoCountbackDays,
});

const balanceOf = (point: DaySums): Cents => cents(point.openCents - point.unappliedCents);

/** Reads it; month-ends before anything was issued are left out. Effectiveness is null where the history does not reach the opening. */
export async function readEvolution(
  tx: Tx,
  context: Context,
  asked: Readonly<{ day: LedgerDay; sales: readonly SalesOfDay[]; among: ReadonlySet<CustomerId> | null }>,
): Promise<Evolution> {
  const { day, sales } = asked;
  const monthEnds = monthEndsBefore(day.on, MONTHS);
  const before = addDays(day.on, -WEEK);
  const openings = [addDays(day.on, -DSO_DAYS), addDays(before, -DSO_DAYS)];
  const all = [day.on, before, ...openings, ...monthEnds];
  const days = all.map((on) => ({ ...day, on }));
  const points = await readDayPoints(tx, context, { days, among: asked.among });
  const at = (index: number): DaySums => points[index] as DaySums;
  const opening = async (index: number) =>
    (await hasHistoryAt(tx, days[index] as LedgerDay)) ? balanceOf(at(index)) : null;
  const indicators = indicatorsOf({ on: day.on, point: at(0), sales, openingCents: await opening(2) });
  const firstSale = sales.at(-1)?.issuedOn;
  const months = monthEnds.flatMap((on, i) => {
    const point = at(i + 4);
    if ((firstSale === undefined || firstSale > on) && point.openCents === 0 && point.unappliedCents === 0) return [];
    return [trendPoint(on, point, indicatorsOf({ on, point, sales, openingCents: null }))];
  });
  return {
    now: at(0),
    indicators,
    before: at(1),
    indicatorsBefore: indicatorsOf({ on: before, point: at(1), sales, openingCents: await opening(3) }),
    trend: [...months, trendPoint(day.on, at(0), indicators)],
  };
}
