// Worked days: what a company's calendar lets happen, and counting in days that are worked (rule R11: roll forward).
import { addDays, type Day, weekday } from '../kernel/index.ts';
import type { Calendar } from './calendar.ts';
import { isHoliday } from './holidays.ts';

const SATURDAY = 6;

type KnownDay = Readonly<{ isWorked: boolean; next: Day; previous: Day }>;

// Every planned date walks over the same few hundred days: each is worked out once for each region.
const known: Readonly<Record<'france' | 'alsaceMoselle', Map<Day, KnownDay>>> = {
  france: new Map(),
  alsaceMoselle: new Map(),
};

function knownDay(on: Day, alsaceMoselle: boolean): KnownDay {
  const days = alsaceMoselle ? known.alsaceMoselle : known.france;
  let found = days.get(on);
  if (!found) {
    const isWorked = weekday(on) < SATURDAY && !isHoliday(on, alsaceMoselle);
    found = { isWorked, next: addDays(on, 1), previous: addDays(on, -1) };
    days.set(on, found);
  }
  return found;
}

/** Monday to Friday, not a public holiday (art. L3133-1 C. trav.), not a day the company closes. */
export const isWorkedDay = (on: Day, calendar: Calendar): boolean =>
  knownDay(on, calendar.alsaceMoselle).isWorked && !calendar.closedDays.includes(on);

const neighbour = (on: Day, step: 1 | -1, calendar: Calendar): Day => {
  const { next, previous } = knownDay(on, calendar.alsaceMoselle);
  return step === 1 ? next : previous;
};

/** The day itself when it is worked, else the first worked day after it. */
export function nextWorkedDay(on: Day, calendar: Calendar): Day {
  let at = on;
  while (!isWorkedDay(at, calendar)) at = neighbour(at, 1, calendar);
  return at;
}

/** The day itself when it is worked, else the last worked day before it. */
export function previousWorkedDay(on: Day, calendar: Calendar): Day {
  let at = on;
  while (!isWorkedDay(at, calendar)) at = neighbour(at, -1, calendar);
  return at;
}

/**
 * The `count`-th worked day after `from` (before it when negative). `from` is never counted, worked or not;
 * 0 gives `from` unchanged. Friday + 1 is Monday, and so is Saturday + 1.
 */
export function addWorkedDays(from: Day, count: number, calendar: Calendar): Day {
  const step = count < 0 ? -1 : 1;
  let at = from;
  for (let left = Math.abs(count); left > 0; ) {
    at = neighbour(at, step, calendar);
    if (isWorkedDay(at, calendar)) left -= 1;
  }
  return at;
}

/** Worked days after `from` up to and including `to`; when `to` is earlier, minus those from `to` up to before `from`. */
export function workedDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let at = from; at !== to; ) {
    at = neighbour(at, step, calendar);
    if (isWorkedDay(at, calendar)) count += step;
  }
  return count;
}
