// Comparing what should be allocated with what is recorded: what to add, and which recorded allocations to undo.
import type { Cents } from '../kernel/index.ts';

/** A pair of items and an amount between them. */
export type PairCents = Readonly<{ credit: string; debt: string; cents: Cents }>;

/** What brings the recorded allocations to the wanted ones. A recorded one is undone whole, never edited. */
export type AllocationChange<W, R> = Readonly<{ add: readonly W[]; undo: readonly R[] }>;

const pairOf = (pair: PairCents): string => `${pair.credit}\u0000${pair.debt}`;

/**
 * Keeps a pair whose recorded amount is the wanted one; undoes and adds again where it differs; undoes what is no longer wanted.
 * `recorded` are live allocations: neither reversals nor already reversed.
 */
export function compareAllocations<W extends PairCents, R extends PairCents>(
  wanted: readonly W[],
  recorded: readonly R[],
): AllocationChange<W, R> {
  const sums = new Map<string, number>();
  for (const one of recorded) sums.set(pairOf(one), (sums.get(pairOf(one)) ?? 0) + one.cents);
  const kept = new Set(wanted.filter((one) => sums.get(pairOf(one)) === one.cents).map(pairOf));
  return {
    add: wanted.filter((one) => !kept.has(pairOf(one))),
    undo: recorded.filter((one) => !kept.has(pairOf(one))),
  };
}
