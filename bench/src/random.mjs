// A seeded stream of numbers in [0, 1): the same benchmark works on the same data everywhere.

/** The stream of a whole-number seed. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
