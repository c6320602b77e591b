// Day book: the day arithmetic of one planning, each answer kept. A hundred thousand receivables share a few hundred due dates.
import { addWorkedDays, type Calendar, nextWorkedDay } from '../../calendar/index.ts';
import { addDays, type Day } from '../../kernel/index.ts';

/** Day arithmetic on one calendar. Same answers as the kernel and the calendar, found once each. */
export type DayBook = Readonly<{
  plus: (from: Day, days: number) => Day;
  plusWorked: (from: Day, days: number) => Day;
  /** The day itself when worked, else the next worked day (R11). */
  worked: (on: Day) => Day;
}>;

const remembered = (compute: (from: Day, days: number) => Day) => {
  const byDays = new Map<number, Map<Day, Day>>();
  return (from: Day, days: number): Day => {
    let known = byDays.get(days);
    if (!known) {
      known = new Map();
      byDays.set(days, known);
    }
    let answer = known.get(from);
    if (answer === undefined) {
      answer = compute(from, days);
      known.set(from, answer);
    }
    return answer;
  };
};

/** A new day book for one calendar; it lives as long as one planning. */
export function openDayBook(calendar: Calendar): DayBook {
  const rolled = remembered((from) => nextWorkedDay(from, calendar));
  return {
    plus: remembered(addDays),
    plusWorked: remembered((from, days) => addWorkedDays(from, days, calendar)),
    worked: (on) => rolled(on, 0),
  };
}
