// Cash application, case by case (docs/specs/reconciliation.md). Amounts are in cents; expected values are arithmetic.
import { describe, expect, it } from 'vitest';
import type { Cents, CustomerId, Day } from '../kernel/index.ts';
import { DEFAULT_MATCHING_POLICY, type MatchDecision, type OpenItem, type Payer, type Transaction } from './index.ts';
import { matchTransactions } from './match-transactions.ts';

const VALMORIN = 1 as CustomerId;
const LORIETTE = 2 as CustomerId;
const payers: Payer[] = [
  { customerId: VALMORIN, name: 'Ateliers Valmorin SARL', ibans: ['FR3330002005500000157841Z25'], groupId: 9 },
  { customerId: LORIETTE, name: 'Brasserie Loriette', ibans: [], groupId: 9 },
  { customerId: 3 as CustomerId, name: 'Menuiserie Quentrec', ibans: [], groupId: null },
];

const item = (itemId: number, number: string, cents: number, more: Partial<OpenItem> = {}): OpenItem => ({
  itemId,
  kind: 'receivable',
  customerId: VALMORIN,
  number,
  references: [],
  openCents: cents as Cents,
  currency: 'EUR',
  dueOn: `2026-01-${String(itemId).padStart(2, '0')}` as Day,
  discount: null,
  ...more,
});
const credit = (itemId: number, number: string, cents: number) => item(itemId, number, cents, { kind: 'credit_note' });

const paid = (cents: number, text: string, more: Partial<Transaction> = {}): Transaction => ({
  transactionId: 1,
  bookedOn: '2026-02-10' as Day,
  cents: cents as Cents,
  currency: 'EUR',
  text,
  payerName: 'ATELIERS VALMORIN',
  payerIban: null,
  creditorReference: null,
  ...more,
});

const match = (transactions: Transaction[], items: OpenItem[], more: object = {}): MatchDecision[] =>
  matchTransactions(transactions, { items, payers, aliases: [], undone: [], ...more }, DEFAULT_MATCHING_POLICY);
const one = (transaction: Transaction, items: OpenItem[], more: object = {}): MatchDecision =>
  match([transaction], items, more)[0] as MatchDecision;
const applied = ({ best }: MatchDecision) =>
  Object.fromEntries((best?.allocations ?? []).map(({ itemId, cents }) => [itemId, cents]));

describe('a number in any dress', () => {
  it.each([
    ['as printed', 'FA-2026-00118', 'VIR FA-2026-00118'],
    ['without dashes', 'FA-2026-00118', 'FA202600118'],
    ['cut by spaces', 'FA-2026-00118', 'FACTURE FA 2026 00118 MERCI'],
    ['without its zeros', 'FA-2026-00118', 'fa 2026 118'],
    ['without its prefix', 'FA-2026-00118', 'fact n° 2026-00118'],
    ['with accents around', 'FA-2026-00118', 'Règlement facture n°FA2026-00118'],
    ['mistyped by one figure', 'FA-2026-00118', 'FA-2026-00818'],
  ])('%s', (_, number, text) => {
    const decision = one(paid(120_000, text), [item(1, number, 120_000), item(2, 'FA-2026-00777', 99_000)]);
    expect(decision.decision).toBe('auto');
    expect(applied(decision)).toEqual({ 1: 120_000 });
  });

  it('finds a list that names the prefix once', () => {
    const items = [item(1, 'F118', 10_000), item(2, 'F119', 20_000), item(3, 'F122', 30_000), item(4, 'F120', 60_000)];
    const decision = one(paid(60_000, 'F118 119 et 122'), items);
    expect(applied(decision)).toEqual({ 1: 10_000, 2: 20_000, 3: 30_000 });
  });

  it('finds numbers that were run together', () => {
    const items = [item(1, '9127475830', 10_000), item(2, '1052811545', 20_000), item(3, '2083189418', 31_000)];
    expect(applied(one(paid(30_000, 'ORDER 91274758301052811545'), items))).toEqual({ 1: 10_000, 2: 20_000 });
  });

  it('reads a creditor reference of ISO 11649', () => {
    // RF18 539007547034 is the example of the norm's own presentation: 539007547034 with check digits 18.
    const decision = one(paid(5_000, 'VIR', { creditorReference: 'RF18 5390 0754 7034', payerName: null }), [
      item(1, '539007547034', 5_000),
    ]);
    expect(decision).toMatchObject({ decision: 'auto', best: { evidence: ['creditor_reference', 'amount_exact'] } });
  });

  it('says where in the text the evidence stands', () => {
    const decision = one(paid(10_000, 'VIR F-11822 MERCI'), [item(1, 'F-11822', 10_000)]);
    expect(decision.best?.spans).toEqual([{ from: 4, to: 11 }]);
  });
});

