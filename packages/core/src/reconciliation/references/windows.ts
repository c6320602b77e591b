// Windows: runs of atoms that are the key of items, and runs that only look like one.
import type { Atom } from './atoms.ts';
import type { Found } from './key-table.ts';
import { spellings } from './keys.ts';
import { type Likeness, LONGEST_KEY, type ReferenceIndex } from './reference-index.ts';

/** A run of atoms that is the key of items. */
export type Window = Readonly<{
  first: number;
  last: number;
  text: string;
  isDoubtful: boolean;
  found: readonly Found[];
}>;

const MOST_ATOMS = 10;
const WIDEST_GAP = 3;

/** Digits that nobody writes by chance are at least so many. */
export const STRONG_DIGITS = 6;

/** Too far from each other to be one number. */
export const isApart = (before: Atom, here: Atom): boolean => here.from - before.to > WIDEST_GAP;

const startsWithZero = ({ text, isDigits }: Atom): boolean => isDigits && text.length > 1 && text.startsWith('0');

/** The longest known key that begins at an atom. */
export function windowAt(atoms: readonly Atom[], first: number, index: ReferenceIndex): Window | null {
  let best = null as Window | null;
  let [raw, bare, hasZeros] = ['', '', false];
  for (let last = first; last < Math.min(atoms.length, first + MOST_ATOMS); last++) {
    const [here, before] = [atoms[last], atoms[last - 1]];
    if (!here || (last > first && before && isApart(before, here))) break;
    const [asWritten, stripped] = spellings([here]);
    raw += asWritten;
    bare += stripped;
    hasZeros ||= startsWithZero(here);
    if (raw.length > LONGEST_KEY + MOST_ATOMS) break;
    for (const text of raw === bare ? [raw] : [raw, bare]) {
      const found = index.find(text);
      // A tail is meant only where it stands alone among other characters.
      const meant = last === first ? found : found.filter(({ kind }) => kind !== 'tail');
      // Who leaves zeros out leaves them all out; some of them point to a number cut or mistyped.
      if (meant.length > 0 && !(text === bare && best?.last === last && best.text === raw))
        best = { first, last, text, found: meant, isDoubtful: text !== raw && hasZeros };
    }
  }
  return best;
}

/** How much the atoms that begin at a place look like a number of the book, letters and figures; null where they do not. */
export function likenessAt(atoms: readonly Atom[], first: number, index: ReferenceIndex): Likeness | null {
  let best: Likeness | null = null;
  if (atoms[first]?.isDigits !== false) return best;
  for (let last = first + 1; last < Math.min(atoms.length, first + MOST_ATOMS); last++) {
    const [here, before] = [atoms[last], atoms[last - 1]];
    if (!here || !before || isApart(before, here)) return best;
    const likeness = index.likeness(atoms.slice(first, last + 1));
    if (likeness === 'shape') return likeness;
    best ??= likeness;
  }
  return best;
}
