// Exact combinations: which of some amounts add up to a total. Bounded, and the same answer for the same question.

/** An amount with its sign: receivables add, credit notes take away. */
export type Summand = Readonly<{ itemId: number; cents: number }>;

/** What a search found: at most two combinations (the second shows a tie), and how many it looked at. */
export type Combinations = Readonly<{ found: readonly (readonly Summand[])[]; examined: number; isComplete: boolean }>;

/** Beyond so many summands all subsets are not tried: pairs, triples, and the oldest first remain. */
const ALL_SUBSETS_UP_TO = 24;
const TRIPLES_UP_TO = 120;
const ENOUGH = 2;

/** Sums of all subsets of a few summands; a subset is its place, bit by bit. */
function subsetSums(summands: readonly Summand[]): Float64Array {
  const sums = new Float64Array(2 ** summands.length);
  summands.forEach(({ cents }, bit) => {
    const size = 1 << bit;
    for (let mask = 0; mask < size; mask++) sums[size + mask] = (sums[mask] ?? 0) + cents;
  });
  return sums;
}

const chosenBy = (summands: readonly Summand[], mask: number): Summand[] =>
  summands.filter((_, bit) => mask & (1 << bit));

/** Meet in the middle: subsets of one half against what the other half must bring. */
function allSubsets(summands: readonly Summand[], total: number): Combinations {
  const half = summands.length >> 1;
  const [low, high] = [summands.slice(0, half), summands.slice(half)];
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  subsetSums(low).forEach((sum, mask) => {
    if (!first.has(sum)) first.set(sum, mask);
    else if (!second.has(sum)) second.set(sum, mask);
  });
  const examined = 2 ** summands.length;
  const found: Summand[][] = [];
  const sums = subsetSums(high);
  for (let mask = 0; mask < sums.length; mask++) {
    const rest = total - (sums[mask] ?? 0);
    if (!first.has(rest)) continue;
    for (const other of [first.get(rest), second.get(rest)]) {
      if (other === undefined) break;
      if (other === 0 && mask === 0) continue;
      found.push([...chosenBy(low, other), ...chosenBy(high, mask)]);
      if (found.length === ENOUGH) return { found, examined, isComplete: false };
    }
  }
  return { found, examined, isComplete: true };
}

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
  let examined = 0;
  const complete = (chosen: readonly number[], rest: number): boolean => {
    examined += 1;
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
    for (let second = first + 1; second < summands.length; second++)
      if (complete([first, second], total - at(first).cents - at(second).cents))
        return { found, examined, isComplete: false };
  }
  return { found, examined: examined * summands.length, isComplete: false };
}

/** The oldest so many, taken in order: how people who pay a statement do it. */
function oldestFirst(summands: readonly Summand[], total: number): Summand[] | null {
  let sum = 0;
  for (let index = 0; index < summands.length; index++) {
    sum += summands[index]?.cents ?? 0;
    if (sum === total && index > 0) return summands.slice(0, index + 1);
  }
  return null;
}

/** Combinations of two summands or more that make the total; summands come oldest first. */
export function findCombinations(summands: readonly Summand[], total: number): Combinations {
  if (summands.length <= ALL_SUBSETS_UP_TO) {
    const all = allSubsets(summands, total);
    return { ...all, found: all.found.filter((chosen) => chosen.length > 1) };
  }
  const few = fewAtATime(summands, total);
  const oldest = oldestFirst(summands, total);
  if (oldest === null) return few;
  const same = few.found.some((chosen) => chosen.length === oldest.length);
  return { ...few, found: same ? few.found : [oldest, ...few.found].slice(0, ENOUGH) };
}