describe('amounts', () => {
  const text = 'F-10001 F-10002';
  it('nets a credit note that makes the sum exact', () => {
    const items = [item(1, 'F-10001', 50_000), item(2, 'F-10002', 30_000), credit(3, 'AV-7', 5_000)];
    expect(applied(one(paid(75_000, text), items))).toEqual({ 1: 50_000, 2: 30_000, 3: 5_000 });
  });
  it('takes the agreed discount until its day', () => {
    const discount = { cents: 1_000 as Cents, untilOn: '2026-02-10' as Day };
    const decision = one(paid(49_000, 'F-10001'), [item(1, 'F-10001', 50_000, { discount })]);
    expect(decision).toMatchObject({
      decision: 'auto',
      best: { evidence: ['reference', 'payer_name', 'amount_discount'] },
    });
    expect(applied(decision)).toEqual({ 1: 49_000 });
  });
  it('does not take it a day later', () => {
    const discount = { cents: 2_000 as Cents, untilOn: '2026-02-09' as Day };
    const decision = one(paid(48_000, 'F-10001'), [item(1, 'F-10001', 50_000, { discount })]);
    expect(decision.best?.evidence).toContain('amount_partial');
  });
  it('knows fees kept on the way, up to the tolerance', () => {
    expect(one(paid(48_500, 'F-10001'), [item(1, 'F-10001', 50_000)]).best?.evidence).toContain('amount_fee');
    expect(one(paid(48_499, 'F-10001'), [item(1, 'F-10001', 50_000)]).best?.evidence).toContain('amount_partial');
  });
  it('puts part of an amount on what is named, and the rest of it with the next payment', () => {
    const decisions = match(
      [
        paid(20_000, 'acompte F-10001'),
        paid(30_000, 'solde F-10001', { transactionId: 2, bookedOn: '2026-02-20' as Day }),
      ],
      [item(1, 'F-10001', 50_000)],
    );
    expect(decisions.map(applied)).toEqual([{ 1: 20_000 }, { 1: 30_000 }]);
    expect(decisions.map(({ decision }) => decision)).toEqual(['auto', 'auto']);
  });
  // Situation 26: four of six at once, one of them partly.
  it('spreads one payment over four invoices, the last in part, for a person to confirm or not', () => {
    const items = [1, 2, 3, 4, 5, 6].map((n) => item(n, `F-1000${n}`, 10_000));
    const decision = one(paid(35_000, 'F-10001 F-10002 F-10003 F-10004'), items);
    expect(applied(decision)).toEqual({ 1: 10_000, 2: 10_000, 3: 10_000, 4: 5_000 });
  });
  it('never applies alone where money is left over', () => {
    const decision = one(paid(60_000, 'F-10001'), [item(1, 'F-10001', 50_000)]);
    expect(decision).toMatchObject({ decision: 'suggest', best: { unappliedCents: 10_000 } });
  });
  it('never crosses currencies', () => {
    const decision = one(paid(50_000, 'F-10001'), [item(1, 'F-10001', 50_000, { currency: 'USD' })]);
    expect(decision.decision).toBe('none');
  });
  it('pays the terms of an invoice oldest first', () => {
    const items = [item(1, 'F-10001', 10_000), item(2, 'F-10001', 10_000), item(3, 'F-10001', 10_000)];
    expect(applied(one(paid(15_000, 'F-10001'), items))).toEqual({ 1: 10_000, 2: 5_000 });
  });
});

