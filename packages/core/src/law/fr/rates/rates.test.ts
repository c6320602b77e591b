// The half-years and the shipped rate table: published values, and what is missing or doubtful.
import { describe, expect, test } from 'vitest';
import { day } from '../../../kernel/index.ts';
import { firstDayOf, type HalfYear, halfYearOf, lastDayOf } from './half-year.ts';
import { FRENCH_RATES } from './rate-table.ts';
import { agreedRateFloor, ratesOf } from './rates.ts';

test.each([
  ['2026-01-01', '2026S1', '2026-01-01', '2026-06-30'],
  ['2026-06-30', '2026S1', '2026-01-01', '2026-06-30'],
  ['2026-07-01', '2026S2', '2026-07-01', '2026-12-31'],
  ['2028-02-29', '2028S1', '2028-01-01', '2028-06-30'],
])('%s lies in %s, from %s to %s', (on, halfYear, first, last) => {
  expect(halfYearOf(day(on))).toBe(halfYear);
  expect(firstDayOf(halfYearOf(day(on)))).toBe(first);
  expect(lastDayOf(halfYearOf(day(on)))).toBe(last);
});

describe('the shipped table', () => {
  test('has every half-year from 2015 to 2026, in order, once', () => {
    const expected = Array.from({ length: 24 }, (_, i) => `${2015 + Math.floor(i / 2)}S${(i % 2) + 1}`);
    expect(FRENCH_RATES.map((row) => row.halfYear)).toEqual(expected);
  });

  // Hundredths of a percent, as published: ECB main refinancing, individuals, other cases, 3 × other cases.
  test.each<[HalfYear, number, number, number, number]>([
    ['2015S1', 5, 406, 93, 279],
    ['2016S2', 0, 435, 93, 279],
    ['2022S2', 0, 315, 77, 231],
    ['2023S2', 400, 682, 422, 1266],
    ['2024S1', 450, 801, 507, 1521],
    ['2024S2', 425, 816, 492, 1476],
    ['2025S2', 215, 665, 276, 828],
    ['2026S1', 215, 667, 262, 786],
    ['2026S2', 240, 684, 275, 825],
  ])('%s: ECB %i, individuals %i, other cases %i, floor %i', (halfYear, ecb, individual, other, floor) => {
    const row = ratesOf(FRENCH_RATES, halfYear);
    if (!row.ok) throw new Error('missing');
    expect([row.value.ecbMro.rate, row.value.legalIndividual.rate, row.value.legalOther.rate]).toEqual([
      ecb,
      individual,
      other,
    ]);
    expect(agreedRateFloor(row.value, 3)).toBe(floor);
  });

  test.each<HalfYear>(['2014S2', '2027S1'])('%s is refused, never extrapolated', (halfYear) => {
    expect(ratesOf(FRENCH_RATES, halfYear)).toEqual({ ok: false, refusal: { code: 'rate_missing', halfYear } });
  });

  test('marks the second half of 2026 as reported only', () => {
    const row = ratesOf(FRENCH_RATES, '2026S2');
    expect(row.ok && [row.value.ecbMro.confidence, row.value.legalOther.confidence]).toEqual(['reported', 'reported']);
  });
});
