// Indicators as of a day: the ledger's facts of that day and of the days before, handed to the formulas.
import {
  computeKpis,
  dsoCountback,
  type Kpis,
  NO_RATIO_FACTS,
  salesPeriods,
  salesWithin,
} from '@quittance/core/ageing';
import { addDays, type Cents, type CompanyId, cents, type Day, dayOf, monthOf, yearOf } from '@quittance/core/kernel';
import { findLastImportAt, hasHistoryAt, type LedgerDay, listDaySales, listOpenSums } from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { rememberByMark } from './by-mark.ts';
import { readDayPoints } from './dashboard/points.ts';

/** The indicators, and when anything was last brought in (null = never). */
export type KpiReport = Kpis & Readonly<{ lastImportAt: Date | null }>;

/** Days of sales read at first; where the count-back needs more, everything is. */
const SALES_DAYS = 400;

const firstOfMonth = (on: Day): Day => dayOf(yearOf(on), monthOf(on), 1);
const BEFORE_ALL = dayOf(1900, 1, 1);

const rememberKpis = rememberByMark<Kpis>(60);

/** The balances of the day and of the evening before the period; the latter null where the ledger does not go back that far. */
async function readBalances(tx: Tx, context: Context, asked: Readonly<{ day: LedgerDay; days: number }>) {
  const { day, days } = asked;
  const opening = { ...day, on: addDays(day.on, -days) };
  const points = await readDayPoints(tx, context, { days: [day, opening], among: null });
  const [now, then] = points.map(({ openCents, unappliedCents }) => cents(openCents - unappliedCents));
  const known = await hasHistoryAt(tx, opening);
  return { outstandingCents: now ?? cents(0), openingOutstandingCents: known ? (then ?? null) : null };
}

/** Sales by day, as far back as the period and the count-back need. */
async function readSales(tx: Tx, day: LedgerDay, asked: Readonly<{ days: number; outstandingCents: Cents }>) {
  const from = firstOfMonth(addDays(day.on, -Math.max(asked.days, SALES_DAYS)));
  const sales = await listDaySales(tx, day, from);
  const isEnough = dsoCountback(asked.outstandingCents, salesPeriods(day.on, sales)).value !== null;
  return isEnough ? sales : listDaySales(tx, day, BEFORE_ALL);
}

async function compute(tx: Tx, context: Context, asked: Readonly<{ day: LedgerDay; days: number }>): Promise<Kpis> {
  const { day, days } = asked;
  const receivables = await listOpenSums(tx, day);
  const open = receivables.reduce((sum, one) => sum + one.openCents, 0);
  const { outstandingCents, openingOutstandingCents } = await readBalances(tx, context, asked);
  const sales = await readSales(tx, day, { days, outstandingCents });
  return computeKpis({
    ...{ on: day.on, days, currency: day.currency, receivables },
    unappliedCents: cents(open - outstandingCents),
    salesCents: salesWithin(day.on, days, sales),
    salesPeriods: salesPeriods(day.on, sales),
    openingOutstandingCents,
    ratios: NO_RATIO_FACTS,
  });
}

/** Reads every indicator in the company's currency, as of the evening of `on`, over the `days` days up to it; kept until a fact is recorded. */
export function readKpis(
  context: Context,
  { companyId, on, days }: Readonly<{ companyId: CompanyId; on: Day; days: number }>,
): Promise<KpiReport> {
  return readOrganization(context, async (tx) => {
    const { currency } = await getSettings(tx, companyId);
    const asked = { day: { companyId, currency, on }, days };
    const kpis = await rememberKpis(tx, context, JSON.stringify(asked), () => compute(tx, context, asked));
    return { ...kpis, lastImportAt: await findLastImportAt(tx, companyId) };
  });
}
