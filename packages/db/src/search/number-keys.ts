// Number keys: what a number that somebody typed may look like in the books, once its dress (separators, capitals) is off on both sides.

/** A number without separators, in capitals; the same as the database's number_key(). */
const numberKey = (typed: string): string => typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Zeros that books put before a count: 42 is also 0042, and 00042 is also 42. */
const MOST_ZEROS = 5;

/** What to look for, the likeliest first: as typed, then with fewer or more zeros before the last digits. */
export function numberKeys(typed: string): string[] {
  const key = numberKey(typed);
  const { 0: digits = '', index = typed.length } = /\d+(?=\D*$)/.exec(typed) ?? {};
  if (key === '' || digits === '') return key === '' ? [] : [key];
  const before = numberKey(typed.slice(0, index));
  const after = numberKey(typed.slice(index + digits.length));
  const count = digits.replace(/^0+(?=\d)/, '');
  const dressed = Array.from({ length: MOST_ZEROS + 1 }, (_, zeros) => `${before}${'0'.repeat(zeros)}${count}${after}`);
  return [...new Set([key, ...dressed])];
}
