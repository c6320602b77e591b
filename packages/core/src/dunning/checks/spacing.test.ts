// R5: minimum distance, weekly caps over seven days, calls a day. Monday 9 March 2026 is the day unless said.
import { describe, expect, it } from 'vitest';
import type { DunningPolicy, PastContact } from '../facts.ts';
import { aCompany, aCustomer, on } from '../invented/invented-facts.ts';
import { startRun } from '../ladder/run.ts';
import type { Channel } from '../scenario.ts';
import { capLimit, gapLimit } from './spacing.ts';

const past = (...days: readonly [string, Channel][]): readonly PastContact[] =>
  days.map(([day, channel]) => ({ on: on(day), channel, tone: 'courteous', receivableIds: [] }));
const run = (policy: Partial<DunningPolicy> = {}, today = '2026-03-09') => startRun(on(today), aCompany(policy));

describe('the minimum distance of three days', () => {
  it.each([
    ['no contact yet', past(), null],
    ['three days ago: may leave again', past(['2026-03-06', 'email']), null],
    ['two days ago: until the third', past(['2026-03-07', 'email']), '2026-03-10'],
    ['today', past(['2026-03-09', 'letter']), '2026-03-12'],
    ['a call counts', past(['2026-03-08', 'call']), '2026-03-11'],
    ['a task does not', past(['2026-03-09', 'task']), null],
    ['the latest counts', past(['2026-03-08', 'email'], ['2026-02-02', 'email']), '2026-03-11'],
  ])('%s', (_, pastContacts, until) => {
    expect(gapLimit(run(), aCustomer([], { pastContacts }))?.until ?? null).toBe(until);
  });
  it('ends on a worked day', () => {
    // Wednesday 11 + 3 = Saturday 14: Monday 16.
    const customer = aCustomer([], { pastContacts: past(['2026-03-11', 'email']) });
    expect(gapLimit(run({}, '2026-03-12'), customer)?.until).toBe('2026-03-16');
  });
  it('never allows two contacts on one day, even where the policy says 0', () => {
    const customer = aCustomer([], { pastContacts: past(['2026-03-09', 'email']) });
    expect(gapLimit(run({ minDaysBetweenContacts: 0 }), customer)?.until).toBe('2026-03-10');
  });
});

describe('caps', () => {
  const cap = (channel: Channel, contacts: readonly PastContact[], policy: Partial<DunningPolicy> = {}) => {
    const limit = capLimit(run(policy), channel, { customer: aCustomer([], { pastContacts: contacts }), planned: [] });
    return limit && [limit.reason, limit.until];
  };
  it.each([
    ['one e-mail in seven days', 'email', past(['2026-03-03', 'email']), null],
    [
      'two: until the first is seven days old',
      'email',
      past(['2026-03-03', 'email'], ['2026-03-06', 'email']),
      ['weekly_cap', '2026-03-10'],
    ],
    ['the eighth day back no longer counts', 'email', past(['2026-03-02', 'email'], ['2026-03-06', 'email']), null],
    [
      'three: until only one is left',
      'email',
      past(['2026-03-03', 'email'], ['2026-03-05', 'email'], ['2026-03-06', 'email']),
      ['weekly_cap', '2026-03-12'],
    ],
    ['calls have their own', 'call', past(['2026-03-03', 'email'], ['2026-03-06', 'email']), null],
    ['two calls', 'call', past(['2026-03-04', 'call'], ['2026-03-06', 'call']), ['weekly_cap', '2026-03-11']],
    ['one call today', 'call', past(['2026-03-09', 'call']), ['daily_call_cap', '2026-03-12']],
    ['letters have none', 'letter', past(['2026-03-03', 'letter'], ['2026-03-06', 'letter']), null],
  ] as const)('%s', (_, channel, contacts, expected) => {
    expect(cap(channel, contacts)).toEqual(expected);
  });
  it('of none at all never ends by itself', () => {
    expect(cap('email', [], { maxEmailsPerWeek: 0 })).toEqual(['weekly_cap', null]);
    expect(cap('call', [], { maxCallsPerDay: 0 })).toEqual(['daily_call_cap', null]);
  });
});
