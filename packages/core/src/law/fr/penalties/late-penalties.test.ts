// Late penalties by the law's own cases, computed by hand: half-years, partial payments, regimes, the fixed fee, the refusals.
import { describe, expect, test } from 'vitest';
import { cents, type Day, day, rate } from '../../../kernel/index.ts';
import { FRENCH_RATES } from '../rates/rate-table.ts';
import { checkAgreedRate } from './agreed-rate.ts';
import { claimTotal } from './claim-total.ts';
import { latePenalties, type PenaltyFacts, type PenaltyStatement } from './late-penalties.ts';
import { FRENCH_PENALTY_PARAMETERS } from './parameters.ts';
import type { OpenChange, PenaltyTerm } from './principal.ts';
import { type PenaltyRegime, regimeOf } from './regime.ts';

const SOURCES = { rates: FRENCH_RATES, parameters: FRENCH_PENALTY_PARAMETERS };
const DEFAULT: PenaltyRegime = { kind: 'business_default' };

const paid = (on: string, euros: number): OpenChange => ({ on: day(on), kind: 'payment', cents: cents(euros * 100) });
const credited = (on: string, euros: number): OpenChange => ({ ...paid(on, euros), kind: 'credit_note' });
const term = (dueOn: string, euros: number, ...changes: OpenChange[]): PenaltyTerm => ({
  dueOn: day(dueOn),
  cents: cents(euros * 100),
  changes,
});

type Options = Partial<Pick<PenaltyFacts, 'creditNotes' | 'insolvencyOn'>>;
const facts = (regime: PenaltyRegime, untilOn: string, terms: PenaltyTerm[], options: Options = {}): PenaltyFacts => ({
  terms,
  regime,
  untilOn: day(untilOn),
  creditNotes: 'origin',
  insolvencyOn: null,
  ...options,
});
const penalties = (...args: Parameters<typeof facts>): PenaltyStatement => {
  const statement = latePenalties(facts(...args), SOURCES);
  if (!statement.ok) throw new Error(JSON.stringify(statement.refusal));
  return statement.value;
};
type Line = readonly [from: string, to: string, days: number, rate: number, principal: number, interest: number];
const lines = (statement: PenaltyStatement): Line[] =>
  statement.segments.map((s) => [s.from, s.to, s.days, s.rate, s.principalCents, s.interestCents]);

