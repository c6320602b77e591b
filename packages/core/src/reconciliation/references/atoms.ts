// Atoms of a text: runs of letters or of digits, upper case, without accents, with where they stand.

/** A run of letters or of digits. */
export type Atom = Readonly<{ text: string; isDigits: boolean; from: number; to: number }>;

const ATOM = /[0-9]+|[A-Z]+/g;

/** Upper case without accents, one character for one. */
export const plain = (text: string): string => {
  let out = '';
  for (const char of text) {
    const base = char.normalize('NFD').charAt(0).toUpperCase();
    // What changes its length keeps its place by its first character.
    out += base.length === 1 ? base + ' '.repeat(char.length - 1) : ' '.repeat(char.length);
  }
  return out;
};

/** The atoms of a text in their order. */
export const atomsOf = (text: string): Atom[] =>
  [...plain(text).matchAll(ATOM)].map((found) => ({
    text: found[0],
    isDigits: /^[0-9]/.test(found[0]),
    from: found.index,
    to: found.index + found[0].length,
  }));

/** Digits without leading zeros; all zeros stay one. */
export const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');
