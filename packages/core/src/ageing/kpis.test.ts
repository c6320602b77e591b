// Indicators on small books worked out by hand, and what is said where a figure cannot be computed.
import { describe, expect, test } from 'vitest';
import { addDays, type Cents, cents, type Day, day } from '../kernel/index.ts';
import { dsoCountback, type SalesPeriod } from './dso.ts';
import { KPI_FORMULAS } from './kpi-formulas.ts';
import { computeKpis, type KpiFacts } from './kpis.ts';
import { NO_RATIO_FACTS } from './ratios.ts';

const euros = (amount: number): Cents => cents(amount * 100);

/** Latest first, ending on 30 June 2026: amounts and lengths in days. */
const periods = (...months: (readonly [sales: number, days: number])[]): SalesPeriod[] => {
  let to: Day = day('2026-06-30');
  return months.map(([sales, days]) => {
    const period = { from: addDays(to, 1 - days), to, salesCents: euros(sales) };
    to = addDays(to, -days);
    return period;
  });
};

describe('count-back DSO', () => {
  // 2 500 − 1 200 (30 d) − 800 (31 d) leaves 500 of 700: 30 + 31 + 500 / 700 × 30 = 82.4
  test('the published example: 2 500 € over months of 1 200, 800 and 700 is 82.4 days', () => {
    expect(dsoCountback(euros(2_500), periods([1_200, 30], [800, 31], [700, 30]))).toEqual({ value: 82.4 });
  });

  test.each<[string, number, (readonly [number, number])[], number]>([
    ['half of the first month', 600, [[1_200, 30]], 15],
    ['exactly the first month', 1_200, [[1_200, 30]], 30],
    [
      'a month without sales in between counts its days',
      1_500,
      [
        [1_200, 30],
        [0, 31],
        [600, 30],
      ],
      76,
    ],
    ['nothing outstanding', 0, [[1_200, 30]], 0],
    ['more credits than receivables', -100, [[1_200, 30]], 0],
    [
      'a month of credit notes adds to what is left',
      1_000,
      [
        [800, 30],
        [-100, 31],
        [600, 30],
      ],
      76,
    ],
  ])('%s', (_, outstanding, months, expected) => {
    expect(dsoCountback(euros(outstanding), periods(...months))).toEqual({ value: expected });
  });

  test('is null where sales do not reach back far enough, or there are none', () => {
    expect(dsoCountback(euros(2_000), periods([1_200, 30]))).toEqual({
      value: null,
      reason: 'sales_history_too_short',
    });
    expect(dsoCountback(euros(2_000), [])).toEqual({ value: null, reason: 'no_sales' });
  });
});

const FACTS: KpiFacts = {
  on: day('2026-06-30'),
  days: 90,
  currency: 'EUR',
  receivables: [
    { customerId: 1, issuedOn: day('2026-06-20'), dueOn: day('2026-07-20'), openCents: euros(1_500) },
    { customerId: 1, issuedOn: day('2026-05-01'), dueOn: day('2026-05-31'), openCents: euros(600) },
    { customerId: 2, issuedOn: day('2026-04-21'), dueOn: day('2026-05-21'), openCents: euros(400) },
    { customerId: 3, issuedOn: day('2026-01-01'), dueOn: day('2026-01-31'), openCents: euros(0) },
  ],
  unappliedCents: euros(100),
  salesCents: euros(3_000),
  salesPeriods: periods([1_200, 30], [800, 31], [1_000, 29]),
  openingOutstandingCents: euros(2_000),
  ratios: NO_RATIO_FACTS,
};

describe('indicators', () => {
  const kpis = computeKpis(FACTS);

  test.each([
    ['outstandingCents', 240_000],
    ['overdueCents', 100_000],
    ['unappliedCents', 10_000],
    ['customers', 2],
    ['overdueCustomers', 2],
    // 2 400 / 3 000 × 90
    ['dsoSimpleDays', 72],
    // 30 + 31 + 400 / 1 000 × 29
    ['dsoCountbackDays', 72.6],
    // 1 500 / 3 000 × 90
    ['bestPossibleDsoDays', 45],
    ['averageDaysDelinquent', 27],
    // (2 000 + 3 000 − 2 400) / (2 000 + 3 000 − 1 500) = 2 600 / 3 500
    ['collectionEffectivenessPct', 74.3],
    // 1 000 / 2 500
    ['overdueRatioPct', 40],
    // (1 500 × 10 + 600 × 60 + 400 × 70) / 2 500 = 79 000 / 2 500
    ['weightedAgeDays', 31.6],
    // (600 × 30 + 400 × 40) / 1 000
    ['weightedLateDays', 34],
  ] as const)('%s is %d', (name, value) => {
    expect(kpis[name]).toBe(value);
  });

  test('ratios come from the facts given', () => {
    const ratios = {
      ...NO_RATIO_FACTS,
      disputedCents: euros(500),
      writtenOffCents: euros(30),
      fellDueCents: euros(2_000),
      collectedOfDueCents: euros(1_500),
      settledCount: 8,
      settledLateCount: 3,
      promisesCount: 3,
      promisesKeptCount: 2,
      collectionCostCents: euros(12),
      collectedCents: euros(2_400),
      allowanceCents: euros(250),
      doubtfulNetCents: euros(500),
      inventoryDays: 20,
      payableDays: 45,
    };
    expect(computeKpis({ ...FACTS, ratios })).toMatchObject({
      disputeRatePct: 20,
      badDebtRatePct: 1,
      recoveryRatePct: 75,
      lateRatePct: 37.5,
      promisesKeptPct: 66.7,
      collectionCostPct: 0.5,
      provisionCoveragePct: 50,
      cashConversionCycleDays: 47,
      notes: {},
    });
  });

  test('a figure without its facts is null and says why', () => {
    expect(kpis.disputeRatePct).toBeNull();
    expect(kpis.notes).toMatchObject({ disputeRatePct: 'facts_missing', cashConversionCycleDays: 'facts_missing' });
    const blank = computeKpis({
      ...FACTS,
      receivables: [],
      unappliedCents: cents(0),
      salesCents: cents(0),
      salesPeriods: [],
      openingOutstandingCents: null,
      ratios: { ...NO_RATIO_FACTS, inventoryDays: 1, payableDays: 1 },
    });
    expect(blank).toMatchObject({ dsoSimpleDays: null, dsoCountbackDays: 0, overdueRatioPct: null });
    expect(blank.notes).toMatchObject({
      dsoSimpleDays: 'no_sales',
      bestPossibleDsoDays: 'no_sales',
      averageDaysDelinquent: 'no_sales',
      collectionEffectivenessPct: 'opening_balance_unknown',
      overdueRatioPct: 'nothing_outstanding',
      weightedAgeDays: 'nothing_outstanding',
      weightedLateDays: 'nothing_overdue',
      cashConversionCycleDays: 'depends_on_missing',
    });
  });

  test('every figure has its formula', () => {
    for (const name of Object.keys(KPI_FORMULAS)) expect(kpis).toHaveProperty(name);
  });
});
