// Numbers written in texts: under which keys the books are asked for settled documents, before anything is matched.
import type { Transaction } from '../facts.ts';
import { atomsOf } from './atoms.ts';
import { readCreditorReference } from './creditor-reference.ts';
import { LONGEST_KEY } from './reference-index.ts';
import { isApart } from './windows.ts';

/** Whole numbers without separators, and figures with which a number may end. */
export type NumbersWritten = Readonly<{ whole: readonly string[]; endings: readonly string[] }>;

const MOST_ATOMS = 6;
const SHORTEST_ENDING = 5;

/** Every run of letters and figures of some movements that may be a document's number. */
export function numbersWritten(
  transactions: readonly Pick<Transaction, 'text' | 'creditorReference'>[],
): NumbersWritten {
  const [whole, endings] = [new Set<string>(), new Set<string>()];
  const read = (text: string) => {
    const atoms = atomsOf(text);
    atoms.forEach((_, first) => {
      let [run, hasDigits, isDigits] = ['', false, true];
      for (let last = first; last < Math.min(atoms.length, first + MOST_ATOMS); last++) {
        const [here, before] = [atoms[last], atoms[last - 1]];
        if (!here || (last > first && before && isApart(before, here))) break;
        run += here.text;
        [hasDigits, isDigits] = [hasDigits || here.isDigits, isDigits && here.isDigits];
        if (run.length > LONGEST_KEY) break;
        if (hasDigits && run.length > 1) whole.add(run);
        if (isDigits && run.length >= SHORTEST_ENDING) endings.add(run);
      }
    });
  };
  for (const { text, creditorReference } of transactions) {
    read(text);
    if (creditorReference) read(readCreditorReference(creditorReference) ?? creditorReference);
  }
  return { whole: [...whole], endings: [...endings] };
}
