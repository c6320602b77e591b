// Due dates: both computations of the end of month, short months, ten-day periods, and the cases of a peer's own tests.
import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { CASH, dueDate, endOfTenDays, netDays, type PaymentTerms } from './payment-terms.ts';

const A: PaymentTerms = { ...CASH, days: 45, periodEnd: 'month' };
const B: PaymentTerms = { ...CASH, periodEnd: 'month', daysAfter: 45 };

describe('45 days end of month, both computations', () => {
  test.each([
    ['2026-01-15', '2026-03-31', '2026-03-17'],
    ['2026-01-31', '2026-03-31', '2026-03-17'],
    ['2026-02-13', '2026-03-31', '2026-04-14'],
    ['2026-02-14', '2026-03-31', '2026-04-14'],
    ['2026-02-15', '2026-04-30', '2026-04-14'],
    ['2028-02-14', '2028-03-31', '2028-04-14'],
    ['2026-11-16', '2026-12-31', '2027-01-14'],
    ['2026-11-17', '2027-01-31', '2027-01-14'],
  ])('issued %s: A %s, B %s', (issuedOn, a, b) => {
    expect(dueDate(A, day(issuedOn))).toBe(a);
    expect(dueDate(B, day(issuedOn))).toBe(b);
  });
});

// Restated facts from the tests of another receivables product: end of month + 45 days, and 31 days then the next 15th.
test.each([
  ['2019-01-01', '2019-03-17', '2019-02-15'],
  ['2019-01-15', '2019-03-17', '2019-02-15'],
  ['2019-01-31', '2019-03-17', '2019-03-15'],
])('issued %s falls due on %s (end of month + 45) and %s (31 days, next 15th)', (issuedOn, b, next15th) => {
  expect(dueDate(B, day(issuedOn))).toBe(b);
  expect(dueDate({ ...CASH, days: 31, dayOfMonth: 15 }, day(issuedOn))).toBe(next15th);
});

test('the last day of the month and the first of the next', () => {
  expect(dueDate({ ...CASH, periodEnd: 'month' }, day('2019-01-07'))).toBe('2019-01-31');
  expect(dueDate({ ...CASH, dayOfMonth: 1, dayOfMonthIn: 'following_month' }, day('2019-01-07'))).toBe('2019-02-01');
});

test('a month is a calendar month and its 31st is its last day', () => {
  expect(dueDate({ ...CASH, months: 1 }, day('2026-01-31'))).toBe('2026-02-28');
  const on31st: PaymentTerms = { ...CASH, dayOfMonth: 31, dayOfMonthIn: 'following_month' };
  expect(dueDate(on31st, day('2026-01-31'))).toBe('2026-02-28');
  expect(dueDate(on31st, day('2028-01-15'))).toBe('2028-02-29');
});

test.each([
  ['2026-03-01', '2026-03-10'],
  ['2026-03-10', '2026-03-10'],
  ['2026-03-11', '2026-03-20'],
  ['2026-03-20', '2026-03-20'],
  ['2026-03-21', '2026-03-31'],
  ['2026-02-21', '2026-02-28'],
])('the ten-day period of %s ends on %s', (on, end) => {
  expect(endOfTenDays(day(on))).toBe(end);
});

describe('terms from receipt', () => {
  const terms: PaymentTerms = { ...netDays(30), from: 'receipt' };

  test('count from receipt where it is known, from issue where not, never from before issue', () => {
    expect(dueDate(terms, day('2026-01-15'), { receivedOn: day('2026-01-20') })).toBe('2026-02-19');
    expect(dueDate(terms, day('2026-01-15'), { receivedOn: null })).toBe('2026-02-14');
    expect(dueDate(terms, day('2026-01-15'))).toBe('2026-02-14');
    expect(dueDate(terms, day('2026-01-15'), { receivedOn: day('2026-01-02') })).toBe('2026-02-14');
  });

  test('receipt changes nothing where days count from issue', () => {
    expect(dueDate(netDays(30), day('2026-01-15'), { receivedOn: day('2026-01-20') })).toBe('2026-02-14');
  });
});

test('30 days across 29 February', () => {
  expect(dueDate(netDays(30), day('2028-02-01'))).toBe('2028-03-02');
  expect(dueDate(netDays(30), day('2026-02-01'))).toBe('2026-03-03');
});
