// Held shares, groups of the aged balance, month-ends and concentration, from arithmetic.
import { describe, expect, test } from 'vitest';
import { type Cents, cents, day } from '../kernel/index.ts';
import { groupAged, lateCents, sumAged } from './aged-rows.ts';
import { readBounds } from './buckets.ts';
import { heldShare } from './held-share.ts';
import { concentration, monthEndsBefore, salesPeriods, salesWithin } from './trend.ts';

const euros = (n: number): Cents => cents(n * 100);

describe('bounds as they are written', () => {
  test.each([
    ['30,60,90', [30, 60, 90]],
    ['0/30/60/90', [30, 60, 90]],
    ['15 ; 45', [15, 45]],
    ['7', [7]],
  ])('%s', (text, bounds) => expect(readBounds(text)).toEqual({ ok: true, value: bounds }));

  test.each(['', '0', '60,30', '30,30', '-5', '30,x', '1.5', '1,2,3,4,5,6,7,8,9', '30,4000'])('%s is refused', (text) =>
    expect(readBounds(text)).toMatchObject({ ok: false, refusal: { code: 'bucket_bounds_invalid' } }),
  );
});

describe('the held share of 1 000 € open', () => {
  const dispute = (part: number | null) => ({ isDispute: true, cents: part === null ? null : euros(part) });
  const other = (part: number | null) => ({ isDispute: false, cents: part === null ? null : euros(part) });
  test.each([
    ['nothing', [], 0, 0],
    ['a part contested', [dispute(300)], 300, 0],
    ['two parts contested', [dispute(300), dispute(200)], 500, 0],
    ['all contested, and a promise', [dispute(null), other(null)], 1_000, 0],
    ['a part contested, the customer on hold', [dispute(300), other(null)], 300, 700],
    ['a part larger than what is left', [dispute(1_500)], 1_000, 0],
    ['parts on both sides beyond the whole', [dispute(800), other(500)], 800, 200],
  ] as const)('%s', (_, holds, disputed, held) =>
    expect(heldShare(euros(1_000), holds)).toEqual({ disputedCents: euros(disputed), heldCents: euros(held) }),
  );

  test('what is not open holds nothing', () =>
    expect(heldShare(euros(-5), [dispute(null)])).toEqual({ disputedCents: 0, heldCents: 0 }));
});

const KEYS = ['not_due', 'd1_30', 'd31_plus'];
const line = (segment: string | null, owed: readonly number[], disputed: number, unapplied: number) => ({
  segment,
  cents: { not_due: euros(owed[0]!), d1_30: euros(owed[1]!), d31_plus: euros(owed[2]!) },
  disputed: { d31_plus: euros(disputed) },
  held: {},
  unappliedCents: euros(unapplied),
  totalCents: euros(owed[0]! + owed[1]! + owed[2]! - unapplied),
});

test('groups add their lines up; lines without a group stand together', () => {
  const lines = [line('A', [10, 20, 30], 5, 1), line(null, [1, 2, 3], 0, 0), line('A', [0, 0, 40], 10, 0)];
  const groups = groupAged(lines, KEYS, (one) => one.segment);
  expect(groups).toMatchObject([
    {
      key: 'A',
      customers: 2,
      cents: { not_due: euros(10), d1_30: euros(20), d31_plus: euros(70) },
      unappliedCents: 100,
      totalCents: euros(99),
    },
    { key: null, customers: 1, totalCents: euros(6) },
  ]);
  expect(groups[0]?.disputed).toEqual({ not_due: 0, d1_30: 0, d31_plus: euros(15) });
  expect(lateCents(groups[0]!, KEYS)).toBe(euros(90));
  expect(lateCents(sumAged(lines, KEYS), KEYS, 'disputed')).toBe(euros(15));
});

test('month-ends before a day leave the day itself out', () => {
  expect(monthEndsBefore(day('2026-03-15'), 3)).toEqual(['2025-12-31', '2026-01-31', '2026-02-28']);
  expect(monthEndsBefore(day('2026-03-31'), 1)).toEqual(['2026-02-28']);
  expect(monthEndsBefore(day('2024-03-01'), 1)).toEqual(['2024-02-29']);
});

test('sales of months run without a gap, and later ones are left out', () => {
  const sales = [
    { issuedOn: day('2026-04-02'), salesCents: euros(9) },
    { issuedOn: day('2026-03-10'), salesCents: euros(5) },
    { issuedOn: day('2026-01-31'), salesCents: euros(7) },
  ];
  expect(salesPeriods(day('2026-03-20'), sales)).toEqual([
    { from: '2026-03-01', to: '2026-03-20', salesCents: euros(5) },
    { from: '2026-02-01', to: '2026-02-28', salesCents: 0 },
    { from: '2026-01-01', to: '2026-01-31', salesCents: euros(7) },
  ]);
  // 11 to 20 March, then 10 to 20 March: both ends belong.
  expect(salesWithin(day('2026-03-20'), 10, sales)).toBe(0);
  expect(salesWithin(day('2026-03-20'), 11, sales)).toBe(euros(5));
});

test('concentration is the share of the largest, credits left aside', () => {
  // (50 + 30) / (50 + 30 + 20)
  expect(concentration([euros(20), euros(50), euros(-40), euros(30)], 2)).toEqual({ value: 80 });
  expect(concentration([euros(-1)], 2)).toEqual({ value: null, reason: 'nothing_outstanding' });
});