describe('between professionals, nothing agreed', () => {
  test('10 000 € for 30 days at 12.40 % is 101.92 €', () => {
    const { segments, ...sums } = penalties(DEFAULT, '2026-07-30', [term('2026-06-30', 10_000)]);
    expect(segments).toHaveLength(1);
    expect(sums).toMatchObject({ interestCents: 10_192, fixedFeeCents: 4_000, totalCents: 14_192 });
  });

  test('due 31 May, paid 31 July 2026: each half-year at its own rate, 205.18 € and 40 €', () => {
    const statement = penalties(DEFAULT, '2026-11-21', [term('2026-05-31', 10_000, paid('2026-07-31', 10_000))]);
    expect(lines(statement)).toEqual([
      ['2026-06-01', '2026-06-30', 30, 1215, 1_000_000, 9_986],
      ['2026-07-01', '2026-07-31', 31, 1240, 1_000_000, 10_532],
    ]);
    expect(statement.interestCents).toBe(20_518);
    expect(statement.totalCents).toBe(24_518);
    expect(statement.basis).toMatchObject({ rateRule: 'ecb_plus_margin', daysOfAYear: 365 });
  });

  test('three partial payments over two half-years, by segment, to the cent', () => {
    const payments = [paid('2026-06-15', 2_000), paid('2026-07-10', 3_000), paid('2026-08-20', 5_000)];
    const statement = penalties(DEFAULT, '2026-11-21', [term('2026-05-31', 10_000, ...payments)]);
    expect(lines(statement)).toEqual([
      ['2026-06-01', '2026-06-15', 15, 1215, 1_000_000, 4_993],
      ['2026-06-16', '2026-06-30', 15, 1215, 800_000, 3_995],
      ['2026-07-01', '2026-07-10', 10, 1240, 800_000, 2_718],
      ['2026-07-11', '2026-08-20', 41, 1240, 500_000, 6_964],
    ]);
    expect(statement).toMatchObject({ interestCents: 18_670, fixedFeeCents: 4_000, totalCents: 22_670 });
  });

  test('six half-years, 12 345.67 € unpaid since June 2024', () => {
    const statement = penalties(DEFAULT, '2026-11-21', [term('2024-06-15', 12_345.67)]);
    expect(statement.segments.map((s) => [s.days, s.rate, s.interestCents])).toEqual([
      [15, 1450, 7_357],
      [184, 1425, 88_686],
      [181, 1315, 80_506],
      [184, 1215, 75_616],
      [181, 1215, 74_384],
      [144, 1240, 60_396],
    ]);
    expect(statement.interestCents).toBe(386_945);
  });

  test('2024: the default rate under 3 × the legal rate is told, not raised', () => {
    const statement = penalties(DEFAULT, '2024-03-31', [term('2024-03-01', 10_000)]);
    expect(lines(statement)).toEqual([['2024-03-02', '2024-03-31', 30, 1450, 1_000_000, 11_918]]);
    expect(statement.notices).toEqual([
      { code: 'default_rate_below_floor', halfYear: '2024S1', rate: 1450, floor: 1521 },
    ]);
  });

  test('a rate known from reports only is told', () => {
    const { notices } = penalties(DEFAULT, '2026-07-30', [term('2026-06-30', 10_000)]);
    expect(notices).toMatchObject([{ code: 'rate_unconfirmed', halfYear: '2026S2', confidence: 'reported' }]);
  });

  test.each([
    ['2027-01-05', '2027S1'],
    ['2028-12-31', '2027S1'],
  ])('until %s the missing half-year %s refuses', (untilOn, halfYear) => {
    const statement = latePenalties(facts(DEFAULT, untilOn, [term('2026-06-30', 100)]), SOURCES);
    expect(statement).toEqual({ ok: false, refusal: { code: 'rate_missing', halfYear } });
  });

  test('a half-year after the last payment is not needed', () => {
    const statement = penalties(DEFAULT, '2028-01-01', [term('2026-05-31', 10_000, paid('2026-07-31', 10_000))]);
    expect(statement.interestCents).toBe(20_518);
  });

  test('paid on the due date or earlier: nothing, not even the fee', () => {
    const statement = penalties(DEFAULT, '2026-11-21', [term('2026-05-31', 500, paid('2026-05-31', 500))]);
    expect(statement).toMatchObject({ segments: [], interestCents: 0, fixedFeeCents: 0, totalCents: 0 });
  });

  test('nothing on the due date itself, a first day on the next', () => {
    expect(penalties(DEFAULT, '2026-05-31', [term('2026-05-31', 10_000)]).totalCents).toBe(0);
    // 10 000 × 12.15 % / 365 = 3.3288
    const next = penalties(DEFAULT, '2026-06-01', [term('2026-05-31', 10_000)]);
    expect([next.interestCents, next.fixedFeeCents]).toEqual([333, 4_000]);
  });

  test('a payment made after the day asked for is not known yet', () => {
    const statement = penalties(DEFAULT, '2026-06-30', [term('2026-05-31', 10_000, paid('2026-07-31', 10_000))]);
    expect(statement.interestCents).toBe(9_986);
  });
});

