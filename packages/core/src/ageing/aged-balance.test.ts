// Buckets at their edges, and the aged balance of a small portfolio added up by hand.
import { describe, expect, test } from 'vitest';
import { type CustomerId, cents, day } from '../kernel/index.ts';
import { agedBalances, balanceIn, type CreditFact, type OpenFact } from './aged-balance.ts';
import { bucketOf, bucketsOf, DEFAULT_BUCKETS } from './buckets.ts';

const ON = day('2026-03-31');

describe('buckets', () => {
  test('the default keys are those of the contract', () => {
    expect(DEFAULT_BUCKETS.map((bucket) => bucket.key)).toEqual(['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus']);
  });

  test.each([
    ['2026-04-01', 'not_due'],
    ['2026-03-31', 'not_due'],
    ['2026-03-30', 'd1_30'],
    ['2026-03-01', 'd1_30'],
    ['2026-02-28', 'd31_60'],
    ['2026-01-30', 'd31_60'],
    ['2026-01-29', 'd61_90'],
    ['2025-12-31', 'd61_90'],
    ['2025-12-30', 'd91_plus'],
    ['2015-01-01', 'd91_plus'],
  ])('due %s is %s on 31 March 2026', (dueOn, key) => {
    expect(bucketOf(day(dueOn), ON, DEFAULT_BUCKETS).key).toBe(key);
  });

  test('other bounds make other keys', () => {
    const buckets = bucketsOf([15, 120]);
    expect(buckets.ok && buckets.value.map((b) => b.key)).toEqual(['not_due', 'd1_15', 'd16_120', 'd121_plus']);
  });

  test.each([[[]], [[0]], [[30, 30]], [[60, 30]], [[1.5]], [[-5, 10]]])('%j are refused', (bounds) => {
    expect(bucketsOf(bounds)).toEqual({ ok: false, refusal: { code: 'bucket_bounds_invalid', bounds } });
  });
});

const A = 1 as CustomerId;
const B = 2 as CustomerId;
const open = (customerId: CustomerId, dueOn: string, amount: number, currency = 'EUR'): OpenFact => ({
  customerId,
  dueOn: day(dueOn),
  openCents: cents(amount),
  currency,
});
const credit = (customerId: CustomerId, amount: number, currency = 'EUR'): CreditFact => ({
  customerId,
  openCents: cents(amount),
  currency,
});

describe('the aged balance', () => {
  const receivables = [
    open(A, '2026-04-30', 10_000),
    open(A, '2026-03-15', 2_500),
    open(B, '2025-06-30', 999),
    open(A, '2026-03-01', 500),
    open(B, '2026-03-31', 0),
  ];
  const credits = [credit(A, 3_000), credit(B, 2_000)];
  const [balance] = agedBalances({ receivables, credits }, ON, DEFAULT_BUCKETS);

  test('adds each customer by bucket, less credits', () => {
    expect(balance?.lines).toEqual([
      {
        customerId: A,
        cents: { not_due: 10_000, d1_30: 3_000, d31_60: 0, d61_90: 0, d91_plus: 0 },
        unappliedCents: 3_000,
        totalCents: 10_000,
      },
      {
        customerId: B,
        cents: { not_due: 0, d1_30: 0, d31_60: 0, d61_90: 0, d91_plus: 999 },
        unappliedCents: 2_000,
        totalCents: -1_001,
      },
    ]);
  });

  test('adds up to the totals', () => {
    expect(balance?.totals).toEqual({
      cents: { not_due: 10_000, d1_30: 3_000, d31_60: 0, d61_90: 0, d91_plus: 999 },
      unappliedCents: 5_000,
      totalCents: 8_999,
    });
  });

  test('keeps currencies apart', () => {
    const facts = {
      receivables: [open(A, '2026-04-30', 100), open(A, '2026-04-30', 70, 'CHF')],
      credits: [credit(B, 5, 'USD')],
    };
    const balances = agedBalances(facts, ON, DEFAULT_BUCKETS);
    expect(balances.map((b) => [b.currency, b.totals.totalCents])).toEqual([
      ['CHF', 70],
      ['EUR', 100],
      ['USD', -5],
    ]);
  });

  test('of nothing is empty, with every bucket at zero', () => {
    expect(agedBalances({ receivables: [], credits: [] }, ON, DEFAULT_BUCKETS)).toEqual([]);
    const empty = balanceIn([], 'EUR', { on: ON, buckets: DEFAULT_BUCKETS });
    expect(empty.lines).toEqual([]);
    expect(empty.totals).toEqual({
      cents: { not_due: 0, d1_30: 0, d31_60: 0, d61_90: 0, d91_plus: 0 },
      unappliedCents: 0,
      totalCents: 0,
    });
  });
});
