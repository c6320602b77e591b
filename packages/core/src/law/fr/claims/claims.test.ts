// The deadline of a formal notice, and the imputation of payments by the civil code.
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../calendar/index.ts';
import { cents, day, rate } from '../../../kernel/index.ts';
import { formalNoticeDeadline } from './formal-notice.ts';
import { type Debt, type Imputation, type ImputationRule, imputePayment } from './imputation.ts';

const FRANCE: Calendar = { alsaceMoselle: false, closedDays: [] };

describe('the deadline of a formal notice', () => {
  test.each([
    ['2026-11-16', 8, '2026-11-24'],
    // 23 April + 8 = 1 May, a Friday: Monday 4 May.
    ['2026-04-23', 8, '2026-05-04'],
    // 5 December + 8 = Sunday 13: Monday 14.
    ['2026-12-05', 8, '2026-12-14'],
    // 10 December + 15 = Christmas, a Friday: Monday 28.
    ['2026-12-10', 15, '2026-12-28'],
  ])('sent %s with %i days is %s', (sentOn, days, deadline) => {
    expect(formalNoticeDeadline(day(sentOn), days, FRANCE)).toEqual({ ok: true, value: deadline });
  });

  test.each([0, 7, 16, 8.5])('%d days are refused', (days) => {
    expect(formalNoticeDeadline(day('2026-11-16'), days, FRANCE)).toMatchObject({
      ok: false,
      refusal: { code: 'notice_delay_out_of_range', least: 8, most: 15 },
    });
  });
});

const debt = (id: string, facts: Partial<Debt> = {}): Debt => ({
  id,
  dueOn: day('2026-05-31'),
  issuedOn: day('2026-05-01'),
  interestCents: cents(500),
  fixedFeeCents: cents(4_000),
  principalCents: cents(100_000),
  rate: rate(1240),
  ...facts,
});
const RULE: ImputationRule = { paidOn: day('2026-07-31'), indicated: [], fixedFee: 'after_principal' };
type Line = readonly [id: string, interest: number, fee: number, principal: number];
const impute = (amount: number, debts: readonly Debt[], rule: Partial<ImputationRule> = {}): [Line[], number] => {
  const done = imputePayment(cents(amount), debts, { ...RULE, ...rule });
  if (!done.ok) throw new Error(done.refusal.code);
  const line = (i: Imputation): Line => [i.id, i.interestCents, i.fixedFeeCents, i.principalCents];
  return [done.value.imputations.map(line), done.value.leftCents];
};

describe('imputation', () => {
  test('interest comes before principal', () => {
    expect(impute(10_000, [debt('a')])).toEqual([[['a', 500, 0, 9_500]], 0]);
  });

  test('the fixed fee ranks after the principal, or before it if chosen', () => {
    expect(impute(102_000, [debt('a')])).toEqual([[['a', 500, 1_500, 100_000]], 0]);
    expect(impute(10_000, [debt('a')], { fixedFee: 'before_principal' })).toEqual([[['a', 500, 4_000, 5_500]], 0]);
  });

  test('due debts come before those not due, the dearest before the oldest', () => {
    const notDue = debt('later', { dueOn: day('2026-12-31'), rate: rate(2000) });
    const old = debt('old', { dueOn: day('2026-01-31'), rate: rate(1000) });
    const dear = debt('dear', { rate: rate(1500) });
    expect(impute(150_000, [notDue, old, dear])).toEqual([
      [
        ['dear', 500, 4_000, 100_000],
        ['old', 500, 0, 45_000],
      ],
      0,
    ]);
  });

  test('what the debtor indicates comes first, even not due', () => {
    const notDue = debt('later', { dueOn: day('2026-12-31') });
    expect(impute(1_000, [debt('a'), notDue], { indicated: ['later'] })[0]).toEqual([['later', 500, 0, 500]]);
  });

  test('debts equal in all share in proportion, to the cent', () => {
    const small = debt('small', { principalCents: cents(100), interestCents: cents(0), fixedFeeCents: cents(0) });
    const large = debt('large', { principalCents: cents(200), interestCents: cents(0), fixedFeeCents: cents(0) });
    // 100 over 100 : 200 = 33.33 : 66.67; the odd cent goes to the first.
    expect(impute(100, [small, large])[0]).toEqual([
      ['small', 0, 0, 34],
      ['large', 0, 0, 66],
    ]);
  });

  test('what exceeds the debts is left', () => {
    expect(impute(200_000, [debt('a')])).toEqual([[['a', 500, 4_000, 100_000]], 95_500]);
  });

  test('an unknown debt and a payment of nothing are refused', () => {
    expect(imputePayment(cents(100), [debt('a')], { ...RULE, indicated: ['z'] })).toMatchObject({
      refusal: { code: 'unknown_debt', id: 'z' },
    });
    expect(imputePayment(cents(0), [debt('a')], RULE)).toMatchObject({ refusal: { code: 'payment_not_positive' } });
  });
});
