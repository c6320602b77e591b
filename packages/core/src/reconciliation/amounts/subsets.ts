// All subsets of a few amounts, by meeting in the middle: the sums of one half in a table, what the other half must bring looked up.
import type { Combinations, Summand } from './summand.ts';

const ENOUGH = 2;
const EMPTY = -1;

/** Sums of all subsets of a few summands; a subset is its place, bit by bit. */
function subsetSums(summands: readonly Summand[]): Float64Array {
  const sums = new Float64Array(2 ** summands.length);
  summands.forEach(({ cents }, bit) => {
    const size = 1 << bit;
    for (let mask = 0; mask < size; mask++) sums[size + mask] = (sums[mask] ?? 0) + cents;
  });
  return sums;
}

/** Where a sum stands in a table of a power of two places; sums are whole numbers. */
const placeOf = (sum: number, last: number): number => {
  const low = sum | 0;
  return (Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) >>> 9) & last;
};

/** Sums by their value: a small table without objects, in which equal sums follow each other. */
class SumTable {
  private readonly masks: Int32Array;
  private readonly sums: Float64Array;

  constructor(sums: Float64Array) {
    this.sums = sums;
    this.masks = new Int32Array(sums.length * 2).fill(EMPTY);
    const last = this.masks.length - 1;
    for (let mask = 0; mask < sums.length; mask++) {
      const sum = sums[mask] as number;
      let place = placeOf(sum, last);
      let same = 0;
      for (; this.masks[place] !== EMPTY; place = (place + 1) & last)
        if (sums[this.masks[place] as number] === sum && ++same > ENOUGH) break;
      // Equal amounts make the same sum in thousands of ways: a few of them show the tie.
      if (same <= ENOUGH) this.masks[place] = mask;
    }
  }

  /** The first few subsets that make a sum. */
  find(sum: number): number[] {
    const last = this.masks.length - 1;
    const found: number[] = [];
    for (let place = placeOf(sum, last); ; place = (place + 1) & last) {
      const mask = this.masks[place] as number;
      if (mask === EMPTY) return found;
      if (this.sums[mask] === sum) found.push(mask);
    }
  }

  /** Whether any subset makes a sum. */
  has(sum: number): boolean {
    const last = this.masks.length - 1;
    for (let place = placeOf(sum, last); ; place = (place + 1) & last) {
      const mask = this.masks[place] as number;
      if (mask === EMPTY) return false;
      if (this.sums[mask] === sum) return true;
    }
  }
}

const chosenBy = (summands: readonly Summand[], mask: number): Summand[] =>
  summands.filter((_, bit) => mask & (1 << bit));

/** Combinations of two summands or more among all subsets. */
export function allSubsets(summands: readonly Summand[], total: number): Combinations {
  const half = summands.length >> 1;
  const [low, high] = [summands.slice(0, half), summands.slice(half)];
  const table = new SumTable(subsetSums(low));
  const examined = 2 ** summands.length;
  const found: Summand[][] = [];
  const sums = subsetSums(high);
  for (let mask = 0; mask < sums.length; mask++) {
    const rest = total - (sums[mask] as number);
    if (!table.has(rest)) continue;
    for (const other of table.find(rest)) {
      const chosen = [...chosenBy(low, other), ...chosenBy(high, mask)];
      if (chosen.length < 2) continue;
      found.push(chosen);
      if (found.length === ENOUGH) return { found, examined, isComplete: false };
    }
  }
  return { found, examined, isComplete: true };
}
