// Runs: documents that follow each other, oldest first, and together make a total: how people who pay a statement do it.
import type { Summand } from './summand.ts';

const ENOUGH = 2;

/** The first runs of two summands or more that make the total, and how many there are to look at; linear in the summands. */
export function findRuns(
  summands: readonly Summand[],
  total: number,
): Readonly<{ found: readonly (readonly Summand[])[]; examined: number }> {
  const startsAt = new Map<number, number[]>([[0, [0]]]);
  const found: Summand[][] = [];
  let sum = 0;
  for (let end = 1; end <= summands.length && found.length < ENOUGH; end++) {
    sum += summands[end - 1]?.cents ?? 0;
    for (const start of startsAt.get(sum - total) ?? [])
      if (end - start > 1 && found.length < ENOUGH) found.push(summands.slice(start, end));
    const there = startsAt.get(sum);
    if (there) there.push(end);
    else startsAt.set(sum, [end]);
  }
  return { found, examined: (summands.length * summands.length) / 2 };
}
