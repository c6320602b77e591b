// Exact combinations: which of some amounts add up to a total. Bounded, and the same answer for the same question.

/** An amount with its sign: receivables add, credit notes take away. */
export type Summand = Readonly<{ itemId: number; cents: number }>;

/** What a search found: at most two combinations (the second shows a tie), and how many it looked at. */
export type Combinations = Readonly<{ found: readonly (readonly Summand[])[]; examined: number; isComplete: boolean }>;

/** Beyond so many summands all subsets are not tried: pairs, triples, and the oldest first remain. */
const ALL_SUBSETS_UP_TO = 24;
const TRIPLES_UP_TO = 120;
const ENOUGH = 2;

type Half = Readonly<{ sum: number; mask: number }>;

/** Sums of all subsets of a few summands. */
const subsets = (summands: readonly Summand[]): Half[] => {
  let all: Half[] = [{ sum: 0, mask: 0 }];
  summands.forEach(({ cents }, bit) => {
    all = all.concat(all.map(({ sum, mask }) => ({ sum: sum + cents, mask: mask | (1 << bit) })));
  });
  return all;
};

/** Meet in the middle: subsets of one half against what the other half must bring. */
function allSubsets(summands: readonly Summand[], total: number): Combinations {
  const half = summands.length >> 1;
  const [low, high] = [summands.slice(0, half), summands.slice(half)];
  const bySum = new Map<number, Half[]>();
  for (const part of subsets(low)) {
    const there = bySum.get(part.sum);
    if (!there) bySum.set(part.sum, [part]);
    else if (there.length < ENOUGH) there.push(part);
  }
  const found: Summand[][] = [];
  for (const part of subsets(high)) {
    for (const other of bySum.get(total - part.sum) ?? []) {
      if (other.mask === 0 && part.mask === 0) continue;
      found.push([
        ...low.filter((_, bit) => other.mask & (1 << bit)),
        ...high.filter((_, bit) => part.mask & (1 << bit)),
      ]);
      if (found.length === ENOUGH) return { found, examined: 2 ** summands.length, isComplete: false };
    }
  }
  return { found, examined: 2 ** summands.length, isComplete: true };
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
