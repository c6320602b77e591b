// Money the books already hold, case by case (docs/specs/reconciliation.md). Amounts are in cents; 2026-02-10 is a Tuesday.
import { describe, expect, it } from 'vitest';
import type { Cents, CustomerId, Day, PaymentId } from '../kernel/index.ts';
import {
  DEFAULT_MATCHING_POLICY,
  type MatchDecision,
  type MatchingFacts,
  matchTransactions,
  type OpenItem,
  type RecordedPayment,
  type Transaction,
} from './index.ts';

const VALMORIN = 1 as CustomerId;
const LORIETTE = 2 as CustomerId;
const payers = [
  { customerId: VALMORIN, name: 'Ateliers Valmorin', ibans: [], groupId: null },
  { customerId: LORIETTE, name: 'Brasserie Loriette', ibans: [], groupId: null },
];
const recorded = (paymentId: number, more: Partial<RecordedPayment> = {}): RecordedPayment => ({
  paymentId: paymentId as PaymentId,
  customerId: VALMORIN,
  cents: 48_000 as Cents,
  currency: 'EUR',
  paidOn: '2026-02-09' as Day,
  openCents: 0 as Cents,
  reference: null,
  ...more,
});
const movement = (more: Partial<Transaction> = {}): Transaction => ({
  transactionId: 1,
  bookedOn: '2026-02-10' as Day,
  cents: 48_000 as Cents,
  currency: 'EUR',
  text: 'VIREMENT',
  payerName: 'ATELIERS VALMORIN',
  payerIban: null,
  creditorReference: null,
  ...more,
});
const invoice: OpenItem = {
  itemId: 1,
  kind: 'receivable',
  customerId: VALMORIN,
  number: 'F-10001',
  references: [],
  openCents: 48_000 as Cents,
  currency: 'EUR',
  dueOn: '2026-01-31' as Day,
  discount: null,
};
const all = (transactions: Transaction[], facts: Partial<MatchingFacts>): MatchDecision[] =>
  matchTransactions(transactions, { items: [], payers, aliases: [], undone: [], ...facts }, DEFAULT_MATCHING_POLICY);
const one = (transaction: Transaction, facts: Partial<MatchingFacts>) => all([transaction], facts)[0] as MatchDecision;

describe('a movement that the books already recorded', () => {
  it('is recognised by its customer, its amount and its day, and is no new money', () => {
    const decision = one(movement(), { recordedPayments: [recorded(7)] });
    expect(decision).toMatchObject({
      decision: 'auto',
      best: {
        paymentId: 7,
        allocations: [],
        unappliedCents: 0,
        evidence: ['payment_recorded', 'payer_name', 'amount_exact'],
      },
    });
  });
  it('applies what that payment still holds to the invoice that the text names', () => {
    const facts = { items: [invoice], recordedPayments: [recorded(7, { openCents: 48_000 as Cents })] };
    expect(one(movement({ text: 'VIR F-10001' }), facts)).toMatchObject({
      decision: 'auto',
      best: { paymentId: 7, allocations: [{ itemId: 1, cents: 48_000 }], unappliedCents: 0 },
    });
  });
  it('leaves to a person what the books applied elsewhere than the text says', () => {
    const decision = one(movement({ text: 'VIR F-10001' }), { items: [invoice], recordedPayments: [recorded(7)] });
    expect(decision).toMatchObject({ decision: 'suggest', best: { paymentId: 7 } });
    expect(decision.alternatives[0]?.allocations).toEqual([{ itemId: 1, cents: 48_000 }]);
  });
  // Five worked days before Tuesday 10 February: Tuesday 3; the sixth is Monday 2. After: Tuesday 17.
  it.each([
    ['2026-02-03', 'auto'],
    ['2026-02-02', 'none'],
    ['2026-02-17', 'auto'],
    ['2026-02-18', 'none'],
  ])('recorded on %s: %s', (paidOn, expected) => {
    expect(one(movement(), { recordedPayments: [recorded(7, { paidOn: paidOn as Day })] }).decision).toBe(expected);
  });
  it('counts no day on which the company closes', () => {
    const calendar = { alsaceMoselle: false, closedDays: ['2026-02-03' as Day] };
    expect(
      one(movement(), { calendar, recordedPayments: [recorded(7, { paidOn: '2026-02-02' as Day })] }).decision,
    ).toBe('auto');
  });
  it('is a tie where two payments may be it', () => {
    const decision = one(movement(), { recordedPayments: [recorded(7), recorded(8)] });
    expect(decision).toMatchObject({ decision: 'suggest', best: { paymentId: 7 }, alternatives: [{ paymentId: 8 }] });
  });
  it('is a tie where two movements may be it', () => {
    const decisions = all([movement(), movement({ transactionId: 2, bookedOn: '2026-02-11' as Day })], {
      recordedPayments: [recorded(7)],
    });
    expect(decisions.map(({ decision }) => decision)).toEqual(['suggest', 'suggest']);
  });
  it('is told apart by the number that the books wrote', () => {
    const recordedPayments = [recorded(7, { reference: '0055128' }), recorded(8, { reference: '0055129' })];
    expect(one(movement({ text: 'VIR 55129' }), { recordedPayments })).toMatchObject({
      decision: 'auto',
      best: { paymentId: 8 },
    });
  });
  it("is never another customer's", () => {
    expect(one(movement(), { recordedPayments: [recorded(7, { customerId: LORIETTE })] }).decision).toBe('none');
  });
  it('is only suggested where nobody says who pays', () => {
    expect(one(movement({ payerName: null }), { recordedPayments: [recorded(7)] }).decision).toBe('suggest');
  });
  it('is not recognised alone once a person said it is another', () => {
    const undoneRecognitions = [{ transactionId: 1, paymentId: 7 as PaymentId }];
    expect(one(movement(), { recordedPayments: [recorded(7)], undoneRecognitions }).decision).toBe('suggest');
  });
});
