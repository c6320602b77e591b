// Days of the demo: its exercises relative to today, and the working days on which people issue and pay.
import { type Calendar, nextWorkedDay, previousWorkedDay } from '@quittance/core/calendar';
import { addDays, addMonths, type Day, dayOf, monthOf, yearOf } from '@quittance/core/kernel';

/** The calendar of the invented company: no local holidays, no closing. */
export const DEMO_CALENDAR: Calendar = { alsaceMoselle: false, closedDays: [] };

/** An accounting year, both days included. */
export type Exercise = Readonly<{ from: Day; to: Day }>;

// The running exercise always has ten whole months behind it, so that what the stories need falls inside it.
const MONTHS_RUN = 10;
const MONTHS_OF_YEAR = 12;
const YEARS = 3;

/** The first day of the month. */
export const startOfMonth = (on: Day): Day => dayOf(yearOf(on), monthOf(on), 1);

/** The three exercises, oldest first; today lies in the eleventh month of the last. */
export function exercisesOf(today: Day): readonly Exercise[] {
  const current = addMonths(startOfMonth(today), -MONTHS_RUN);
  return Array.from({ length: YEARS }, (_, index) => {
    const from = addMonths(current, (index - YEARS + 1) * MONTHS_OF_YEAR);
    return { from, to: addDays(addMonths(from, MONTHS_OF_YEAR), -1) };
  });
}

/** Whether two days lie in the same exercise. */
export const isSameExercise = (a: Day, b: Day, exercises: readonly Exercise[]): boolean =>
  exercises.some(({ from, to }) => a >= from && a <= to && b >= from && b <= to);

/** The day or the worked day before it. */
export const workedBefore = (on: Day): Day => previousWorkedDay(on, DEMO_CALENDAR);

/** The day or the worked day after it. */
export const workedAfter = (on: Day): Day => nextWorkedDay(on, DEMO_CALENDAR);
