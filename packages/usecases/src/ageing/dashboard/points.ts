// Points of the past: open, late and unapplied on month-ends and other past days. Kept while no fact recorded since belongs to the day,
// so that a write of today costs nothing but a probe for each day. The days that are not known are read together.
import type { CustomerId } from '@quittance/core/kernel';
import {
  type DaySums,
  type FactMark,
  hasNewFacts,
  type LedgerDay,
  readDaySums,
  readFactMark,
} from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../../context/index.ts';

/** Days of one company and currency, over some customers (null: all). */
export type PointsAsked = Readonly<{ days: readonly LedgerDay[]; among: ReadonlySet<CustomerId> | null }>;

type Kept = { mark: FactMark; readonly sums: DaySums };
type Memory = Map<string, Kept>;

/** Days kept for each database: some companies and choices of customers, with their thirteen months. */
const MOST_DAYS = 600;
const memories = new WeakMap<Context['db'], Memory>();

const isSameMark = (a: FactMark, b: FactMark): boolean =>
  (Object.keys(a) as (keyof FactMark)[]).every((kind) => a[kind] === b[kind]);

async function isGood(tx: Tx, day: LedgerDay, kept: Kept, mark: FactMark): Promise<boolean> {
  if (isSameMark(kept.mark, mark)) return true;
  if (await hasNewFacts(tx, day, kept.mark)) return false;
  kept.mark = mark;
  return true;
}

const keysOf = (context: Context, { days, among }: PointsAsked): string[] => {
  const narrowed = [context.portfolio ?? null, among && [...among]];
  const who = JSON.stringify(narrowed);
  return days.map(({ companyId, currency, on }) => [context.orgId, companyId, currency, on, who].join(' '));
};

/** What was not asked for longest goes first. */
function keep(memory: Memory, key: string, kept: Kept): void {
  memory.delete(key);
  memory.set(key, kept);
  for (const oldest of memory.keys()) if (memory.size > MOST_DAYS) memory.delete(oldest);
}

/** The sums of each day, in the order asked. */
export async function readDayPoints(tx: Tx, context: Context, asked: PointsAsked): Promise<DaySums[]> {
  const memory: Memory = memories.get(context.db) ?? new Map<string, Kept>();
  memories.set(context.db, memory);
  const mark = await readFactMark(tx);
  const keys = keysOf(context, asked);
  const found: (Kept | undefined)[] = [];
  for (const [i, day] of asked.days.entries()) {
    const known = memory.get(keys[i]!);
    found.push(known && (await isGood(tx, day, known, mark)) ? known : undefined);
  }
  const missing = asked.days.filter((_, i) => found[i] === undefined);
  const [one] = missing;
  if (!one) return found.map((kept) => kept!.sums);
  const ledger = { ...one, ...(asked.among ? { customers: [...asked.among] } : {}) };
  const read = await readDaySums(
    tx,
    ledger,
    missing.map(({ on }) => on),
  );
  const sums = found.map((kept) => kept?.sums ?? read.shift()!);
  for (const [i, key] of keys.entries()) keep(memory, key, { mark, sums: sums[i]! });
  return sums;
}
