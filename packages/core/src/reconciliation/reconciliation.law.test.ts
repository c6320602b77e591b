// Laws of cash application: whatever the books and the texts, no cent appears or disappears, and the same question has one answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cents, CustomerId, Day, PaymentId } from '../kernel/index.ts';
import {
  DEFAULT_MATCHING_POLICY,
  findCombinations,
  type MatchDecision,
  type MatchingFacts,
  type OpenItem,
  type Transaction,
} from './index.ts';
import { matchTransactions } from './match-transactions.ts';

/** Machines under load are slow; the law is the same. */
const PATIENCE_MS = 60_000;
const NAMES = ['Ateliers Valmorin', 'Brasserie Loriette', 'Menuiserie Quentrec'];
const itemsOf = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 500 }), fc.boolean()), { maxLength: 14 })
  .map((rows) =>
    rows.map(
      ([customer, euros, isCredit], index): OpenItem => ({
        itemId: index + 1,
        kind: isCredit && index % 4 === 0 ? 'credit_note' : 'receivable',
        customerId: customer as CustomerId,
        number: `FA-26-${String(index * 7).padStart(4, '0')}`,
        references: [],
        openCents: (euros * 100) as Cents,
        currency: 'EUR',
        dueOn: '2026-01-31' as Day,
        discount: null,
      }),
    ),
  );
const WORDS = ['FA-26-0000', 'FA 26 7', '26-0014', 'FA2600021', 'VIR', 'SOLDE', '0028', 'FACTURE 35', 'FA-26-0412'];
const transactionsOf = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 900 }),
      fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }),
      fc.constantFrom(...NAMES, 'INCONNU', null),
    ),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(
      ([euros, words, payerName], index): Transaction => ({
        transactionId: index + 1,
        bookedOn: `2026-02-${String(10 + index)}` as Day,
        cents: (euros * 100) as Cents,
        currency: 'EUR',
        text: words.join(' '),
        payerName,
        payerIban: null,
        creditorReference: null,
      }),
    ),
  );
const factsOf = (items: readonly OpenItem[], more: Partial<MatchingFacts> = {}): MatchingFacts => ({
  items,
  payers: NAMES.map((name, index) => ({ customerId: (index + 1) as CustomerId, name, ibans: [], groupId: null })),
  aliases: [],
  undone: [],
  ...more,
});
const recordedOf = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 900 }), fc.boolean()), { maxLength: 6 })
  .map((rows) =>
    rows.map(([customer, euros, isApplied], index) => ({
      paymentId: (index + 1) as PaymentId,
      customerId: customer as CustomerId,
      cents: (euros * 100) as Cents,
      currency: 'EUR' as const,
      paidOn: '2026-02-11' as Day,
      openCents: (isApplied ? 0 : euros * 100) as Cents,
      reference: null,
    })),
  );
const matched = (transactions: readonly Transaction[], facts: MatchingFacts): MatchDecision[] =>
  matchTransactions(transactions, facts, DEFAULT_MATCHING_POLICY);
/** What a decision did alone, whatever the order of its parts. */
const doneAlone = ({ decision, best }: MatchDecision) =>
  decision === 'auto' ? { items: best?.allocations.map(({ itemId }) => itemId).sort(), as: best?.paymentId } : decision;

