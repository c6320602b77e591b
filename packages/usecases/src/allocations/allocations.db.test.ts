// Allocations on a real database: applied, undone, applied again; two people at once; no cent created or lost over any sequence.
import type { AllocationId, CompanyId, CustomerId, OrgId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context/index.ts';
import { clockAt } from '../ports/index.ts';
import { createHouse } from '../users/index.ts';
import { applyCredit, proposeAllocation, redoAllocation, undoAllocation } from './index.ts';

let database: TestDatabase;
let context: Context;
let companyId: CompanyId;
let portfolio: Portfolio;
let houses = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  houses += 1;
  const place = { db: database.db, actor: 'test', clock: clockAt(new Date('2026-03-31T08:00:00Z')) };
  const house = await createHouse(place, { name: `allocations ${houses}`, siren: null });
  companyId = house.companyId;
  context = { ...place, orgId: house.orgId as OrgId };
  portfolio = new Portfolio(database.db, house);
});

const invoiceOf = async (customer: CustomerId, number: string, dueOn: string, cents: number) => {
  const made = await portfolio.invoice({ customer, number, issuedOn: '2026-01-01', terms: [{ dueOn, cents }] });
  return { invoiceId: made.invoiceId, receivableId: made.receivables[0]! };
};

const openOf = (table: 'receivables' | 'payments' | 'credit_notes') =>
  withOrg(database.db, context.orgId, async (tx) => {
    const { rows } = await sql<{ open: number }>`SELECT open_cents AS open FROM ${sql.table(table)} ORDER BY 1`.execute(
      tx,
    );
    return rows.map(({ open }) => open);
  });

const apply = (id: number, receivableId: ReceivableId, cents: number, kind: 'payment' | 'credit_note' = 'payment') =>
  applyCredit(context, { companyId, credit: { kind, id }, parts: [{ receivableId, cents }], reason: '' });

describe('a credit', () => {
  it('settles a term, is taken back with a reason, and is applied again', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const { receivableId } = await invoiceOf(customer, 'F1', '2026-02-01', 1_000);
    const payment = await portfolio.payment({ customer, on: '2026-02-10', cents: 700 });
    const applied = await apply(payment, receivableId, 600);
    const allocationId = (applied.ok ? applied.value[0] : 0) as AllocationId;
    expect([await openOf('receivables'), await openOf('payments')]).toEqual([[400], [100]]);
    expect(await undoAllocation(context, { companyId, allocationId, reason: 'wrong invoice' })).toMatchObject({
      ok: true,
    });
    expect([await openOf('receivables'), await openOf('payments')]).toEqual([[1_000], [700]]);
    const twice = await undoAllocation(context, { companyId, allocationId, reason: 'again' });
    expect(twice).toEqual({ ok: false, refusal: { code: 'allocation_undone' } });
    expect(await redoAllocation(context, { companyId, allocationId })).toMatchObject({ ok: true });
    expect([await openOf('receivables'), await openOf('payments')]).toEqual([[400], [100]]);
  });

  it('pays no more than is open, spends no more than it has, and stays with its customer', async () => {
    const [one, other] = [await portfolio.customer({ ref: 'A' }), await portfolio.customer({ ref: 'B' })];
    const mine = await invoiceOf(one, 'F1', '2026-02-01', 1_000);
    const theirs = await invoiceOf(other, 'F2', '2026-02-01', 1_000);
    const note = await portfolio.creditNote({ customer: one, number: 'AV1', issuedOn: '2026-01-20', cents: 500 });
    const payment = await portfolio.payment({ customer: one, on: '2026-02-10', cents: 5_000 });
    const refusals = [
      await apply(note, mine.receivableId, 501, 'credit_note'),
      await apply(payment, mine.receivableId, 1_001),
      await apply(payment, theirs.receivableId, 10),
      await apply(9_999_999, mine.receivableId, 10),
    ];
    expect(refusals.map((result) => !result.ok && result.refusal)).toEqual([
      { code: 'credit_spent', openCents: 500 },
      { code: 'debt_settled', openCents: 1_000 },
      { code: 'allocation_mismatch' },
      { code: 'not_found' },
    ]);
    expect(await openOf('payments')).toEqual([5_000]);
  });

  it('goes to the invoice named, then to what is due, the oldest first', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    await invoiceOf(customer, 'LATER', '2026-06-01', 300);
    await invoiceOf(customer, 'OLD', '2026-02-01', 300);
    const named = await invoiceOf(customer, 'NAMED', '2026-03-01', 300);
    const id = await portfolio.payment({ customer, on: '2026-02-10', cents: 500 });
    const shares = async (invoiceId: typeof named.invoiceId | null) => {
      const asked = await proposeAllocation(context, { companyId, credit: { kind: 'payment', id }, invoiceId });
      if (!asked.ok) throw new Error(asked.refusal.code);
      return asked.value.parts.map(({ invoiceNumber, proposedCents }) => `${invoiceNumber} ${proposedCents}`);
    };
    expect(await shares(named.invoiceId)).toEqual(['NAMED 300', 'OLD 200', 'LATER 0']);
    expect(await shares(null)).toEqual(['OLD 300', 'NAMED 200', 'LATER 0']);
  });
});

