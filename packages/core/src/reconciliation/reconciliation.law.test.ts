// Laws of cash application: whatever the books and the texts, no cent appears or disappears, and the same question has one answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cents, CustomerId, Day } from '../kernel/index.ts';
import {
  DEFAULT_MATCHING_POLICY,
  findCombinations,
  type MatchingFacts,
  type OpenItem,
  type Transaction,
} from './index.ts';
import { matchTransactions } from './match-transactions.ts';

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
const transactionsOf = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 900 }),
      fc.array(fc.constantFrom('FA-26-0000', 'FA 26 7', '26-0014', 'FA2600021', 'VIR', 'SOLDE', '0028'), {
        maxLength: 4,
      }),
      fc.constantFrom(...NAMES, 'INCONNU'),
    ),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(
      ([euros, words, payerName], index): Transaction => ({
        transactionId: index + 1,
        bookedOn: '2026-02-10' as Day,
        cents: (euros * 100) as Cents,
        currency: 'EUR',
        text: words.join(' '),
        payerName,
        payerIban: null,
        creditorReference: null,
      }),
    ),
  );
const factsOf = (items: readonly OpenItem[]): MatchingFacts => ({
  items,
  payers: NAMES.map((name, index) => ({ customerId: (index + 1) as CustomerId, name, ibans: [], groupId: null })),
  aliases: [],
  undone: [],
});

describe('matching', () => {
  it('applies exactly what came in, and never more than is open', () => {
    fc.assert(
      fc.property(itemsOf, transactionsOf, (items, transactions) => {
        const byId = new Map(items.map((one) => [one.itemId, one]));
        const left = new Map(items.map((one) => [one.itemId, one.openCents as number]));
        const decisions = matchTransactions(transactions, factsOf(items), DEFAULT_MATCHING_POLICY);
        decisions.forEach(({ decision, best }, index) => {
          if (!best) return;
          const signed = best.allocations.reduce(
            (sum, { itemId, cents }) => sum + (byId.get(itemId)?.kind === 'receivable' ? cents : -cents),
            0,
          );
          expect(signed + best.unappliedCents).toBe(transactions[index]?.cents);
          for (const { cents } of best.allocations) expect(cents).toBeGreaterThan(0);
          if (decision !== 'auto') return;
          for (const { itemId, cents } of best.allocations) left.set(itemId, (left.get(itemId) ?? 0) - cents);
        });
        for (const cents of left.values()) expect(cents).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('answers the same whatever the order in which items are given', () => {
    fc.assert(
      fc.property(itemsOf, transactionsOf, (items, transactions) => {
        const answer = (given: readonly OpenItem[]) =>
          matchTransactions(transactions, factsOf(given), DEFAULT_MATCHING_POLICY).map(({ decision, best }) => ({
            decision,
            sure: decision === 'auto' ? best?.allocations.map(({ itemId }) => itemId).sort() : null,
          }));
        expect(answer(items.toReversed())).toEqual(answer(items));
      }),
    );
  });
});

describe('combinations', () => {
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
