// The legal maximum of payment terms, case by case, days counted by hand.
import { describe, expect, test } from 'vitest';
import { CASH, netDays, type PaymentTerms } from '../../../calendar/index.ts';
import { day } from '../../../kernel/index.ts';
import { FRENCH_TERMS_LIMITS } from './limits.ts';
import { checkTerms, type TermsCheck, type TermsFacts } from './terms-check.ts';

const INVOICE: TermsFacts = {
  kind: 'business',
  publicBuyer: 'authority',
  sector: 'general',
  issuedOn: day('2026-01-15'),
  dueOn: day('2026-03-16'),
  deliveredOn: null,
  receivedOn: null,
  terms: null,
  nothingAgreed: false,
  periodic: false,
};
const EOM_45: PaymentTerms = { ...CASH, days: 45, periodEnd: 'month' };

const check = (facts: Partial<TermsFacts>): TermsCheck => {
  const checked = checkTerms({ ...INVOICE, ...facts }, FRENCH_TERMS_LIMITS);
  if (!checked.ok) throw new Error(checked.refusal.code);
  return checked.value;
};

// rule, agreed days, legal maximum, days over
type Expected = readonly [rule: string, agreed: number, legal: number, over: number];

test.each<[string, Partial<TermsFacts>, Expected]>([
  ['60 days exactly', {}, ['days_60', 60, 60, 0]],
  ['90 days', { dueOn: day('2026-04-15'), terms: netDays(90) }, ['days_60', 90, 60, 30]],
  // 15 January + 45 days = 1 March → 31 March (75 days); the other order gives 17 March.
  ['45 days end of month', { dueOn: day('2026-03-31'), terms: EOM_45 }, ['end_of_month_45', 75, 75, 0]],
  [
    '60 days end of month',
    { dueOn: day('2026-04-30'), terms: { ...EOM_45, days: 60 } },
    ['end_of_month_45', 105, 75, 30],
  ],
  // Issued 13 February 2026: + 45 = 30 March → 31 March; end of February + 45 = 14 April, the later: 60 days.
  [
    'end of month then 45 days',
    { issuedOn: day('2026-02-13'), dueOn: day('2026-04-14'), terms: { ...CASH, periodEnd: 'month', daysAfter: 45 } },
    ['end_of_month_45', 60, 60, 0],
  ],
  ['a summary invoice', { periodic: true }, ['periodic_45', 60, 45, 15]],
  ['nothing agreed', { nothingAgreed: true, deliveredOn: day('2026-01-10') }, ['nothing_agreed_30', 65, 30, 35]],
  ['transport', { sector: 'transport', dueOn: day('2026-02-14') }, ['transport_30', 30, 30, 0]],
  ['transport at 45 days', { sector: 'transport', dueOn: day('2026-03-01') }, ['transport_30', 45, 30, 15]],
  [
    'perishable food, from delivery',
    { sector: 'perishable_food', deliveredOn: day('2026-01-05'), dueOn: day('2026-02-14') },
    ['perishable_30', 40, 30, 10],
  ],
  // Delivered 12 January: the ten-day period ends on the 20th, + 30 = 19 February, 38 days after delivery.
  [
    'perishable food, summary invoice, from the end of the ten-day period',
    { sector: 'perishable_food', periodic: true, deliveredOn: day('2026-01-12'), dueOn: day('2026-02-20') },
    ['perishable_periodic_30', 39, 38, 1],
  ],
  ['live cattle', { sector: 'live_cattle', dueOn: day('2026-02-14') }, ['live_cattle_20', 30, 20, 10]],
  // 31 January + 30 = 2 March, 46 days after 15 January.
  [
    'alcohol, from the end of the month',
    { sector: 'alcohol', dueOn: day('2026-03-02') },
    ['alcohol_30_end_of_month', 46, 46, 0],
  ],
  ['wine', { sector: 'wine' }, ['wine_60', 60, 60, 0]],
  [
    'a town hall, from receipt',
    { kind: 'public', receivedOn: day('2026-01-20'), dueOn: day('2026-02-19') },
    ['public_authority_30', 30, 30, 0],
  ],
  ['a public hospital', { kind: 'public', publicBuyer: 'health' }, ['public_health_50', 60, 50, 10]],
  ['a public undertaking', { kind: 'public', publicBuyer: 'undertaking' }, ['public_undertaking_60', 60, 60, 0]],
])('%s', (_, facts, [rule, agreedDays, legalMaxDays, overByDays]) => {
  expect(check(facts)).toMatchObject({ rule, agreedDays, legalMaxDays, overByDays });
});

describe('terms unknown', () => {
  test('a due date lawful only as 45 days end of month says so', () => {
    expect(check({ dueOn: day('2026-03-31') })).toMatchObject({ overByDays: 15, allowedIfEndOfMonthAgreed: true });
    expect(check({ dueOn: day('2026-04-01') })).toMatchObject({ overByDays: 16, allowedIfEndOfMonthAgreed: false });
  });

  test('terms known not to be end of month do not', () => {
    expect(check({ dueOn: day('2026-03-31'), terms: netDays(75) }).allowedIfEndOfMonthAgreed).toBe(false);
  });
});

test('consumers have no legal maximum, and old invoices no rule in the table', () => {
  expect(checkTerms({ ...INVOICE, kind: 'consumer' }, FRENCH_TERMS_LIMITS)).toEqual({
    ok: false,
    refusal: { code: 'no_legal_limit', kind: 'consumer' },
  });
  const old = checkTerms({ ...INVOICE, issuedOn: day('2012-01-15') }, FRENCH_TERMS_LIMITS);
  expect(old).toMatchObject({ ok: false, refusal: { code: 'limit_missing', rule: 'days_60' } });
});