describe('credit notes', () => {
  const terms = [term('2026-05-31', 10_000, credited('2026-06-15', 2_000))];

  test('reduce the principal from the origin', () => {
    // 8 000 × 12.15 % × 30 / 365 = 79.8904
    expect(lines(penalties(DEFAULT, '2026-06-30', terms))).toEqual([
      ['2026-06-01', '2026-06-30', 30, 1215, 800_000, 7_989],
    ]);
  });

  test('or from the day after theirs, if the company chooses so', () => {
    const statement = penalties(DEFAULT, '2026-06-30', terms, { creditNotes: 'own_day' });
    expect(statement.segments.map((s) => s.interestCents)).toEqual([4_993, 3_995]);
  });

  test('for the whole invoice leave nothing, not even the fee', () => {
    const cancelled = [term('2026-05-31', 10_000, credited('2026-06-15', 10_000))];
    expect(penalties(DEFAULT, '2026-06-30', cancelled).totalCents).toBe(0);
  });

  test('more than the whole invoice is never negative interest', () => {
    expect(penalties(DEFAULT, '2026-06-30', [term('2026-05-31', 100, paid('2026-06-10', 250))]).interestCents).toBe(33);
  });
});

describe('an agreed rate', () => {
  const agreed = (percent: number): PenaltyRegime => ({ kind: 'business_agreed', rate: rate(percent * 100) });

  test('15 000 € for 30 days at 15 % is 184.93 €', () => {
    const statement = penalties(agreed(15), '2026-03-31', [term('2026-03-01', 15_000)]);
    expect(statement).toMatchObject({ interestCents: 18_493, fixedFeeCents: 4_000, notices: [] });
  });

  test('100 € for 15 days at 10 % is 0.41 €, at 0 % nothing', () => {
    expect(penalties(agreed(10), '2026-03-16', [term('2026-03-01', 100)]).interestCents).toBe(41);
    expect(penalties(agreed(0), '2026-03-16', [term('2026-03-01', 100)]).interestCents).toBe(0);
  });

  test('a leap day is a day of a year of 365', () => {
    // 10 000 × 12 % × 30 / 365 = 98.63, 29 February 2028 among them
    const statement = penalties(agreed(12), '2028-03-02', [term('2028-02-01', 10_000)]);
    expect(statement.interestCents).toBe(9_863);
    expect(statement.notices).toEqual([{ code: 'floor_unknown', halfYear: '2028S1' }]);
  });

  test('under 3 × the legal rate is told where it runs', () => {
    expect(penalties(agreed(5), '2026-03-31', [term('2026-03-01', 1_000)]).notices).toEqual([
      { code: 'agreed_rate_below_floor', halfYear: '2026S1', rate: 500, floor: 786 },
    ]);
  });

  test('under 3 × the legal rate is refused where it is written', () => {
    expect(checkAgreedRate(rate(785), '2026S1', SOURCES)).toEqual({
      ok: false,
      refusal: { code: 'agreed_rate_below_floor', halfYear: '2026S1', rate: 785, floor: 786 },
    });
    expect(checkAgreedRate(rate(786), '2026S1', SOURCES)).toEqual({ ok: true, value: 786 });
    expect(checkAgreedRate(rate(786), '2027S1', SOURCES).ok).toBe(false);
  });
});

describe('a public buyer', () => {
  test('pays the rate of the half-year in which interest began, to the end', () => {
    const statement = penalties({ kind: 'public' }, '2026-07-29', [term('2026-06-29', 10_000)]);
    expect(lines(statement)).toEqual([['2026-06-30', '2026-07-29', 30, 1015, 1_000_000, 8_342]]);
    expect(statement.fixedFeeCents).toBe(4_000);
  });

  test('due on 30 June, interest begins in the second half', () => {
    const statement = penalties({ kind: 'public' }, '2026-07-30', [term('2026-06-30', 10_000)]);
    expect(lines(statement)).toEqual([['2026-07-01', '2026-07-30', 30, 1040, 1_000_000, 8_548]]);
  });

  test('a later half-year missing from the table does not matter', () => {
    expect(penalties({ kind: 'public' }, '2028-01-01', [term('2026-06-30', 10_000)]).segments).toHaveLength(1);
  });
});

