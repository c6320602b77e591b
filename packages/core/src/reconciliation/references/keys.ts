// Keys of a document number: the dresses in which payers write it, strongest first.
import { type Atom, atomsOf, withoutZeros } from './atoms.ts';

/** How much of a number a key holds: all of it; its digits without the prefix; its last group only. */
export type KeyKind = 'full' | 'digits' | 'tail';

/** A key under which a number is found. */
export type ReferenceKey = Readonly<{ text: string; kind: KeyKind }>;

const SHORTEST_DIGITS = 3;

const joined = (atoms: readonly Atom[]): string => atoms.map(({ text }) => text).join('');
const bare = (atoms: readonly Atom[]): string =>
  atoms.map(({ text, isDigits }) => (isDigits ? withoutZeros(text) : text)).join('');

/** Both spellings of a run of atoms: as it stands, and with the zeros at the head of each group left out. */
export const spellings = (atoms: readonly Atom[]): readonly [string, string] => [joined(atoms), bare(atoms)];

/** The keys of a number; one that is too short to mean anything is left out. */
export function referenceKeys(number: string): ReferenceKey[] {
  const atoms = atomsOf(number);
  const digits = atoms.filter(({ isDigits }) => isDigits);
  const last = digits.at(-1);
  const keys = new Map<string, KeyKind>();
  const add = (text: string, kind: KeyKind) => {
    if (text !== '' && !keys.has(text)) keys.set(text, kind);
  };
  for (const text of spellings(atoms)) add(text, 'full');
  if (digits.length > 0 && digits.length < atoms.length)
    for (const text of spellings(digits)) if (text.length >= SHORTEST_DIGITS) add(text, 'digits');
  if (last && digits.length > 1)
    for (const text of spellings([last])) if (text.length >= SHORTEST_DIGITS) add(text, 'tail');
  return [...keys].map(([text, kind]) => ({ text, kind }));
}
