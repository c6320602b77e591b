// Traits of a movement: by what the same movement is recognised in another file of its account.
import type { Cents, Day } from '../../kernel/index.ts';

/** What two tellings of one movement have in common. */
export type MovementTraits = Readonly<{
  bookedOn: Day;
  cents: Cents;
  bankReference: string | null;
  label: string;
  counterpartyName: string | null;
  endToEndId: string | null;
  creditorReference: string | null;
}>;

const SEPARATOR = '\u001f';
const MARKS = /\p{M}+/gu;
const DRESS = /[^\p{L}\p{N}]+/gu;

/** A text without accents, case, blanks and punctuation. */
const plain = (text: string): string => text.normalize('NFKD').replace(MARKS, '').toUpperCase();

/** Words of what is free, so that two tellings can be compared. */
export const wordsOf = ({ label, counterpartyName }: MovementTraits): ReadonlySet<string> =>
  new Set(
    plain(`${label} ${counterpartyName ?? ''}`)
      .split(DRESS)
      .filter((word) => word.length > 2),
  );

/** The key of a movement within its account, up to identical movements: day, amount, the bank's reference, the text without its dress. */
export const movementKey = ({ bookedOn, cents, bankReference, label, counterpartyName }: MovementTraits): string =>
  [bookedOn, cents, bankReference ?? '', plain(label || (counterpartyName ?? '')).replace(DRESS, '')].join(SEPARATOR);

const textOf = ({ label }: MovementTraits): string => plain(label).replace(DRESS, '');

/** Whether one is the other with its text cut short, as the last movement of a file that stops in its middle. */
export function isCutShort(a: MovementTraits, b: MovementTraits): boolean {
  const [one, other] = [textOf(a), textOf(b)];
  return a.bankReference === b.bankReference && (one.startsWith(other) || other.startsWith(one));
}

const same = (a: string | null, b: string | null): number => (a !== null && a === b ? 1 : 0);

/** Letters from which on a word cut short is still that word. */
const CUT_SHORT = 4;

const isSameWord = (a: string, b: string): boolean =>
  a === b || (a.length >= CUT_SHORT && b.startsWith(a)) || (b.length >= CUT_SHORT && a.startsWith(b));

/** How much two tellings of one day and amount look alike: a shared reference counts for more than any word, whole or cut short. */
export function likeness(a: MovementTraits, b: MovementTraits): number {
  const references =
    same(a.bankReference, b.bankReference) +
    same(a.endToEndId, b.endToEndId) +
    same(a.creditorReference, b.creditorReference);
  const words = [...wordsOf(a)];
  let shared = 0;
  for (const word of wordsOf(b)) if (words.some((other) => isSameWord(word, other))) shared += 1;
  return references * 100 + shared;
}
