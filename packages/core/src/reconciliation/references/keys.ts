// Keys of a document number: the dresses in which payers write it, strongest first.
import { type Atom, withoutZeros } from './atoms.ts';

/** How much of a number a key holds: all of it; its digits without the prefix; its last group only. */
export type KeyKind = 'full' | 'digits' | 'tail';

/** A key under which a number is found. */
export type ReferenceKey = Readonly<{ text: string; kind: KeyKind }>;

const SHORTEST_DIGITS = 3;

/** Both spellings of a run of atoms: as it stands, and with the zeros at the head of each group left out. */
export function spellings(atoms: readonly Atom[]): readonly [string, string] {
  let [joined, bare] = ['', ''];
  for (const { text, isDigits } of atoms) {
    joined += text;
    bare += isDigits ? withoutZeros(text) : text;
  }
  return [joined, bare];
}

/** The keys of a number by its atoms; one that is too short to mean anything is left out. */
export function referenceKeys(atoms: readonly Atom[]): ReferenceKey[] {
  const digits = atoms.filter(({ isDigits }) => isDigits);
  const last = digits.at(-1);
  const keys: ReferenceKey[] = [];
  const add = (text: string, kind: KeyKind) => {
    if (text !== '' && !keys.some((key) => key.text === text)) keys.push({ text, kind });
  };
  for (const text of spellings(atoms)) add(text, 'full');
  if (digits.length > 0 && digits.length < atoms.length)
    for (const text of spellings(digits)) if (text.length >= SHORTEST_DIGITS) add(text, 'digits');
  if (last && digits.length > 1)
    for (const text of spellings([last])) if (text.length >= SHORTEST_DIGITS) add(text, 'tail');
  return keys;
}
