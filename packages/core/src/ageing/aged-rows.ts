// Aged rows: lines of the aged balance with what of them is held, added up by whatever groups them: a segment, an owner, everything.
import { type Cents, cents } from '../kernel/index.ts';

type ByBucket = Readonly<Record<string, Cents>>;

/** Amounts of a line by bucket: owed, contested, otherwise on hold. total = Σ owed − unapplied. */
export type AgedAmounts = Readonly<{
  cents: ByBucket;
  disputed: ByBucket;
  held: ByBucket;
  unappliedCents: Cents;
  totalCents: Cents;
}>;

/** A group with what its lines add up to; `key` null gathers those that have none. */
export type AgedGroup = AgedAmounts & Readonly<{ key: string | null; customers: number }>;

type Kind = 'cents' | 'disputed' | 'held';
const KINDS: readonly Kind[] = ['cents', 'disputed', 'held'];

const sumOver = (lines: readonly AgedAmounts[], kind: Kind, key: string): Cents => {
  let sum = 0;
  for (const line of lines) sum += line[kind][key] ?? 0;
  return cents(sum);
};

/** Adds lines up, bucket by bucket. */
export function sumAged(lines: readonly AgedAmounts[], keys: readonly string[]): AgedAmounts {
  const [owed, disputed, held] = KINDS.map((kind) =>
    Object.fromEntries(keys.map((key) => [key, sumOver(lines, kind, key)])),
  ) as [ByBucket, ByBucket, ByBucket];
  let unapplied = 0;
  let total = 0;
  for (const line of lines) {
    unapplied += line.unappliedCents;
    total += line.totalCents;
  }
  return { cents: owed, disputed, held, unappliedCents: cents(unapplied), totalCents: cents(total) };
}

/** One row for each group, in the order groups were first met. Σ groups = Σ lines. */
export function groupAged<L extends AgedAmounts>(
  lines: readonly L[],
  keys: readonly string[],
  groupOf: (line: L) => string | null,
): AgedGroup[] {
  const groups = new Map<string | null, L[]>();
  for (const line of lines) {
    const key = groupOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups].map(([key, group]) => ({ key, customers: group.length, ...sumAged(group, keys) }));
}

/** Σ of the late buckets of one kind: every bucket but the first. */
export const lateCents = (line: AgedAmounts, keys: readonly string[], kind: Kind = 'cents'): Cents =>
  cents(keys.slice(1).reduce((sum, key) => sum + (line[kind][key] ?? 0), 0));

/** Σ over all buckets of one kind. */
export const allCents = (line: AgedAmounts, keys: readonly string[], kind: Kind = 'cents'): Cents =>
  cents(keys.reduce((sum, key) => sum + (line[kind][key] ?? 0), 0));
