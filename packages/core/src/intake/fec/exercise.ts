// Accounting years: which year a file of books is about, and how it stands to the books already brought in.
import { type Day, daysBetween, maxDay, minDay } from '../../kernel/index.ts';
import type { FecJournal } from '../fec-records.ts';

/** First and last entry day of a file, opening entries left aside. */
export type Exercise = Readonly<{ from: Day; to: Day }>;

/** The period of a file; that of the opening entries where there is nothing else. Null for a file without a journal. */
export function exerciseOf(journals: readonly FecJournal[]): Exercise | null {
  const ordinary = journals.filter((journal) => !journal.isOpening);
  const used = ordinary.length > 0 ? ordinary : journals;
  const first = used[0];
  if (!first) return null;
  return used.reduce(
    (period, { firstOn, lastOn }) => ({ from: minDay(period.from, firstOn), to: maxDay(period.to, lastOn) }),
    {
      from: first.firstOn,
      to: first.lastOn,
    },
  );
}

/** How known books stand to a file: `same` year (an older or newer export of it), an `earlier` year or a `later` one. */
export type ExerciseOrder = 'same' | 'earlier' | 'later';

const lengthOf = (period: Exercise): number => daysBetween(period.from, period.to) + 1;

/** Two files are about the same year when they share at least half of the shorter one's days: one stray entry does not decide. */
export function orderOfExercise(known: Exercise, file: Exercise): ExerciseOrder {
  const shared = daysBetween(maxDay(known.from, file.from), minDay(known.to, file.to)) + 1;
  if (shared * 2 >= Math.min(lengthOf(known), lengthOf(file))) return 'same';
  return known.from < file.from ? 'earlier' : 'later';
}

/** Books brought in before, as imports remember them. */
export type KnownBooks<Id> = Exercise & Readonly<{ importId: Id; hasOpenings: boolean }>;

/** Where a file stands among the books already brought in. */
export type BooksPlace<Id> =
  | Readonly<{
      ok: true;
      /** Earlier exports of the same year. */
      sameYear: readonly Id[];
      /** The file covers all that earlier exports of the year covered: what it no longer holds was withdrawn or unlettered. */
      isNewest: boolean;
    }>
  | Readonly<{ ok: false; code: 'older_exercise_after_newer'; laterFrom: Day }>;

/**
 * Places a file. An older year is refused once a later one has brought its opening entries in, since they stand for the detail the
 * older year would bring; unless that older year was already known and this is a newer export of it.
 */
export function placeBooks<Id>(file: Exercise, known: readonly KnownBooks<Id>[]): BooksPlace<Id> {
  const same = known.filter((one) => orderOfExercise(one, file) === 'same');
  const later = known.filter((one) => one.hasOpenings && orderOfExercise(one, file) === 'later');
  if (same.length === 0 && later[0]) {
    const laterFrom = later.reduce((day, one) => minDay(day, one.from), later[0].from);
    return { ok: false, code: 'older_exercise_after_newer', laterFrom };
  }
  const isNewest = same.every((one) => file.to >= one.to && file.from <= one.from);
  return { ok: true, sameYear: same.map((one) => one.importId), isNewest };
}