describe('a consumer', () => {
  const consumer = (notice: string | null, enforceable: string | null = null): PenaltyRegime => ({
    kind: 'consumer',
    formalNoticeOn: notice as Day | null,
    enforceableOn: enforceable as Day | null,
  });
  const invoice = [term('2026-01-10', 1_000)];

  test('owes nothing more before a formal notice', () => {
    const statement = penalties(consumer(null), '2026-06-30', invoice);
    expect(statement).toMatchObject({ segments: [], totalCents: 0, basis: { rateRule: 'no_formal_notice' } });
  });

  test('owes the legal rate, other cases, from the day after the notice, and never the fixed fee', () => {
    const statement = penalties(consumer('2026-03-01'), '2026-06-30', invoice);
    expect(lines(statement)).toEqual([['2026-03-02', '2026-06-30', 121, 262, 100_000, 869]]);
    expect(statement.fixedFeeCents).toBe(0);
  });

  test('a notice before the due date starts nothing before it', () => {
    const statement = penalties(consumer('2025-12-01'), '2026-01-31', invoice);
    expect(statement.segments[0]?.from).toBe('2026-01-11');
  });

  test('owes five points more once a judgment was enforceable for two months', () => {
    const statement = penalties(consumer('2026-03-01', '2026-01-15'), '2026-06-30', invoice);
    expect(lines(statement)).toEqual([
      ['2026-03-02', '2026-03-15', 14, 262, 100_000, 100],
      ['2026-03-16', '2026-06-30', 107, 762, 100_000, 2_234],
    ]);
  });
});

describe('the fixed fee', () => {
  test('is due once for an invoice of three terms, each with its own interest', () => {
    const terms = [term('2026-05-31', 1_000), term('2026-06-30', 1_000), term('2026-12-31', 1_000)];
    const statement = penalties(DEFAULT, '2026-07-30', terms);
    expect(statement.fixedFeeCents).toBe(4_000);
    // 9.99 (30 d at 12.15), 10.19 (30 d at 12.40), 10.19; the third term is not due yet.
    expect(statement.segments.map((s) => [s.term, s.interestCents])).toEqual([
      [0, 999],
      [0, 1_019],
      [1, 1_019],
    ]);
  });

  test('is due for each invoice of a claim, and the lines add up', () => {
    const invoices = [1_000, 2_000].map((euros) => penalties(DEFAULT, '2026-07-30', [term('2026-06-30', euros)]));
    // 1 000 → 10.19, 2 000 → 20.38
    expect(claimTotal(invoices)).toEqual({ interestCents: 3_057, fixedFeeCents: 8_000, totalCents: 11_057 });
  });

  test('is not due where insolvency forbade paying at the due date; interest stops before the judgment day', () => {
    const invoice = [term('2026-05-31', 10_000)];
    const before = penalties(DEFAULT, '2026-11-21', invoice, { insolvencyOn: day('2026-05-20') });
    expect(before).toMatchObject({ segments: [], totalCents: 0 });
    const after = penalties(DEFAULT, '2026-11-21', invoice, { insolvencyOn: day('2026-07-01') });
    expect(after).toMatchObject({ interestCents: 9_986, fixedFeeCents: 4_000 });
  });

  test('stays due after the principal was paid', () => {
    const statement = penalties(DEFAULT, '2026-11-21', [term('2026-06-30', 10_000, paid('2026-07-30', 10_000))]);
    expect(statement).toMatchObject({ interestCents: 10_192, fixedFeeCents: 4_000 });
  });
});

test.each([
  ['business', null, { kind: 'business_default' }],
  ['business', rate(1500), { kind: 'business_agreed', rate: 1500 }],
  ['public', rate(1500), { kind: 'public' }],
  ['consumer', rate(1500), { kind: 'consumer', formalNoticeOn: '2026-03-01', enforceableOn: null }],
] as const)('a %s debtor with agreed rate %s has its regime', (kind, agreedRate, regime) => {
  const facts = { kind, agreedRate, formalNoticeOn: day('2026-03-01'), enforceableOn: null };
  expect(regimeOf(facts)).toEqual(regime);
});
