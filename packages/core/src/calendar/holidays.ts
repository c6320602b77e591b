// French public holidays, computed for any Gregorian year: fixed feasts and those that move with Easter.
import { addDays, type Day, dayOf, yearOf } from '../kernel/index.ts';

/**
 * Easter Sunday of a Gregorian year, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
 * Valid for every year of the Gregorian calendar (1583 and later).
 */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Codes of the holidays; the catalogues name them in French and English. */
export type HolidayCode =
  | 'new_year'
  | 'good_friday'
  | 'easter_monday'
  | 'labour_day'
  | 'victory_1945'
  | 'ascension'
  | 'whit_monday'
  | 'bastille_day'
  | 'assumption'
  | 'all_saints'
  | 'armistice_1918'
  | 'christmas'
  | 'saint_stephen';

/** One public holiday of one year. */
export type Holiday = Readonly<{ on: Day; code: HolidayCode }>;

/**
 * The public holidays of a year in order: the eleven of art. L3133-1 C. trav., and for Alsace-Moselle Good Friday and
 * 26 December (art. L3134-13 C. trav.; there Good Friday depends on a protestant temple in the town, taken as given).
 */
export function frenchHolidays(year: number, alsaceMoselle: boolean): readonly Holiday[] {
  const easter = easterSunday(year);
  const all: Holiday[] = [
    { on: dayOf(year, 1, 1), code: 'new_year' },
    { on: addDays(easter, 1), code: 'easter_monday' },
    { on: dayOf(year, 5, 1), code: 'labour_day' },
    { on: dayOf(year, 5, 8), code: 'victory_1945' },
    { on: addDays(easter, 39), code: 'ascension' },
    { on: addDays(easter, 50), code: 'whit_monday' },
    { on: dayOf(year, 7, 14), code: 'bastille_day' },
    { on: dayOf(year, 8, 15), code: 'assumption' },
    { on: dayOf(year, 11, 1), code: 'all_saints' },
    { on: dayOf(year, 11, 11), code: 'armistice_1918' },
    { on: dayOf(year, 12, 25), code: 'christmas' },
  ];
  if (alsaceMoselle) {
    all.push({ on: addDays(easter, -2), code: 'good_friday' }, { on: dayOf(year, 12, 26), code: 'saint_stephen' });
  }
  return all.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

// Remembered by year and region: the planner asks for the same few years hundreds of thousands of times.
const known = new Map<string, ReadonlySet<Day>>();

/** Whether a day is a French public holiday (art. L3133-1, and L3134-13 C. trav. for Alsace-Moselle). */
export function isHoliday(on: Day, alsaceMoselle: boolean): boolean {
  const key = `${yearOf(on)}${alsaceMoselle}`;
  let days = known.get(key);
  if (!days) {
    days = new Set(frenchHolidays(yearOf(on), alsaceMoselle).map((holiday) => holiday.on));
    known.set(key, days);
  }
  return days.has(on);
}
