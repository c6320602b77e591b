// What a text names that nobody has open: nothing else of the same amount is paid in its place without a person.
import { describe, expect, it } from 'vitest';
import type { Cents, CustomerId, Day } from '../../kernel/index.ts';
import { DEFAULT_MATCHING_POLICY, type MatchDecision, type OpenItem, type Transaction } from '../index.ts';
import { matchTransactions } from '../match-transactions.ts';

const [VALMORIN, QUENTREC] = [1 as CustomerId, 2 as CustomerId];
const IBAN = 'FR3330002005500000157841Z25';
const payers = [
  { customerId: VALMORIN, name: 'Ateliers Valmorin SARL', ibans: [IBAN], groupId: null },
  { customerId: QUENTREC, name: 'Menuiserie Quentrec', ibans: [], groupId: null },
];

const item = (itemId: number, number: string, cents: number, more: Partial<OpenItem> = {}): OpenItem => ({
  ...{ itemId, kind: 'receivable', customerId: VALMORIN, number, references: [], openCents: cents as Cents },
  ...{ currency: 'EUR', dueOn: '2026-01-31' as Day, discount: null },
  ...more,
});
let movements = 0;
const paid = (cents: number, text: string, more: Partial<Transaction> = {}): Transaction => {
  movements += 1;
  return {
    ...{ transactionId: movements, bookedOn: '2026-02-10' as Day, cents: cents as Cents, currency: 'EUR', text },
    ...{ payerName: 'ATELIERS VALMORIN', payerIban: IBAN, creditorReference: null },
    ...more,
  };
};
const settled = (...numbers: string[]) => numbers.map((number) => ({ customerId: VALMORIN, number }));
const match = (transactions: Transaction[], items: OpenItem[], more: object = {}): MatchDecision[] =>
  matchTransactions(transactions, { items, payers, aliases: [], undone: [], ...more }, DEFAULT_MATCHING_POLICY);

/** Of how sure an explanation is, at most this where it fills in for what was named. */
const NO_BETTER_THAN_A_COIN = 0.5;

describe('an invoice that is settled already', () => {
  it.each([
    ['FAC-2026-0131', 'FAC-2026-0117', 'VIR FAC-2026-0117'],
    ['FAC-2026-0131', 'FAC-2026-0117', 'VIR SEPA 2026-0117'],
    ['FAC-2026-0131', 'FAC-2026-0117', 'FACT 2026 0117'],
    ['20260131', '20260117', 'VIR 20260117'],
    ['F118', 'F117', 'VIR F117'],
    ['2026-11', '2026-12', 'FACTURE 2026-12'],
  ])('leaves %s of the same amount to a person where %s is named: %s', (open, done, text) => {
    const [decision] = match([paid(120_000, text)], [item(1, open, 120_000)], { settled: settled(done) });
    expect(decision).toMatchObject({ decision: 'suggest', best: { allocations: [{ itemId: 1, cents: 120_000 }] } });
    expect(decision?.best?.evidence).toContain('reference_settled');
    expect(decision?.best?.confidence).toBeLessThanOrEqual(NO_BETTER_THAN_A_COIN);
  });

  it('is known where this very run settled it: an invoice paid twice pays no other', () => {
    const items = [item(1, 'FAC-2026-0117', 120_000), item(2, 'FAC-2026-0131', 120_000)];
    const twice = match([paid(120_000, 'FAC-2026-0117'), paid(120_000, 'FAC-2026-0117')], items);
    expect(twice.map(({ decision }) => decision)).toEqual(['auto', 'suggest']);
    expect(twice[1]?.best?.evidence).toContain('reference_settled');
  });

  it('speaks in a structured reference as in the text', () => {
    const order = paid(120_000, 'VIR', { creditorReference: 'FAC-2026-0117' });
    const [decision] = match([order], [item(1, 'FAC-2026-0131', 120_000)], { settled: settled('FAC-2026-0117') });
    expect(decision?.decision).toBe('suggest');
  });

  it('is no reason to fill in a third of the same amount, in a list of which two are open', () => {
    const items = [item(1, 'F-2601', 10_000), item(2, 'F-2602', 20_000), item(3, 'F-2609', 30_000)];
    const [known] = match([paid(60_000, 'F-2601 2602 2603')], items, { settled: settled('F-2603') });
    const [unknown] = match([paid(60_000, 'F-2601 F-2602 F-2603')], items);
    expect([known?.decision, unknown?.decision]).toEqual(['suggest', 'suggest']);
  });

  it('keeps nobody from applying what else is named, to the cent', () => {
    const items = [item(1, 'F-2601', 10_000), item(2, 'F-2602', 20_000), item(3, 'F-2609', 30_000)];
    const [decision] = match([paid(30_000, 'F-2601 2603 2602')], items, { settled: settled('F-2603') });
    expect(decision).toMatchObject({ decision: 'auto', best: { allocations: [{ itemId: 1 }, { itemId: 2 }] } });
  });

  it('of another customer is a slip of the pen where the payer has its neighbour of the very amount', () => {
    const done = [{ customerId: QUENTREC, number: 'FAC-2026-0116' }];
    const [decision] = match([paid(44_559, 'FAC-2026-0116')], [item(1, 'FAC-2026-0115', 44_559)], { settled: done });
    expect(decision?.decision).toBe('auto');
  });
});

