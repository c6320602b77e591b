// Points of the past: what every customer owed on month-ends and other past days. Kept while no fact recorded since belongs to the day,
// so that a write of today costs nothing but a probe for each day.
import { type Cents, type CustomerId, cents } from '@quittance/core/kernel';
import {
  type CustomerPoint,
  type FactMark,
  hasNewFacts,
  type LedgerDay,
  listCustomerPoints,
  readFactMark,
} from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../../context/index.ts';

/** Sums of a day over some customers. */
export type DayPoint = Readonly<{ openCents: Cents; overdueCents: Cents; unappliedCents: Cents; customers: number }>;

type Kept = { mark: FactMark; readonly points: readonly CustomerPoint[] };

/** Days kept for each database: some companies with their thirteen months. */
const MOST_DAYS = 120;
const memories = new WeakMap<Context['db'], Map<string, Kept>>();

const isSameMark = (a: FactMark, b: FactMark): boolean =>
  (Object.keys(a) as (keyof FactMark)[]).every((kind) => a[kind] === b[kind]);

async function isGood(tx: Tx, day: LedgerDay, kept: Kept, mark: FactMark): Promise<boolean> {
  if (isSameMark(kept.mark, mark)) return true;
  if (await hasNewFacts(tx, day, kept.mark)) return false;
  kept.mark = mark;
  return true;
}

async function pointsOf(tx: Tx, context: Context, day: LedgerDay, mark: FactMark): Promise<readonly CustomerPoint[]> {
  const memory = memories.get(context.db) ?? new Map<string, Kept>();
  memories.set(context.db, memory);
  const narrowed = context.portfolio ? JSON.stringify(context.portfolio) : '';
  const key = [context.orgId, day.companyId, day.currency, day.on, narrowed].join(' ');
  const known = memory.get(key);
  const kept =
    known && (await isGood(tx, day, known, mark)) ? known : { mark, points: await listCustomerPoints(tx, day) };
  memory.delete(key);
  memory.set(key, kept);
  for (const oldest of memory.keys()) if (memory.size > MOST_DAYS) memory.delete(oldest);
  return kept.points;
}

function sumPoints(points: readonly CustomerPoint[], among: ReadonlySet<CustomerId> | null): DayPoint {
  let open = 0;
  let overdue = 0;
  let unapplied = 0;
  let customers = 0;
  for (const point of points) {
    if (among !== null && !among.has(point.customerId)) continue;
    open += point.openCents;
    overdue += point.overdueCents;
    unapplied += point.unappliedCents;
    customers += 1;
  }
  return { openCents: cents(open), overdueCents: cents(overdue), unappliedCents: cents(unapplied), customers };
}

/** The sums of each day, over these customers (null: all), in the order asked. */
export async function readDayPoints(
  tx: Tx,
  context: Context,
  asked: Readonly<{ days: readonly LedgerDay[]; among: ReadonlySet<CustomerId> | null }>,
): Promise<DayPoint[]> {
  const mark = await readFactMark(tx);
  const points: DayPoint[] = [];
  for (const day of asked.days) points.push(sumPoints(await pointsOf(tx, context, day, mark), asked.among));
  return points;
}
