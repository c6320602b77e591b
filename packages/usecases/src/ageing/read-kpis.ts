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
import {
  findLastImportAt,
  hasHistoryAt,
  type LedgerDay,
  listDaySales,
  listOpenSums,
  readBalanceCents,
} from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';

/** The indicators, and when anything was last brought in (null = never). */
export type KpiReport = Kpis & Readonly<{ lastImportAt: Date | null }>;

/** Days of sales read at first; where the count-back needs more, everything is. */
const SALES_DAYS = 400;

const firstOfMonth = (on: Day): Day => dayOf(yearOf(on), monthOf(on), 1);
const BEFORE_ALL = dayOf(1900, 1, 1);

/** The balance on the evening before the period; null where the ledger does not go back that far. */
async function readOpening(tx: Tx, day: LedgerDay, days: number): Promise<Cents | null> {
  const opening = { ...day, on: addDays(day.on, -days) };
  return (await hasHistoryAt(tx, opening)) ? readBalanceCents(tx, opening) : null;
}

/** Sales by day, as far back as the period and the count-back need. */
async function readSales(tx: Tx, day: LedgerDay, asked: Readonly<{ days: number; outstandingCents: Cents }>) {
  const from = firstOfMonth(addDays(day.on, -Math.max(asked.days, SALES_DAYS)));
  const sales = await listDaySales(tx, day, from);
  const isEnough = dsoCountback(asked.outstandingCents, salesPeriods(day.on, sales)).value !== null;
  return isEnough ? sales : listDaySales(tx, day, BEFORE_ALL);
}

/** Reads every indicator in the company's currency, as of the evening of `on`, over the `days` days up to it. */
export function readKpis(
  context: Context,
  { companyId, on, days }: Readonly<{ companyId: CompanyId; on: Day; days: number }>,
): Promise<KpiReport> {
  return readOrganization(context, async (tx) => {
    const { currency } = await getSettings(tx, companyId);
    const day = { companyId, currency, on };
    const receivables = await listOpenSums(tx, day);
    const open = receivables.reduce((sum, one) => sum + one.openCents, 0);
    const outstandingCents = await readBalanceCents(tx, day);
    const sales = await readSales(tx, day, { days, outstandingCents });
    const kpis = computeKpis({
      ...{ on, days, currency, receivables },
      unappliedCents: cents(open - outstandingCents),
      salesCents: salesWithin(on, days, sales),
      salesPeriods: salesPeriods(on, sales),
      openingOutstandingCents: await readOpening(tx, day, days),
      ratios: NO_RATIO_FACTS,
    });
    return { ...kpis, lastImportAt: await findLastImportAt(tx, companyId) };
  });
}