describe('a number that nobody has', () => {
  it.each([
    ['called an invoice', 'FAC-2026-0131', 'FACTURE 117'],
    ['of the book’s prefix, of another length', 'F118', 'VIR F99'],
  ])('leaves the same amount to a person: %s', (_, open, text) => {
    expect(match([paid(120_000, text)], [item(1, open, 120_000)])[0]?.decision).toBe('suggest');
  });

  it('is one whose check digits are right, though no document bears it', () => {
    const order = paid(120_000, 'VIR', { creditorReference: 'RF18539007547034' });
    expect(match([order], [item(1, '20260131', 120_000)])[0]?.decision).toBe('suggest');
  });

  it.each(['FACTURES 2026', 'FACTURE DU 15/02/2026', 'FACTURE 1 200,00 EUR', 'FACTURES 02/2026'])(
    'is no year, day or amount: %s',
    (text) => {
      expect(match([paid(120_000, text)], [item(1, 'FAC-2026-0131', 120_000)])[0]?.decision).toBe('auto');
    },
  );
});

describe('what else could be meant', () => {
  it('reads no amount as the number of an invoice', () => {
    const items = [item(1, 'FA-2026-1200', 120_000), item(2, 'FA-2026-1300', 120_000)];
    expect(match([paid(120_000, 'FACTURE 1200,00 EUR')], items)[0]?.decision).toBe('suggest');
  });

  it('reads a year and a rank as a number where the text calls it an invoice', () => {
    const items = [item(1, '2026-11', 10_000), item(2, '2026-12', 10_000)];
    const [decision] = match([paid(10_000, 'FACTURE 2026-12')], items);
    expect(decision).toMatchObject({ decision: 'auto', best: { allocations: [{ itemId: 2 }] } });
  });

  it('fills what is paid beyond the number named with one document only where no others make the same', () => {
    const named = item(1, 'F-2601', 10_000);
    const [alone] = match([paid(15_000, 'F-2601')], [named, item(2, 'F-2602', 5_000)]);
    const pair = [item(3, 'F-2603', 2_000), item(4, 'F-2604', 3_000)];
    const [tie] = match([paid(15_000, 'F-2601')], [named, item(2, 'F-2602', 5_000), ...pair]);
    expect([alone?.decision, tie?.decision]).toEqual(['auto', 'suggest']);
  });

  it('applies nothing alone for a name where the account is another customer’s', () => {
    const order = paid(50_000, 'VIR', { payerName: 'MENUISERIE QUENTREC' });
    const items = [
      item(1, 'F-2601', 20_000, { customerId: QUENTREC }),
      item(2, 'F-2602', 30_000, { customerId: QUENTREC }),
    ];
    expect(match([order], [...items, item(3, 'F-2603', 9_000)])[0]?.decision).toBe('suggest');
    expect(match([{ ...order, payerIban: null }], [...items, item(3, 'F-2603', 9_000)])[0]?.decision).toBe('auto');
  });

  it('leaves a person to say what is meant where the text names an open credit note of the very amount', () => {
    const items = [item(1, 'FA-2026-1200', 120_000), item(2, 'AV-2026-1', 120_000, { kind: 'credit_note' })];
    const [decision] = match([paid(120_000, 'AV-2026-1')], items);
    expect(decision?.decision).toBe('suggest');
    // Nor is it among what is accepted by many at once.
    expect(decision?.best?.confidence).toBeLessThanOrEqual(0.95);
  });

  it('takes nothing of one currency for a number whose invoice is in another', () => {
    const items = [item(1, 'FA-2026-12', 10_000, { currency: 'USD' }), item(2, 'FA-2026-13', 10_000)];
    expect(match([paid(10_000, 'FA-2026-12')], items)[0]?.decision).toBe('suggest');
  });
});
