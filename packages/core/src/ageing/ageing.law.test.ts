// Laws of ageing: buckets sum to the balance, lines to the totals, order does not matter, time only moves amounts to later buckets.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CustomerId, cents, day } from '../kernel/index.ts';
import { agedBalances, type CreditFact, type OpenFact } from './aged-balance.ts';
import { bucketOf, bucketsOf, DEFAULT_BUCKETS } from './buckets.ts';
import { dsoCountback } from './dso.ts';

const ON = day('2026-03-31');
const customer = fc.integer({ min: 1, max: 6 }).map((n) => n as CustomerId);
const currency = fc.constantFrom('EUR', 'CHF');
const amount = fc.nat(10_000_000_00).map(cents);
const receivables: fc.Arbitrary<OpenFact[]> = fc.array(
  fc.record({
    customerId: customer,
    dueOn: fc.integer({ min: -400, max: 100 }).map((n) => addDays(ON, n)),
    openCents: amount,
    currency,
  }),
);
const credits: fc.Arbitrary<CreditFact[]> = fc.array(fc.record({ customerId: customer, openCents: amount, currency }));
const sum = (amounts: readonly number[]): number => amounts.reduce((total, n) => total + n, 0);

test('Σ buckets − unapplied = Σ open − Σ credits, for the totals and each line, in each currency', () => {
  fc.assert(
    fc.property(receivables, credits, (open, unapplied) => {
      const balances = agedBalances({ receivables: open, credits: unapplied }, ON, DEFAULT_BUCKETS);
      for (const { currency: code, lines, totals } of balances) {
        const owed = sum(open.filter((r) => r.currency === code).map((r) => r.openCents));
        const due = sum(unapplied.filter((c) => c.currency === code).map((c) => c.openCents));
        expect(totals.totalCents).toBe(owed - due);
        expect(totals.unappliedCents).toBe(due);
        expect(sum(lines.map((line) => line.totalCents))).toBe(totals.totalCents);
        for (const line of lines) expect(sum(Object.values(line.cents)) - line.unappliedCents).toBe(line.totalCents);
      }
    }),
  );
});

test('the order of the facts does not matter', () => {
  fc.assert(
    fc.property(receivables, credits, (open, unapplied) => {
      const byCustomer = (facts: OpenFact[]) =>
        agedBalances({ receivables: facts, credits: unapplied }, ON, DEFAULT_BUCKETS).map((balance) => ({
          ...balance,
          lines: [...balance.lines].sort((a, b) => a.customerId - b.customerId),
        }));
      expect(byCustomer([...open].reverse())).toEqual(byCustomer(open));
    }),
  );
});

const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 });

test('every day late falls in exactly one bucket, and a day more never in an earlier one', () => {
  fc.assert(
    fc.property(bounds, fc.integer({ min: -100, max: 500 }), (cuts, late) => {
      const buckets = bucketsOf([...cuts].sort((a, b) => a - b));
      if (!buckets.ok) throw new Error('refused');
      const due = addDays(ON, -late);
      const fits = buckets.value.filter((b) =>
        b.fromDays === null ? late <= 0 : late >= b.fromDays && (b.toDays === null || late <= b.toDays),
      );
      expect(fits).toEqual([bucketOf(due, ON, buckets.value)]);
      const next = bucketOf(due, addDays(ON, 1), buckets.value);
      expect(buckets.value.indexOf(next)).toBeGreaterThanOrEqual(buckets.value.indexOf(fits[0]!));
    }),
  );
});

test('count-back grows with what is outstanding and never exceeds the history', () => {
  const months = fc.array(fc.nat(1_000_000).map(cents), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(months, fc.nat(5_000_000), fc.nat(100_000), (sales, outstanding, more) => {
      const periods = sales.map((salesCents, i) => ({
        from: addDays(ON, -30 * i - 29),
        to: addDays(ON, -30 * i),
        salesCents,
      }));
      const less = dsoCountback(cents(outstanding), periods);
      const larger = dsoCountback(cents(outstanding + more), periods);
      if (less.value === null) expect(larger.value).toBeNull();
      else if (larger.value !== null) {
        expect(larger.value).toBeGreaterThanOrEqual(less.value);
        expect(larger.value).toBeLessThanOrEqual(30 * sales.length);
      }
    }),
  );
});
