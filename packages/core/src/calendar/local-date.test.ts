// Local days around both switches of 2026 in Paris (29 March 01:00Z, 25 October 01:00Z) and at the edges of a day.
import { expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { instantAt, localDay, localHour, localTime } from './local-date.ts';

const PARIS = 'Europe/Paris';
const at = (iso: string): number => Date.parse(iso);

test.each([
  ['2026-01-14T22:59:59.999Z', '2026-01-14', 23],
  ['2026-01-14T23:00:00Z', '2026-01-15', 0],
  ['2026-07-14T21:59:59Z', '2026-07-14', 23],
  ['2026-07-14T22:00:00Z', '2026-07-15', 0],
  ['2026-03-28T23:30:00Z', '2026-03-29', 0],
  ['2026-03-29T00:59:59Z', '2026-03-29', 1],
  ['2026-03-29T01:00:00Z', '2026-03-29', 3],
  ['2026-03-29T21:59:59Z', '2026-03-29', 23],
  ['2026-03-29T22:00:00Z', '2026-03-30', 0],
  ['2026-10-24T22:00:00Z', '2026-10-25', 0],
  ['2026-10-25T00:30:00Z', '2026-10-25', 2],
  ['2026-10-25T01:30:00Z', '2026-10-25', 2],
  ['2026-10-25T22:59:59Z', '2026-10-25', 23],
  ['2026-10-25T23:00:00Z', '2026-10-26', 0],
  ['2027-12-31T23:00:00Z', '2028-01-01', 0],
])('%s is %s, %i o’clock in Paris', (instant, on, hour) => {
  expect(localDay(at(instant), PARIS)).toBe(on);
  expect(localHour(at(instant), PARIS)).toBe(hour);
});

test('overseas companies live their own day', () => {
  expect(localDay(at('2026-03-31T02:00:00Z'), 'America/Martinique')).toBe('2026-03-30');
  expect(localDay(at('2026-03-31T21:00:00Z'), 'Indian/Reunion')).toBe('2026-04-01');
  expect(localTime(at('2026-03-31T09:15:00Z'), 'Pacific/Marquesas')).toEqual({
    day: '2026-03-30',
    hour: 23,
    minute: 45,
  });
});

test('an unknown zone throws', () => {
  expect(() => localDay(0, 'Europe/Nowhere')).toThrow(RangeError);
});

test.each([
  ['2026-01-15', 10, '2026-01-15T09:00:00Z'],
  ['2026-07-15', 10, '2026-07-15T08:00:00Z'],
  ['2026-03-29', 0, '2026-03-28T23:00:00Z'],
  ['2026-03-29', 10, '2026-03-29T08:00:00Z'],
  ['2026-03-29', 2, '2026-03-29T01:00:00Z'],
  ['2026-10-25', 2, '2026-10-25T00:00:00Z'],
  ['2026-10-25', 3, '2026-10-25T02:00:00Z'],
  ['2026-10-25', 10, '2026-10-25T09:00:00Z'],
])('%s at %i o’clock in Paris is %s', (on, hour, instant) => {
  expect(instantAt(day(on), hour, PARIS)).toBe(at(instant));
});
