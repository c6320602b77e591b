// Exact combinations: which of some amounts add up to a total. Bounded, and the same answer for the same question.
import { allSubsets } from './subsets.ts';
import type { Combinations, Summand } from './summand.ts';

/** Beyond so many summands all subsets are not tried: pairs and triples remain. */
const ALL_SUBSETS_UP_TO = 24;
const TRIPLES_UP_TO = 120;
const ENOUGH = 2;

/** How many pairs, and triples where they are tried, there are among so many. */
const looked = (count: number): number =>
  (count * count) / 2 + (count > TRIPLES_UP_TO ? 0 : (count * count * count) / 6);

/** Pairs, and triples where there are not too many. */
function fewAtATime(summands: readonly Summand[], total: number): Combinations {
  const bySum = new Map<number, number[]>();
  summands.forEach(({ cents }, index) => {
    const there = bySum.get(cents);
    if (there) there.push(index);
    else bySum.set(cents, [index]);
  });
  const found: Summand[][] = [];
  const at = (index: number): Summand => summands[index] as Summand;
  const examined = looked(summands.length);
  const complete = (chosen: readonly number[], rest: number): boolean => {
    const after = chosen.at(-1) ?? -1;
    for (const index of bySum.get(rest) ?? []) {
      if (index <= after) continue;
      found.push([...chosen, index].map(at));
      if (found.length === ENOUGH) return true;
    }
    return false;
  };
  for (let first = 0; first < summands.length; first++) {
    if (complete([first], total - at(first).cents)) return { found, examined, isComplete: false };
    if (summands.length > TRIPLES_UP_TO) continue;
    for (let second = first + 1; second < summands.length; second++) {
      const rest = total - at(first).cents - at(second).cents;
      if (bySum.has(rest) && complete([first, second], rest)) return { found, examined, isComplete: false };
    }
  }
  return { found, examined, isComplete: false };
}

/** Combinations of two summands or more that make the total; summands come oldest first. */
export function findCombinations(summands: readonly Summand[], total: number): Combinations {
  const able = withinReach(summands, total);
  if (able.length < 2) return { found: [], examined: 0, isComplete: true };
  return able.length <= ALL_SUBSETS_UP_TO ? allSubsets(able, total) : fewAtATime(able, total);
}

/** What can be part of a total at all: no more than it and all that may be taken away; nothing where all together do not reach it. */
function withinReach(summands: readonly Summand[], total: number): readonly Summand[] {
  let [added, taken] = [0, 0];
  for (const { cents } of summands) if (cents < 0) taken -= cents;
  const able = summands.filter(({ cents }) => cents <= total + taken);
  for (const { cents } of able) if (cents > 0) added += cents;
  return added < total ? [] : able;
}
