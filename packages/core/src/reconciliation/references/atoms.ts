// Atoms of a text: runs of letters or of digits, upper case, without accents, with where they stand.

/** A run of letters or of digits. */
export type Atom = Readonly<{ text: string; isDigits: boolean; from: number; to: number }>;

const LAST_ASCII = 0x7f;
const [ZERO, NINE, A, Z] = [0x30, 0x39, 0x41, 0x5a];

const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > LAST_ASCII) return false;
  return true;
};

/** Upper case without accents, one character for one. */
export const plain = (text: string): string => {
  if (isAscii(text)) return text.toUpperCase();
  let out = '';
  for (const char of text) {
    const base = char.normalize('NFD').charAt(0).toUpperCase();
    // What changes its length keeps its place by its first character.
    out += base.length === 1 ? base + ' '.repeat(char.length - 1) : ' '.repeat(char.length);
  }
  return out;
};

type Class = 'digit' | 'letter' | 'other';
const classOf = (code: number): Class => {
  if (code >= ZERO && code <= NINE) return 'digit';
  return code >= A && code <= Z ? 'letter' : 'other';
};

/** The atoms of a text in their order. */
export function atomsOf(text: string): Atom[] {
  const upper = plain(text);
  const atoms: Atom[] = [];
  let from = 0;
  let kind: Class = 'other';
  for (let at = 0; at <= upper.length; at++) {
    const here = at < upper.length ? classOf(upper.charCodeAt(at)) : 'other';
    if (here === kind) continue;
    if (kind !== 'other') atoms.push({ text: upper.slice(from, at), isDigits: kind === 'digit', from, to: at });
    [from, kind] = [at, here];
  }
  return atoms;
}

/** Digits without leading zeros; all zeros stay one. */
export const withoutZeros = (digits: string): string =>
  digits.charCodeAt(0) === ZERO ? digits.replace(/^0+(?=\d)/, '') : digits;
