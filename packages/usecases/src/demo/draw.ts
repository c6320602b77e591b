// Draw: a seeded source of numbers (a 32-bit xorshift-multiply mixer), so that the demo is the same for everybody on the same day.

/** A stream of numbers that depends on its seed alone. */
export type Draw = Readonly<{
  /** In [0, 1). */
  next: () => number;
  /** A whole number, both bounds included. */
  between: (low: number, high: number) => number;
  /** One of a list that is not empty. */
  pick: <T>(list: readonly T[]) => T;
}>;

const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (const char of text) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return h >>> 0;
};

/** The stream of a seed: the same text always gives the same numbers. */
export function drawFrom(seed: string): Draw {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { next, between, pick: (list) => list[between(0, list.length - 1)]! };
}
