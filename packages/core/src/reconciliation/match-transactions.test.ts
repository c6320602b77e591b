// Cash application, case by case (docs/specs/reconciliation.md). Amounts are in cents; expected values are arithmetic.
import { describe, expect, it } from 'vitest';
import type { Cents, CustomerId, Day } from '../kernel/index.ts';
import { DEFAULT_MATCHING_POLICY, type MatchDecision, type OpenItem, type Payer, type Transaction } from './index.ts';
import { matchInSlices, matchTransactions } from './match-transactions.ts';

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
    ['with one zero too few', 'FA-2026-00118', 'FA-2026-0118'],
    ['mistyped by one figure', 'FA-2026-00118', 'FA-2026-00818'],
    ['short, called an invoice', 'F118', 'FACTURE N° 118'],
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

  it.each([
    ['ends of other lengths', 'F9262 15379 / 17249', ['F9262', 'F15379', 'F17249']],
    ['numbers that name their own prefix', 'F15250 F22945 F9707', ['F15250', 'F22945', 'F9707']],
    ['whole numbers', 'FA-2026-008685 FA-2026-009212', ['FA-2026-008685', 'FA-2026-009212']],
  ])('reads a list: %s', (_, text, numbers) => {
    // F19707 and FA-2026-002026 are what an end put in place of another would make.
    const items = [...numbers, 'F19707', 'FA-2026-002026'].map((number, at) => item(at + 1, number, 10_000 * (at + 1)));
    const decision = one(
      paid(
        numbers.reduce((sum, _number, at) => sum + 10_000 * (at + 1), 0),
        text,
      ),
      items,
    );
    expect(decision.decision).toBe('auto');
    expect(Object.keys(applied(decision))).toHaveLength(numbers.length);
  });

  it('takes of two numbers that an end may mean the one that makes the amount', () => {
    const items = [item(1, 'F8685', 10_000), item(2, 'F8212', 20_000), item(3, 'F212', 30_000)];
    expect(applied(one(paid(40_000, 'F8685 212'), items))).toEqual({ 1: 10_000, 3: 30_000 });
    expect(applied(one(paid(30_000, 'F8685 212'), items))).toEqual({ 1: 10_000, 2: 20_000 });
  });

  it.each(['VIR DU 18/02/2026', 'PAIEMENT 02/2026', 'REF 2026-02-18'])('sees no number in a date: %s', (text) => {
    const items = [item(1, 'FA-2026-02026', 50_000), item(2, 'F-18022026', 50_000), item(3, 'F-9', 12_345)];
    expect(applied(one(paid(12_345, text), items))).toEqual({ 3: 12_345 });
  });

  it('takes the number of another, mistyped, for the payer’s own where his makes the amount', () => {
    const items = [
      item(1, 'FA-2026-000968', 44_559),
      item(2, 'FA-2026-000698', 51_819, { customerId: 3 as CustomerId }),
    ];
    const decision = one(paid(44_559, 'REGLT FA-2026-000698'), items);
    expect(decision).toMatchObject({
      decision: 'auto',
      best: { evidence: ['reference_near', 'payer_name', 'amount_exact'] },
    });
  });

  it('applies no amount alone where the text names an invoice that is not open', () => {
    const items = [item(1, 'FA-2026-000118', 9_900), item(2, 'FA-2026-000119', 50_000)];
    expect(one(paid(9_900, 'VIR FA-2025-000007'), items).decision).toBe('suggest');
    expect(one(paid(9_900, 'VIR'), items).decision).toBe('auto');
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
  it('never chooses between fees and a credit note of the same amount', () => {
    for (const number of ['F-10001', 'F641']) {
      const items = [item(1, number, 50_000), credit(3, 'AV-7', 1_200)];
      expect(one(paid(48_800, number), items).decision).toBe('suggest');
    }
  });
  it('leaves to a person which of several invoices stays open', () => {
    const items = [item(1, 'F-10001', 50_000), item(2, 'F-10002', 30_000)];
    expect(one(paid(60_000, text), items)).toMatchObject({ decision: 'suggest', best: { unappliedCents: 0 } });
  });
  it('takes documents that follow each other, where many are open', () => {
    // 30 invoices of 101, 102, … 130 €: numbers 11 to 13 are 111 + 112 + 113 = 336 €; alone they could be many others.
    const items = Array.from({ length: 30 }, (_, at) =>
      item(at + 1, `F-${at + 1}`, 10_100 + at * 100 + at * at, {
        dueOn: `2026-01-${String(at + 1).padStart(2, '0')}` as Day,
      }),
    );
    const chosen = items.slice(10, 13);
    const total = chosen.reduce((sum, { openCents }) => sum + openCents, 0);
    expect(Object.keys(applied(one(paid(total, 'VIREMENT'), items)))).toEqual(['11', '12', '13']);
  });
  it('explains no amount by what was issued later', () => {
    const later = item(1, 'F-1', 12_345, { issuedOn: '2026-02-11' as Day });
    expect(one(paid(12_345, 'VIREMENT'), [later, item(2, 'F-2', 99_999)]).best?.evidence).not.toContain('amount_exact');
    expect(one(paid(12_345, 'VIR F-1', { bookedOn: '2026-02-12' as Day }), [later]).decision).toBe('auto');
  });
  it('reads the amount ordered where the bank changed the currency, for a person to accept', () => {
    const instructed = { cents: 50_000 as Cents, currency: 'USD' as const };
    const decision = one(paid(46_120, 'F-10001', { instructed }), [item(1, 'F-10001', 50_000, { currency: 'USD' })]);
    expect(decision).toMatchObject({ decision: 'suggest', best: { currency: 'USD', unappliedCents: 0 } });
    expect(decision.best?.evidence).toContain('amount_instructed');
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
  it.each([1_000, 2_000])('does not take it a day later, nor for fees: a part, for a person to grant or not', (off) => {
    const discount = { cents: off as Cents, untilOn: '2026-02-09' as Day };
    const decision = one(paid(50_000 - off, 'F-10001'), [item(1, 'F-10001', 50_000, { discount })]);
    expect(decision).toMatchObject({
      decision: 'suggest',
      best: { evidence: ['reference', 'payer_name', 'amount_partial'] },
    });
    expect(applied(decision)).toEqual({ 1: 50_000 - off });
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
  // Of equal debts money goes to the oldest: art. 1342-10 of the Civil Code.
  it.each([
    ['takes a row of documents alone where an equal of one is due later', [], [5_500], 'auto'],
    ['asks where an equal of one is due before', [5_500], [], 'suggest'],
  ] as const)('%s', (_, before, after, expected) => {
    const row = [1_500, 2_500, 3_500, 5_500, 6_500, 8_500, 9_500, 11_500];
    const amounts = [...before, ...row, 14_500, 15_500, 18_500, 20_500, 21_500, ...after];
    const items = amounts.map((cents, n) => item(n + 1, `F-${(n + 3) * 1_013}`, cents));
    const decision = one(paid(49_000, 'VIREMENT', { payerIban: 'FR3330002005500000157841Z25' }), items);
    expect(Object.values(applied(decision))).toEqual(row);
    expect(decision.decision).toBe(expected);
  });
  it('only suggests an amount of a payer nobody knows', () => {
    const decision = one(paid(12_345, 'VIREMENT', { payerName: 'XYLOPHONE' }), [item(1, 'F-1', 12_345)]);
    expect(decision.decision).toBe('suggest');
  });
  it('knows from a text without a name who wrote such a text before', () => {
    const aliases = [{ iban: null, name: 'VIR PMTN KERVAL FVIRN211', customerId: LORIETTE }];
    const transaction = paid(12_345, 'VIR SAS PMTN KERVAL FVIRN220', { payerName: null });
    const items = [item(1, 'F-1', 12_345, { customerId: LORIETTE }), item(2, 'F-2', 54_321)];
    expect(one(transaction, items, { aliases })).toMatchObject({
      decision: 'auto',
      best: { evidence: ['payer_alias', 'amount_exact'] },
    });
  });
  it('takes a name that fills its field for the beginning of others', () => {
    const cut = [10, 11].map((id) => ({
      customerId: id as CustomerId,
      name: `Transports Hautecombe SAS ${id === 10 ? 1 : 12}`,
      ibans: [],
      groupId: null,
    }));
    const items = cut.map(({ customerId }, at) => item(at + 1, `F-${at}`, 12_345, { customerId }));
    const decision = one(paid(12_345, 'VIREMENT', { payerName: 'TRANSPORTS HAUTECOMBE SAS 1' }), items, {
      payers: cut,
    });
    expect(decision).toMatchObject({ decision: 'suggest', alternatives: [{ customerIds: [11] }] });
  });
  it('trusts a number less where its neighbours are open too and nobody known pays', () => {
    const lonely = [item(1, 'F-10001', 50_000)];
    const crowd = Array.from({ length: 3_000 }, (_, at) => item(at + 1, `F-${10_001 + at}`, 50_000 + at));
    const part = paid(20_000, 'F-10001', { payerName: 'XYLOPHONE' });
    expect(one(part, lonely).decision).toBe('auto');
    expect(one(part, crowd).decision).toBe('suggest');
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
  it('leaves the whole movement to a person once he undid a part of what it paid', () => {
    const items = [item(1, 'F-10001', 10_000), item(2, 'F-10002', 20_000)];
    const undone = [{ transactionId: 1, itemId: 2 }];
    for (const text of ['F-10001 F-10002', 'F-10002 F-10001', 'SOLDE'])
      expect(one(paid(30_000, text), items, { undone }).decision).toBe('suggest');
    expect(one(paid(10_000, 'F-10001'), items, { undone }).decision).toBe('suggest');
  });
  it('answers nothing where nothing is open', () => expect(one(paid(10_000, 'F-1'), []).decision).toBe('none'));
});

describe('a run in slices', () => {
  const items = Array.from({ length: 90 }, (_, n) => item(n + 1, `FA-2026-${1000 + n}`, 10_000 + (n % 7) * 100));
  const transactions = items.map(({ openCents }, n) =>
    paid(openCents, n % 3 === 0 ? 'VIREMENT' : `FA-2026-${1000 + n}`, { transactionId: n + 1 }),
  );
  const facts = { items, payers, aliases: [], undone: [] };

  it('pauses, gives each decision once for good, and decides as at one go, even beside another run', () => {
    const [run, other] = [1, 2].map(() => matchInSlices(transactions, facts, DEFAULT_MATCHING_POLICY));
    const given: MatchDecision[] = [];
    let pauses = 0;
    let step = run!.next();
    while (!step.done) {
      given.push(...step.value);
      pauses += 1;
      other!.next();
      step = run!.next();
    }
    expect(pauses).toBeGreaterThan(7);
    expect(new Set(given)).toEqual(new Set(step.value));
    expect(given).toHaveLength(transactions.length);
    expect(step.value).toEqual(matchTransactions(transactions, facts, DEFAULT_MATCHING_POLICY));
  });
});
