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
  const keys: ReferenceKey[] = [];
  const add = (text: string, kind: KeyKind, shortest: number) => {
    if (text.length < shortest) return;
    for (const key of keys) if (key.text === text) return;
    keys.push({ text, kind });
  };
  const addBoth = (run: readonly Atom[], kind: KeyKind, shortest: number) => {
    const [joined, bare] = spellings(run);
    add(joined, kind, shortest);
    if (bare !== joined) add(bare, kind, shortest);
  };
  addBoth(atoms, 'full', 1);
  const digits = atoms.filter(({ isDigits }) => isDigits);
  if (digits.length > 0 && digits.length < atoms.length) addBoth(digits, 'digits', SHORTEST_DIGITS);
  if (digits.length > 1) addBoth(digits.slice(-1), 'tail', SHORTEST_DIGITS);
  return keys;
}
