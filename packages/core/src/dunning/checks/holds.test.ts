// R8: what stops reminders, how much of a receivable, and until when.
import { describe, expect, it, test } from 'vitest';
import type { HoldFact } from '../facts.ts';
import { aCompany, aCustomer, aHold, aReceivable, euros, on, receivableId } from '../invented/invented-facts.ts';
import { startRun } from '../ladder/run.ts';
import { activeHolds, stopFor } from './holds.ts';

const TODAY = on('2026-03-10');
const stop = (holds: readonly HoldFact[], openCents = euros(1000), company = aCompany()) => {
  const run = startRun(TODAY, company);
  const r = aReceivable(1, '2026-03-02', { openCents });
  return stopFor(activeHolds(run, aCustomer([r], { holds })), r);
};

const STRONGEST_FIRST = [
  'insolvency',
  'court',
  'agency',
  'dispute',
  'plan',
  'promise',
  'payment_in_transit',
  'unmatched_payment',
  'manual',
] as const;

test.each(STRONGEST_FIRST.slice(1).map((weaker, i) => [STRONGEST_FIRST[i] ?? weaker, weaker] as const))(
  '%s is shown before %s',
  (stronger, weaker) => {
    expect(stop([aHold(weaker), aHold(stronger)])?.reason).toBe(stronger);
  },
);

describe('when a hold is in force', () => {
  it.each([
    ['before its first day', { fromOn: on('2026-03-11') }, null],
    ['on its first day', { fromOn: on('2026-03-10') }, 'promise'],
    ['on its last day', { untilOn: on('2026-03-10') }, 'promise'],
    ['the day after: the ladder is armed again', { untilOn: on('2026-03-09') }, null],
    ['about another receivable', { receivableId: receivableId(2) }, null],
    ['about this one', { receivableId: receivableId(1) }, 'promise'],
  ])('%s', (_, given, expected) => {
    expect(stop([aHold('promise', given)])?.reason ?? null).toBe(expected);
  });
});

describe('how much is held', () => {
  const part = (reason: HoldFact['reason'], amount: number) =>
    aHold(reason, { receivableId: receivableId(1), cents: euros(amount) });
  it.each([
    ['a part', [part('dispute', 400)], 'dispute', 400, false],
    ['two parts add up under the stronger', [part('promise', 100), part('dispute', 400)], 'dispute', 500, false],
    [
      'parts that reach the open amount are a whole',
      [part('dispute', 400), part('promise', 600)],
      'dispute',
      1000,
      true,
    ],
    ['a part of more than the open amount is a whole', [part('dispute', 1200)], 'dispute', 1000, true],
    [
      'a whole weaker hold stops more than a strong part',
      [part('dispute', 400), aHold('manual')],
      'manual',
      1000,
      true,
    ],
  ])('%s', (_, holds, reason, held, isWhole) => {
    expect(stop(holds)).toMatchObject({ reason, cents: euros(held), isWhole });
  });

  it('finds nothing to hold in what is paid', () => {
    expect(stop([aHold('court')], euros(0))).toMatchObject({ reason: 'paid', isWhole: true });
  });
});

describe('data older than the freshness limit of three worked days', () => {
  // Tuesday 10 March; three worked days after Thursday 5 are Friday 6, Monday 9, Tuesday 10.
  it.each([
    ['brought in on Thursday', '2026-03-05', null],
    ['brought in on Wednesday', '2026-03-04', 'stale_data'],
    ['never brought in', null, 'stale_data'],
  ])('%s', (_, last, expected) => {
    const company = aCompany({ freshnessWorkedDays: 3 }, { lastSourceOn: last === null ? null : on(last) });
    expect(stop([], euros(10), company)?.reason ?? null).toBe(expected);
  });
  it('is stronger than a manual hold and weaker than an unmatched payment', () => {
    const company = aCompany({ freshnessWorkedDays: 3 });
    expect(stop([aHold('manual')], euros(10), company)?.reason).toBe('stale_data');
    expect(stop([aHold('unmatched_payment')], euros(10), company)?.reason).toBe('unmatched_payment');
  });
});
