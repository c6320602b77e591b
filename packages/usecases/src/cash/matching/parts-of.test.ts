// Parts of explanations by tables: sums are arithmetic on the amounts shown.
import { type Cents, type CustomerId, cents, day, type PaymentId } from '@quittance/core/kernel';
import type { Explanation, OpenItem } from '@quittance/core/reconciliation';
import { describe, expect, it } from 'vitest';
import { candidatesOf, partsOf } from './parts-of.ts';

const [ANNA, BRUNO] = [1 as CustomerId, 2 as CustomerId];
const item = (itemId: number, customerId: CustomerId, openCents: number, currency = 'EUR'): OpenItem => ({
  ...{
    itemId,
    customerId,
    openCents: cents(openCents),
    currency,
    number: `N${itemId}`,
    references: [],
    discount: null,
  },
  kind: itemId % 2 === 0 ? 'receivable' : 'credit_note',
  dueOn: day('2026-03-01'),
});
// Even numbers are terms (row = half), odd ones credit notes.
const ITEMS = new Map(
  [
    item(20, ANNA, 10_000),
    item(22, ANNA, 5_000),
    item(31, ANNA, 2_000),
    item(40, BRUNO, 7_000),
    item(50, ANNA, 9_000, 'USD'),
  ].map((each) => [each.itemId, each]),
);
const explanation = (takes: Readonly<Record<number, number>>, more: Partial<Explanation> = {}): Explanation => ({
  allocations: Object.entries(takes).map(([itemId, taken]) => ({ itemId: Number(itemId), cents: taken as Cents })),
  ...{
    customerIds: [ANNA],
    evidence: ['amount_exact'],
    confidence: 0.99,
    unappliedCents: cents(0),
    spans: [],
    ...more,
  },
});
const facts = (received: number) => ({
  cents: received,
  itemOf: (id: number) => ITEMS.get(id),
  openOf: ({ openCents }: OpenItem) => openCents as number,
});
const part = { paymentId: null, settles: null, credits: [], adjustments: [], allocations: [] };

describe('parts of an explanation', () => {
  it('are one payment for each customer', () => {
    const made = partsOf(explanation({ 20: 10_000, 40: 7_000 }, { customerIds: [ANNA, BRUNO] }), facts(17_000));
    expect(made).toEqual([
      { ...part, customerId: ANNA, cents: 10_000, allocations: [{ receivableId: 10, cents: 10_000 }] },
      { ...part, customerId: BRUNO, cents: 7_000, allocations: [{ receivableId: 20, cents: 7_000 }] },
    ]);
  });

  it('use credit notes before money', () => {
    expect(partsOf(explanation({ 20: 10_000, 22: 5_000, 31: 2_000 }), facts(13_000))).toEqual([
      {
        ...{ ...part, customerId: ANNA, cents: 13_000 },
        credits: [{ creditNoteId: 15, receivableId: 10, cents: 2_000 }],
        allocations: [
          { receivableId: 10, cents: 8_000 },
          { receivableId: 11, cents: 5_000 },
        ],
      },
    ]);
  });

  it('close what charges or a discount left, and nothing else', () => {
    const short = { 20: 9_200 };
    const fee = partsOf(explanation(short, { evidence: ['reference', 'amount_fee'] }), facts(9_200));
    expect(fee?.[0]?.adjustments).toEqual([{ receivableId: 10, cents: 800, nature: 'bank_fee' }]);
    const discount = partsOf(explanation(short, { evidence: ['amount_discount'] }), facts(9_200));
    expect(discount?.[0]?.adjustments).toEqual([{ receivableId: 10, cents: 800, nature: 'discount' }]);
    const partial = partsOf(explanation(short, { evidence: ['amount_partial'] }), facts(9_200));
    expect(partial?.[0]?.adjustments).toEqual([]);
  });

  it('leave money over, and money of a payer who owes nothing, on account', () => {
    expect(partsOf(explanation({ 20: 10_000 }, { unappliedCents: cents(500) }), facts(10_500))?.[0]?.cents).toBe(
      10_500,
    );
    const onAccount = partsOf(explanation({}, { unappliedCents: cents(500) }), facts(500));
    expect(onAccount).toEqual([{ ...part, customerId: ANNA, cents: 500 }]);
    expect(candidatesOf(onAccount!)).toEqual([{ customerId: ANNA, receivableId: null }]);
  });

  it('tie a payment of the books, whatever of it is still open', () => {
    const known = { paymentId: 7 as PaymentId };
    expect(partsOf(explanation({}, known), facts(10_000))).toEqual([
      { ...part, customerId: ANNA, cents: 10_000, paymentId: 7 },
    ]);
    const open = partsOf(explanation({ 22: 4_000 }, { ...known, unappliedCents: cents(1_000) }), facts(10_000));
    expect(open).toEqual([
      { ...part, customerId: ANNA, cents: 10_000, paymentId: 7, allocations: [{ receivableId: 11, cents: 4_000 }] },
    ]);
    expect(candidatesOf(partsOf(explanation({}, known), facts(10_000))!)).toEqual([]);
  });

  it('settle what was ordered in its currency, beside the amount the bank made of it', () => {
    const ordered = { ...facts(8_321), instructed: { cents: cents(9_000), currency: 'USD' } };
    expect(partsOf(explanation({ 50: 9_000 }, { currency: 'USD' }), ordered)).toEqual([
      {
        ...{ ...part, customerId: ANNA, cents: 8_321, settles: { cents: 9_000, currency: 'USD' } },
        allocations: [{ receivableId: 25, cents: 9_000 }],
      },
    ]);
  });

  it('are none where the sum is not the movement’s, or a customer has more credit than debt', () => {
    expect(partsOf(explanation({ 20: 10_000 }), facts(9_999))).toBeNull();
    expect(partsOf(explanation({ 40: 7_000, 31: 2_000 }, { customerIds: [ANNA, BRUNO] }), facts(5_000))).toBeNull();
    expect(partsOf(explanation({ 99: 1 }), facts(1))).toBeNull();
  });
});