describe('payers', () => {
  it('applies an amount that only one item of a known payer has', () => {
    const items = [
      item(1, 'F-1', 12_345),
      item(2, 'F-2', 54_321),
      item(3, 'F-3', 12_345, { customerId: 3 as CustomerId }),
    ];
    const decision = one(
      paid(12_345, 'VIREMENT', { payerIban: 'FR33 3000 2005 5000 0015 7841 Z25', payerName: null }),
      items,
    );
    expect(decision).toMatchObject({ decision: 'auto', best: { evidence: ['payer_iban', 'amount_exact'] } });
    expect(applied(decision)).toEqual({ 1: 12_345 });
  });
  // Situation 27.
  it('never chooses between two equal amounts', () => {
    const decision = one(paid(12_345, 'VIREMENT'), [item(1, 'F-1', 12_345), item(2, 'F-2', 12_345)]);
    expect(decision.decision).toBe('suggest');
    expect(decision.alternatives).toHaveLength(1);
  });
  it('only suggests an amount of a payer nobody knows', () => {
    const decision = one(paid(12_345, 'VIREMENT', { payerName: 'XYLOPHONE' }), [item(1, 'F-1', 12_345)]);
    expect(decision.decision).toBe('suggest');
  });
  it('pays everything open of a payer', () => {
    const items = [item(1, 'F-1', 10_001), item(2, 'F-2', 20_002), credit(3, 'AV-1', 1_003)];
    const decision = one(paid(29_000, 'SOLDE COMPTE'), items);
    expect(decision).toMatchObject({ decision: 'auto', best: { evidence: ['payer_name', 'amount_all_open'] } });
  });
  it('knows a payer that people taught it, and the parent of a group', () => {
    const items = [item(1, 'F-1', 12_345, { customerId: LORIETTE })];
    const aliases = [{ iban: null, name: 'HOLDING KERVAL', customerId: LORIETTE }];
    expect(one(paid(12_345, 'VIR', { payerName: 'HOLDING KERVAL SAS' }), items, { aliases }).best?.evidence).toContain(
      'payer_alias',
    );
    expect(one(paid(12_345, 'VIR'), items).best?.evidence).toContain('payer_group');
  });
  it('trusts a number and its exact amount above the payer, not a part of it', () => {
    const items = [item(1, 'F-10001', 50_000, { customerId: 3 as CustomerId })];
    expect(one(paid(50_000, 'F-10001'), items).decision).toBe('auto');
    expect(one(paid(20_000, 'F-10001'), items).decision).toBe('suggest');
  });
});

describe('a run', () => {
  it('keeps an item for the movement that names it', () => {
    const decisions = match(
      [paid(10_000, 'VIREMENT'), paid(10_000, 'F-10001', { transactionId: 2, bookedOn: '2026-02-20' as Day })],
      [item(1, 'F-10001', 10_000)],
    );
    expect(applied(decisions[1] as MatchDecision)).toEqual({ 1: 10_000 });
    expect(decisions[0]?.decision).toBe('none');
  });
  it('never redoes alone what a person undid', () => {
    const undone = [{ transactionId: 1, itemId: 1 }];
    const decision = one(paid(10_000, 'F-10001'), [item(1, 'F-10001', 10_000)], { undone });
    expect(decision).toMatchObject({
      decision: 'suggest',
      best: { evidence: expect.arrayContaining(['undone_before']) },
    });
  });
  it('answers nothing where nothing is open', () => expect(one(paid(10_000, 'F-1'), []).decision).toBe('none'));
});
