// The dashboard: how collection is doing on a day, for everybody or a part of the customers, from one consistent picture.
import {
  type AgedAmounts,
  bucketsOf,
  concentration,
  dsoCountback,
  lateCents,
  salesPeriods,
  sumAged,
} from '@quittance/core/ageing';
import {
  addDays,
  addMonths,
  type Cents,
  type CompanyId,
  type Currency,
  cents,
  type Day,
  dayOf,
} from '@quittance/core/kernel';
import {
  type CustomerFilter,
  type DaySales,
  type FilterChoices,
  type Freshness,
  isEverybody,
  type LedgerDay,
  listDaySales,
  listFilteredIds,
  readFreshness,
  readWaiting,
  type Waiting,
} from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { linesWithin, type PictureLine, readChoices, readPicture } from './aged-picture.ts';
import { bucketsFor } from './bounds.ts';
import { rememberByMark } from './by-mark.ts';
import { type Activity, readActivity } from './dashboard/activity.ts';
import { type Risk, readRisks } from './dashboard/risks.ts';
import { type Evolution, readEvolution } from './dashboard/trend.ts';

/** Month-ends the trend goes back, and months of sales that a DSO of the oldest may need at first. */
const SALES_MONTHS = 25;
const BEFORE_ALL = dayOf(1900, 1, 1);
const WEEK = 7;
const LARGEST = [1, 5, 10] as const;

/** What is asked; the filter left out is everybody. */
export type DashboardRequest = Readonly<{ companyId: CompanyId; on: Day; filter: CustomerFilter }>;

/** Everything the screen shows. */
export type Dashboard = Evolution &
  Readonly<{
    on: Day;
    weekBeforeOn: Day;
    currency: Currency;
    buckets: readonly string[];
    bounds: readonly number[];
    /** The aged balance of the customers found. */
    totals: AgedAmounts;
    customers: number;
    overdueCustomers: number;
    /** Late for seven days at most: what became late since the week before and is still open. */
    newlyLateCents: Cents;
    activity: Activity;
    risks: readonly Risk[];
    concentration: readonly Readonly<{ count: number; pct: number | null }>[];
    freshness: Freshness;
    waiting: Waiting;
    choices: FilterChoices;
  }>;

const rememberSales = rememberByMark<readonly DaySales[]>(60);
const rememberActivity = rememberByMark<Activity>(60);

/** Sales by day as far back as the trend and the count-back need. */
function readSales(
  tx: Tx,
  context: Context,
  of: Readonly<{ day: LedgerDay; filter: CustomerFilter; outstandingCents: Cents }>,
) {
  const { day, filter, outstandingCents } = of;
  return rememberSales(tx, context, JSON.stringify([day, filter]), async () => {
    const sales = await listDaySales(tx, { ...day, filter }, addMonths(day.on, -SALES_MONTHS));
    const isEnough = dsoCountback(outstandingCents, salesPeriods(day.on, sales)).value !== null;
    return isEnough ? sales : listDaySales(tx, { ...day, filter }, BEFORE_ALL);
  });
}

const newlyLate = async (tx: Tx, context: Context, asked: Readonly<{ day: LedgerDay; filter: CustomerFilter }>) => {
  const cut = bucketsOf([WEEK]);
  if (!cut.ok) return cents(0);
  const lines = linesWithin(await readPicture(tx, context, { ...asked.day, buckets: cut.value }), asked.filter);
  const key = cut.value[1]?.key ?? '';
  return cents(lines.reduce((sum, line) => sum + (line.cents[key] ?? 0), 0));
};

const shares = (lines: readonly PictureLine[]) => {
  const amounts = lines.map((line) => line.totalCents);
  return LARGEST.map((count) => ({ count, pct: concentration(amounts, count).value }));
};

/** Reads the dashboard. What costs is kept until a fact is recorded, months of the past until one of theirs is. */
export function readDashboard(context: Context, asked: DashboardRequest): Promise<Dashboard> {
  const { companyId, on, filter } = asked;
  return readOrganization(context, async (tx) => {
    const { currency, policy } = await getSettings(tx, companyId);
    const day = { companyId, currency, on };
    const buckets = bucketsFor(policy.ageingBounds);
    const keys = buckets.map(({ key }) => key);
    const lines = linesWithin(await readPicture(tx, context, { ...day, buckets }), filter);
    const totals = sumAged(lines, keys);
    const sales = await readSales(tx, context, { day, filter, outstandingCents: totals.totalCents });
    const among = isEverybody(filter) ? null : new Set(await listFilteredIds(tx, companyId, filter));
    const question = JSON.stringify([day, filter]);
    return {
      ...(await readEvolution(tx, context, { day, sales, among })),
      ...{ on, weekBeforeOn: addDays(on, -WEEK), currency, buckets: keys, bounds: policy.ageingBounds, totals },
      customers: lines.length,
      overdueCustomers: lines.filter((line) => lateCents(line, keys) > 0).length,
      newlyLateCents: await newlyLate(tx, context, { day, filter }),
      activity: await rememberActivity(tx, context, question, () => readActivity(tx, day, filter)),
      risks: await readRisks(tx, day, { lines, keys }),
      concentration: shares(lines),
      freshness: await readFreshness(tx, companyId),
      waiting: await readWaiting(tx, companyId, filter),
      choices: await readChoices(tx, context, companyId),
    };
  });
}
