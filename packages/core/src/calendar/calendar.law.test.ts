// Laws of the calendar: what holds for every day, every calendar, every terms.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day, daysBetween } from '../kernel/index.ts';
import type { Calendar } from './calendar.ts';
import { easterSunday } from './holidays.ts';
import { instantAt, localTime } from './local-date.ts';
import { dueDate, type PaymentTerms } from './payment-terms.ts';
import { addWorkedDays, isWorkedDay, nextWorkedDay, previousWorkedDay, workedDaysBetween } from './worked-days.ts';

const START = day('2000-01-01');
const days: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(START, n));
const calendars: fc.Arbitrary<Calendar> = fc.record({
  alsaceMoselle: fc.boolean(),
  closedDays: fc.array(days, { maxLength: 5 }),
});

test('the next worked day is worked, not earlier, and itself when worked', () => {
  fc.assert(
    fc.property(days, calendars, (on, calendar) => {
      const next = nextWorkedDay(on, calendar);
      expect(isWorkedDay(next, calendar)).toBe(true);
      expect(next >= on).toBe(true);
      expect(nextWorkedDay(next, calendar)).toBe(next);
      for (let between = on; between < next; between = addDays(between, 1)) {
        expect(isWorkedDay(between, calendar)).toBe(false);
      }
      expect(previousWorkedDay(next, calendar)).toBe(next);
    }),
  );
});

test('worked days added are worked days counted, forwards and backwards', () => {
  fc.assert(
    fc.property(days, calendars, fc.integer({ min: -60, max: 60 }), (from, calendar, count) => {
      expect(workedDaysBetween(from, addWorkedDays(from, count, calendar), calendar)).toBe(count);
    }),
  );
});

test('Easter is a Sunday between 22 March and 25 April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
      const easter = easterSunday(year);
      expect(daysBetween(day('2000-01-02'), easter) % 7).toBeCloseTo(0);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
    }),
  );
});

const terms: fc.Arbitrary<PaymentTerms> = fc.record({
  from: fc.constantFrom('issue', 'receipt'),
  months: fc.integer({ min: 0, max: 3 }),
  days: fc.integer({ min: 0, max: 90 }),
  periodEnd: fc.constantFrom('none', 'month', 'ten_days'),
  daysAfter: fc.integer({ min: 0, max: 60 }),
  dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 })),
  dayOfMonthIn: fc.constantFrom('next', 'following_month'),
});

test('nothing falls due before it is issued, and a later invoice never falls due earlier', () => {
  fc.assert(
    fc.property(terms, days, fc.nat(60), (agreed, issuedOn, later) => {
      const due = dueDate(agreed, issuedOn);
      expect(due >= issuedOn).toBe(true);
      expect(dueDate(agreed, addDays(issuedOn, later)) >= due).toBe(true);
    }),
  );
});

test('an instant found for a local hour shows that hour, or the one after where clocks skip it', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 23 }), (on, hour) => {
      const shown = localTime(instantAt(on, hour, 'Europe/Paris'), 'Europe/Paris');
      expect(shown.day).toBe(on);
      expect(shown.minute).toBe(0);
      expect(shown.hour === hour || (hour === 2 && shown.hour === 3)).toBe(true);
    }),
  );
});
