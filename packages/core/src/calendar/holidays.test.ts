// Easter and the public holidays against published calendars; worked days around the awkward ones.
import { describe, expect, test } from 'vitest';
import { type Day, day } from '../kernel/index.ts';
import type { Calendar } from './calendar.ts';
import { easterSunday, frenchHolidays } from './holidays.ts';
import { addWorkedDays, isWorkedDay, nextWorkedDay, previousWorkedDay, workedDaysBetween } from './worked-days.ts';

const FRANCE: Calendar = { alsaceMoselle: false, closedDays: [] };
const ALSACE: Calendar = { alsaceMoselle: true, closedDays: [] };

// Published dates of Easter, extremes included: 22 March 1818 and 25 April 1943 are the earliest and the latest.
test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter of %i is on %s', (year, on) => {
  expect(easterSunday(year)).toBe(on);
});

test('France has the eleven holidays of the labour code in 2026', () => {
  expect(frenchHolidays(2026, false).map((holiday) => holiday.on)).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ]);
});

test('Alsace-Moselle adds Good Friday and 26 December', () => {
  const france = new Set<Day>(frenchHolidays(2026, false).map((holiday) => holiday.on));
  const added = frenchHolidays(2026, true).filter((holiday) => !france.has(holiday.on));
  expect(added).toEqual([
    { on: '2026-04-03', code: 'good_friday' },
    { on: '2026-12-26', code: 'saint_stephen' },
  ]);
});

test('1 May 2008 is Labour Day and Ascension at once', () => {
  const codes = frenchHolidays(2008, false).filter((holiday) => holiday.on === '2008-05-01');
  expect(codes.map((holiday) => holiday.code).sort()).toEqual(['ascension', 'labour_day']);
});

describe('worked days', () => {
  test.each<[string, Calendar, boolean]>([
    ['2026-05-01', FRANCE, false],
    ['2026-05-02', FRANCE, false],
    ['2026-05-03', FRANCE, false],
    ['2026-05-04', FRANCE, true],
    ['2026-04-03', FRANCE, true],
    ['2026-04-03', ALSACE, false],
    ['2028-12-26', FRANCE, true],
    ['2028-12-26', ALSACE, false],
    ['2026-08-10', { alsaceMoselle: false, closedDays: [day('2026-08-10')] }, false],
  ])('%s (%o) is worked: %s', (on, calendar, worked) => {
    expect(isWorkedDay(day(on), calendar)).toBe(worked);
  });

  test.each([
    ['2026-05-01', '2026-05-04'],
    ['2026-04-04', '2026-04-07'],
    ['2026-08-15', '2026-08-17'],
    ['2027-12-25', '2027-12-27'],
    ['2026-05-04', '2026-05-04'],
  ])('from %s the next worked day is %s', (from, next) => {
    expect(nextWorkedDay(day(from), FRANCE)).toBe(next);
  });

  test('going back from Easter Monday gives Thursday in Alsace and Friday elsewhere', () => {
    expect(previousWorkedDay(day('2026-04-06'), ALSACE)).toBe('2026-04-02');
    expect(previousWorkedDay(day('2026-04-06'), FRANCE)).toBe('2026-04-03');
  });

  test.each([
    ['2026-04-30', 1, '2026-05-04'],
    ['2026-05-02', 1, '2026-05-04'],
    ['2026-05-07', 2, '2026-05-12'],
    ['2026-05-04', -1, '2026-04-30'],
    ['2026-05-02', 0, '2026-05-02'],
  ])('%s and %i worked days is %s', (from, count, to) => {
    expect(addWorkedDays(day(from), count, FRANCE)).toBe(to);
  });

  test('May 2026 holds seventeen worked days: 21 weekdays less four holidays', () => {
    expect(workedDaysBetween(day('2026-04-30'), day('2026-05-31'), FRANCE)).toBe(17);
    expect(workedDaysBetween(day('2026-05-31'), day('2026-04-30'), FRANCE)).toBe(-18);
  });
});
