// Carry level: where an item under way stands once its ladder has changed. What was done stays done: nothing is sent twice (R3).
import type { Step } from '../scenario.ts';

/**
 * The level in the new ladder of an item at `level` in the old one: the highest place of a step it has passed and the new ladder
 * still has, by code; 0 where none is left. A step put before that place is taken as passed, one removed does not count.
 */
export function carryLevel(before: readonly Step[], after: readonly Step[], level: number): number {
  const places = new Map(after.map((step) => [step.code, step.rank]));
  return before
    .filter((step) => step.rank <= level)
    .reduce((highest, step) => Math.max(highest, places.get(step.code) ?? 0), 0);
}

/** The new level for each old one that changes, `[old, new]`; empty where every step kept its place. */
export const carriedLevels = (
  before: readonly Step[],
  after: readonly Step[],
): readonly (readonly [number, number])[] =>
  before
    .map((step): readonly [number, number] => [step.rank, carryLevel(before, after, step.rank)])
    .filter(([old, carried]) => old !== carried);
