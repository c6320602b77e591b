// The send window as a table: 8:00 to 18:00 in the company's zone, on worked days. In 2027 Easter Monday is 29 March, after the change
// to summer time of the 28th; 1 November, a Monday, is a holiday, after the change to winter time of 31 October.
import { type Day, day } from '@quittance/core/kernel';
import { describe, expect, it } from 'vitest';
import { DEFAULT_COMPANY_POLICY } from '../companies/index.ts';
import type { CompanySettings } from '../companies/settings.ts';
import { retryAfter } from './hand-over.ts';
import { nextSendingInstant, sendingInstantOn } from './send-window.ts';

const company = (more: Partial<CompanySettings> = {}): CompanySettings => ({
  ...({
    companyId: 1,
    code: 'main',
    name: 'Vauban',
    currency: 'EUR',
    letterhead: { name: 'Vauban' },
  } as unknown as CompanySettings),
  ...{ timezone: 'Europe/Paris', testMode: false, policy: DEFAULT_COMPANY_POLICY },
  calendar: { alsaceMoselle: false, closedDays: [] },
  ...more,
});
const next = (at: string, more?: Partial<CompanySettings>) =>
  nextSendingInstant(company(more), new Date(at)).toISOString();

describe('the next instant at which a message may leave', () => {
  it.each([
    ['within the hours: now', '2027-03-08T09:00:00Z', '2027-03-08T09:00:00.000Z'],
    ['at 8:00 sharp: now', '2027-03-08T07:00:00Z', '2027-03-08T07:00:00.000Z'],
    ['a second before 8:00: at 8:00', '2027-03-08T06:59:59Z', '2027-03-08T07:00:00.000Z'],
    ['at 18:00 sharp: the day after', '2027-03-08T17:00:00Z', '2027-03-09T07:00:00.000Z'],
    ['on Saturday: on Monday', '2027-03-13T10:00:00Z', '2027-03-15T07:00:00.000Z'],
    [
      'the evening before Easter and summer time: on Tuesday, in summer time',
      '2027-03-26T18:00:00Z',
      '2027-03-30T06:00:00.000Z',
    ],
    [
      'the evening before winter time and All Saints: on Tuesday, in winter time',
      '2027-10-29T17:00:00Z',
      '2027-11-02T07:00:00.000Z',
    ],
    ['on New Year’s Eve at night: on Monday 3 January', '2027-12-31T22:00:00Z', '2028-01-03T07:00:00.000Z'],
    [
      'just after midnight in Paris, the day before in UTC: that morning',
      '2027-06-14T22:30:00Z',
      '2027-06-15T06:00:00.000Z',
    ],
  ])('%s', (_told, at, expected) => {
    expect(next(at)).toBe(expected);
  });
  it('in test mode waits for the day only', () => {
    expect(next('2027-03-08T22:00:00Z', { testMode: true })).toBe('2027-03-08T22:00:00.000Z');
    expect(next('2027-03-13T10:00:00Z', { testMode: true })).toBe('2027-03-14T23:00:00.000Z'); // Monday 0:00 in Paris
  });
  it('passes over the days the company closes, and the holidays of Alsace-Moselle', () => {
    const closed = { calendar: { alsaceMoselle: false, closedDays: [day('2027-03-09')] as Day[] } };
    expect(next('2027-03-08T18:00:00Z', closed)).toBe('2027-03-10T07:00:00.000Z');
    const goodFriday = { calendar: { alsaceMoselle: true, closedDays: [] } };
    expect(next('2027-03-26T09:00:00Z', goodFriday)).toBe('2027-03-30T06:00:00.000Z');
  });
  it('of a day to come is its 8:00, or that of the worked day after it', () => {
    expect(sendingInstantOn(company(), day('2027-03-27')).toISOString()).toBe('2027-03-30T06:00:00.000Z');
  });
});

it('attempts wait 2, 4, 8 … 128 minutes; the eighth setback is the last, and a person’s retry starts again', () => {
  const now = new Date('2027-03-08T09:00:00Z');
  const minutes = (setbacks: number) => {
    const at = retryAfter(setbacks, now);
    return at && (at.getTime() - now.getTime()) / 60_000;
  };
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(minutes)).toEqual([2, 4, 8, 16, 32, 64, 128, null]);
  expect([9, 10, 15, 16].map(minutes)).toEqual([2, 4, 128, null]);
});
