// Indicators as of a day: the ledger's facts of that day and of the days before, handed to the formulas.
import { computeKpis, type Kpis, NO_RATIO_FACTS, type SalesPeriod } from '@quittance/core/ageing';
import {
  addDays,
  addMonths,
  type Cents,
  type CompanyId,
  cents,
  type Day,
  dayOf,
  endOfMonth,
  minDay,
  monthOf,
  yearOf,
  ZERO,
} from '@quittance/core/kernel';
import {
  findFirstDay,
  findLastImportAt,
  type LedgerDay,
  listMonthSales,
  listOpenSums,
  type MonthSales,
  readBalanceCents,
  readSalesCents,
} from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';

/** The indicators, and when anything was last brought in (null = never). */
export type KpiReport = Kpis & Readonly<{ lastImportAt: Date | null }>;

/** Months of sales the count-back may use beyond the period. */
const COUNT_BACK_MONTHS = 36;

const firstOfMonth = (on: Day): Day => dayOf(yearOf(on), monthOf(on), 1);

/** Calendar months without a gap, the latest first, from the day back to the first month with sales. */
export function salesPeriods(on: Day, months: readonly MonthSales[]): SalesPeriod[] {
  const oldest = months.at(-1)?.monthOn;
  const sales = new Map(months.map((month) => [month.monthOn, month.salesCents]));
  const periods: SalesPeriod[] = [];
  for (let from = firstOfMonth(on); oldest !== undefined && from >= oldest; from = addMonths(from, -1)) {
    periods.push({ from, to: minDay(on, endOfMonth(from)), salesCents: sales.get(from) ?? ZERO });
  }
  return periods;
}

/** The balance on the evening before the period; null where the ledger does not go back that far. */
async function readOpening(tx: Tx, day: LedgerDay, days: number): Promise<Cents | null> {
  const on = addDays(day.on, -days);
  const first = await findFirstDay(tx, day);
  return first !== null && first <= on ? readBalanceCents(tx, { ...day, on }) : null;
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
    const since = minDay(addMonths(firstOfMonth(on), -COUNT_BACK_MONTHS), firstOfMonth(addDays(on, -days)));
    const kpis = computeKpis({
      ...{ on, days, currency, receivables },
      unappliedCents: cents(open - (await readBalanceCents(tx, day))),
      salesCents: await readSalesCents(tx, day, addDays(on, 1 - days)),
      salesPeriods: salesPeriods(on, await listMonthSales(tx, day, since)),
      openingOutstandingCents: await readOpening(tx, day, days),
      ratios: NO_RATIO_FACTS,
    });
    return { ...kpis, lastImportAt: await findLastImportAt(tx, companyId) };
  });
}