describe('matching', { timeout: PATIENCE_MS }, () => {
  it('applies exactly what came in, and never more than is open', () => {
    fc.assert(
      fc.property(itemsOf, transactionsOf, recordedOf, (items, transactions, recordedPayments) => {
        const byId = new Map(items.map((one) => [one.itemId, one]));
        const left = new Map(items.map((one) => [one.itemId, one.openCents as number]));
        const decisions = matched(transactions, factsOf(items, { recordedPayments }));
        decisions.forEach(({ decision, best, alternatives }, index) => {
          for (const one of best ? [best, ...alternatives] : []) {
            const signed = one.allocations.reduce(
              (sum, { itemId, cents }) => sum + (byId.get(itemId)?.kind === 'receivable' ? cents : -cents),
              0,
            );
            const recorded = recordedPayments.find(({ paymentId }) => paymentId === one.paymentId);
            // Money of the books brings only what of it is not applied yet.
            expect(signed + one.unappliedCents).toBe(recorded ? recorded.openCents : transactions[index]?.cents);
            for (const { cents } of one.allocations) expect(cents).toBeGreaterThan(0);
            expect(new Set(one.allocations.map(({ itemId }) => itemId)).size).toBe(one.allocations.length);
          }
          if (decision !== 'auto') return;
          for (const { itemId, cents } of best?.allocations ?? []) left.set(itemId, (left.get(itemId) ?? 0) - cents);
        });
        for (const cents of left.values()) expect(cents).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('answers the same whatever the order in which items, payments and movements are given, and every time', () => {
    fc.assert(
      fc.property(itemsOf, transactionsOf, recordedOf, (items, transactions, recordedPayments) => {
        const first = matched(transactions, factsOf(items, { recordedPayments }));
        const turned = factsOf(items.toReversed(), { recordedPayments: recordedPayments.toReversed() });
        expect(matched(transactions, turned)).toEqual(first);
        expect(matched(transactions.toReversed(), turned).toReversed()).toEqual(first);
      }),
    );
  });

  it('never chooses alone between two equals of one customer that no text tells apart', () => {
    fc.assert(
      fc.property(itemsOf, transactionsOf, fc.integer({ min: 1, max: 3 }), (items, transactions, customer) => {
        const silent = transactions.map((one) => ({ ...one, text: 'VIREMENT' }));
        const twins = items.flatMap((one, index): OpenItem[] => {
          const owned = { ...one, customerId: customer as CustomerId, kind: 'receivable' as const };
          return [owned, { ...owned, itemId: 100 + index, number: `G-${index}` }];
        });
        const [one] = silent;
        if (!one) return;
        const decision = matched([one], factsOf(twins))[0] as MatchDecision;
        if (decision.decision !== 'auto') return;
        // Only where both of a pair are paid does no other explanation take one in place of its equal.
        const chosen = new Set(decision.best?.allocations.map(({ itemId }) => itemId));
        for (const itemId of chosen) expect(chosen.has(itemId < 100 ? itemId + 99 : itemId - 99)).toBe(true);
      }),
    );
  });

  it('never chooses alone whom of two customers of one name an amount comes from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), (euros) => {
        const item = (itemId: number): OpenItem => ({
          itemId,
          kind: 'receivable',
          customerId: itemId as CustomerId,
          number: `F-1000${itemId}`,
          references: [],
          openCents: (euros * 100) as Cents,
          currency: 'EUR',
          dueOn: '2026-01-31' as Day,
          discount: null,
        });
        const payers = [1, 2].map((id) => ({
          customerId: id as CustomerId,
          name: 'Scierie Noirmont',
          ibans: ['FR3330002005500000157841Z25'],
          groupId: null,
        }));
        const movement: Transaction = {
          transactionId: 1,
          bookedOn: '2026-02-10' as Day,
          cents: (euros * 100) as Cents,
          currency: 'EUR',
          text: 'VIREMENT',
          payerName: 'SCIERIE NOIRMONT',
          payerIban: 'FR3330002005500000157841Z25',
          creditorReference: null,
        };
        expect(matched([movement], factsOf([item(1), item(2)], { payers }))[0]?.decision).toBe('suggest');
      }),
    );
  });

  it('never redoes alone what was undone, nor anything else of that movement', () => {
    fc.assert(
      fc.property(itemsOf, transactionsOf, recordedOf, (items, transactions, recordedPayments) => {
        const facts = factsOf(items, { recordedPayments });
        const done = matched(transactions, facts).filter(({ decision }) => decision === 'auto');
        const undone = done.flatMap(({ transactionId, best }) =>
          (best?.allocations ?? []).map(({ itemId }) => ({ transactionId, itemId })),
        );
        const undoneRecognitions = done.flatMap(({ transactionId, best }) =>
          best?.paymentId === undefined ? [] : [{ transactionId, paymentId: best.paymentId }],
        );
        const again = matched(transactions, { ...facts, undone, undoneRecognitions });
        for (const { transactionId } of done)
          expect(again.find((one) => one.transactionId === transactionId)?.decision).not.toBe('auto');
      }),
    );
  });

  it('never takes one recorded payment for two movements', () => {
    fc.assert(
      fc.property(itemsOf, transactionsOf, recordedOf, (items, transactions, recordedPayments) => {
        const twice = transactions.flatMap((one) => [one, { ...one, transactionId: one.transactionId + 100 }]);
        const taken = matched(twice, factsOf(items, { recordedPayments }))
          .map(doneAlone)
          .flatMap((one) => (typeof one === 'object' && one.as !== undefined ? [one.as] : []));
        expect(taken).toEqual([]);
      }),
    );
  });
});

describe('combinations', { timeout: PATIENCE_MS }, () => {
  it('are exact, and found whenever they exist among few', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 300 }), { minLength: 2, maxLength: 12 }),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (amounts, chosen) => {
          const summands = amounts.map((cents, index) => ({ itemId: index, cents }));
          const picked = summands.filter((_, index) => chosen[index]);
          const total = picked.reduce((sum, { cents }) => sum + cents, 0);
          const { found } = findCombinations(summands, total);
          for (const one of found) expect(one.reduce((sum, { cents }) => sum + cents, 0)).toBe(total);
          if (picked.length > 1 && !summands.some(({ cents }) => cents === total))
            expect(found.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