describe('two people at once', () => {
  it('apply the same payment: one wins, the other learns what is left', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const [one, two] = [
      await invoiceOf(customer, 'F1', '2026-02-01', 1_000),
      await invoiceOf(customer, 'F2', '2026-02-01', 1_000),
    ];
    const payment = await portfolio.payment({ customer, on: '2026-02-10', cents: 1_200 });
    const results = await Promise.all([
      apply(payment, one.receivableId, 1_000),
      apply(payment, two.receivableId, 1_000),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: 'credit_spent', openCents: 200 } });
    expect([await openOf('receivables'), await openOf('payments')]).toEqual([[0, 1_000], [200]]);
  });

  it('undo the same allocation: it is undone once', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const { receivableId } = await invoiceOf(customer, 'F1', '2026-02-01', 1_000);
    const payment = await portfolio.payment({ customer, on: '2026-02-10', cents: 1_000 });
    const applied = await apply(payment, receivableId, 1_000);
    const allocationId = (applied.ok ? applied.value[0] : 0) as AllocationId;
    const undo = () => undoAllocation(context, { companyId, allocationId, reason: 'r' });
    const results = await Promise.all([undo(), undo(), undo()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openOf('receivables')).toEqual([1_000]);
  });
});

type Deed = Readonly<{ deed: 'apply' | 'undo' | 'redo'; credit: number; debt: number; cents: number; at: number }>;

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    deed: fc.constantFrom('apply' as const, 'apply' as const, 'undo' as const, 'redo' as const),
    credit: fc.nat(2),
    debt: fc.nat(2),
    cents: fc.integer({ min: 1, max: 900 }),
    at: fc.nat(20),
  }),
  { minLength: 3, maxLength: 14 },
);

describe('over any sequence of apply, undo and redo', () => {
  it('what left the debts is what left the credits, and nothing leaves its bounds', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (sequence) => {
        houses += 1;
        const customer = await portfolio.customer({ ref: `C${houses}` });
        const debts: ReceivableId[] = [];
        const credits: PaymentId[] = [];
        for (const [n, cents] of [500, 800, 1_000].entries()) {
          debts.push((await invoiceOf(customer, `F${houses}-${n}`, '2026-02-01', cents)).receivableId);
          credits.push(await portfolio.payment({ customer, on: '2026-02-10', cents: cents - 100, reference: `${n}` }));
        }
        // The model: what is applied now, by allocation.
        const live = new Map<AllocationId, number>();
        const known: AllocationId[] = [];
        for (const { deed, credit, debt, cents, at } of sequence) {
          const allocationId = known[at % Math.max(1, known.length)];
          if (deed === 'apply') {
            const made = await apply(credits[credit]!, debts[debt]!, cents);
            if (made.ok) {
              known.push(made.value[0]!);
              live.set(made.value[0]!, cents);
            }
          } else if (allocationId !== undefined && deed === 'undo') {
            const undone = await undoAllocation(context, { companyId, allocationId, reason: 'r' });
            expect(undone.ok).toBe(live.delete(allocationId));
          } else if (allocationId !== undefined) {
            const again = await redoAllocation(context, { companyId, allocationId });
            if (again.ok) {
              known.push(again.value.allocationId);
              live.set(again.value.allocationId, again.value.cents);
            }
          }
        }
        const sums = await withOrg(database.db, context.orgId, async (tx) => {
          const { rows } = await sql<{ debts: number; credits: number; lines: number; sound: boolean }>`
            SELECT (SELECT sum(settled_cents)::bigint FROM receivables WHERE customer_id = ${customer}) AS debts,
              (SELECT sum(applied_cents)::bigint FROM payments WHERE customer_id = ${customer}) AS credits,
              (SELECT coalesce(sum(a.cents), 0)::bigint FROM allocations a JOIN payments p USING (org_id, payment_id)
                WHERE p.customer_id = ${customer}) AS lines,
              NOT EXISTS (SELECT 1 FROM receivables WHERE open_cents < 0 OR open_cents > gross_cents)
                AND NOT EXISTS (SELECT 1 FROM payments WHERE open_cents < 0 OR open_cents > cents) AS sound`.execute(
            tx,
          );
          return rows[0]!;
        });
        const expected = [...live.values()].reduce((sum, cents) => sum + cents, 0);
        expect(sums).toEqual({ debts: expected, credits: expected, lines: expected, sound: true });
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
