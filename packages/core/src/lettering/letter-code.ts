// Lettering codes: AAA, AAB … ZZZ, then AAAA, in order, for each customer account.
const LETTERS = 26;
const SHORTEST = 3;
const FIRST = 'A'.charCodeAt(0);

/** The code at a place from 0: AAA, AAB, …, ZZZ, AAAA, … */
export function letterCode(place: number): string {
  let left = place;
  let length = SHORTEST;
  for (let size = LETTERS ** length; left >= size; size = LETTERS ** length) {
    left -= size;
    length += 1;
  }
  let code = '';
  for (let n = 0; n < length; n += 1) {
    code = String.fromCharCode(FIRST + (left % LETTERS)) + code;
    left = Math.floor(left / LETTERS);
  }
  return code;
}
