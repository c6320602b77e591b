// Keeps the books: from a trade to one FEC for each exercise.
import type { Day } from '@quittance/core/kernel';
import type { Exercise } from '../trade/days.ts';
import type { Trade } from '../trade/trade.ts';
import type { Entry } from './entry.ts';
import { fecFileName, fecText } from './fec-text.ts';
import { letteringCodes } from './lettering.ts';
import { openExercise } from './open-exercise.ts';
import type { Pieces } from './pieces.ts';
import { writeTrade } from './write-trade.ts';
import { openingCapital, writeUpkeep } from './write-upkeep.ts';

/** A file's name and its whole text. */
export type BookFile = Readonly<{ name: string; content: string }>;

const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The FECs, oldest exercise first. Whatever is dated after today is refused by nobody: nothing is. */
export function keepBooks(
  trade: Trade,
  pieces: Pieces,
  span: Readonly<{ siren: string; exercises: readonly Exercise[]; today: Day }>,
): readonly BookFile[] {
  const { siren, exercises, today } = span;
  const sales = writeTrade(trade, pieces);
  const capital = openingCapital(exercises[0]!.from);
  const all = inOrder([capital, ...sales, ...writeUpkeep(sales, exercises, today)]);
  const codes = letteringCodes(all);
  return exercises.map(({ from, to }, index) => {
    const within = all.filter((entry) => entry.on >= from && entry.on <= to);
    const before = all.filter((entry) => entry.on < from);
    const entries = index === 0 ? within : [openExercise(before, from), ...within];
    return { name: fecFileName(siren, to), content: fecText(entries, { codes, until: to }) };
  });
}
