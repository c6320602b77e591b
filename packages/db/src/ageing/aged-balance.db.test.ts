// The aged balance of the database against the fold of core, on random small ledgers and random days: allocations, reversals,
// refunds and changed due dates included.
import { type AgedBalance, agedBalances, balanceIn, DEFAULT_BUCKETS } from '@quittance/core/ageing';
import { addDays, type CompanyId, type CustomerId, cents, type Day, day, type OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Tx, withOrg } from '../tx/index.ts';
import { readBalanceCents } from './as-of.ts';
import { readDaySums } from './dashboard/day-sums.ts';
import { type AgedSumsRow, readAgedBalance } from './read.ts';

const START = day('2026-01-01');
const SPAN = 300;

let database: TestDatabase;
let orgId: OrgId;
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  const { rows } = await sql<{ id: OrgId }>`SELECT create_organization('ageing', 'Ageing') AS id`.execute(database.db);
  orgId = rows[0]!.id;
});
afterAll(() => database.close());

type Item = Readonly<{
  kind: 'receivable' | 'refund' | 'payment' | 'credit_note';
  customer: number;
  on: number;
  cents: number;
}>;
type Debt = Item & Readonly<{ dueIn: number; changes: readonly Readonly<{ on: number; dueIn: number }>[] }>;
/** `share` of what is left on both sides, `wait` days after the later of them; undone after `undoneIn` days where it is not null. */
type Match = Readonly<{ debt: number; credit: number; share: number; wait: number; undoneIn: number | null }>;

const item = { customer: fc.nat(2), on: fc.nat(SPAN), cents: fc.integer({ min: 1, max: 100_000 }) };
const debts: fc.Arbitrary<Debt[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('receivable' as const, 'receivable' as const, 'refund' as const),
    ...item,
    dueIn: fc.nat(90),
    changes: fc.array(fc.record({ on: fc.nat(SPAN), dueIn: fc.nat(200) }), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const credits: fc.Arbitrary<Item[]> = fc.array(
  fc.record({ kind: fc.constantFrom('payment' as const, 'credit_note' as const), ...item }),
  { maxLength: 6 },
);
const matches: fc.Arbitrary<Match[]> = fc.array(
  fc.record({
    debt: fc.nat(7),
    credit: fc.nat(5),
    share: fc.integer({ min: 1, max: 100 }),
    wait: fc.nat(60),
    undoneIn: fc.option(fc.nat(60)),
  }),
  { maxLength: 10 },
);
const ledgers = fc.record({
  debts,
  credits,
  matches,
  asked: fc.array(fc.integer({ min: -5, max: SPAN + 130 }), { minLength: 1, maxLength: 3 }),
});
type Ledger = typeof ledgers extends fc.Arbitrary<infer L> ? L : never;

const at = (offset: number): Day => addDays(START, offset);
const uuid = (): string => String(++made).padStart(32, '0');

type Applied = Readonly<{ debt: number; credit: number; on: number; cents: number; reverses: number | null }>;

/** Allocations the ledger can bear, in order, each followed by its reversal. */
function applied({ debts, credits, matches }: Ledger): Applied[] {
  const leftOf = { debt: debts.map((one) => one.cents), credit: credits.map((one) => one.cents) };
  const done: Applied[] = [];
  for (const { debt, credit, share, wait, undoneIn } of matches) {
    const room = Math.min(leftOf.debt[debt] ?? 0, leftOf.credit[credit] ?? 0);
    const amount = Math.floor((room * share) / 100);
    if (amount === 0) continue;
    const on = Math.max(debts[debt]!.on, credits[credit]!.on) + wait;
    done.push({ debt, credit, on, cents: amount, reverses: null });
    if (undoneIn === null) {
      leftOf.debt[debt]! -= amount;
      leftOf.credit[credit]! -= amount;
    } else done.push({ debt, credit, on: on + undoneIn, cents: -amount, reverses: done.length - 1 });
  }
  return done;
}

async function store(tx: Tx, ledger: Ledger): Promise<{ companyId: CompanyId; customers: CustomerId[] }> {
  const code = `c${++made}`;
  const company = await sql<{
    id: CompanyId;
  }>`INSERT INTO companies (code, name) VALUES (${code}, ${code}) RETURNING company_id AS id`.execute(tx);
  const companyId = company.rows[0]!.id;
  const customers: CustomerId[] = [];
  for (const ref of ['A', 'B', 'C']) {
    const { rows } = await sql<{
      id: CustomerId;
    }>`INSERT INTO customers (company_id, ref, name) VALUES (${companyId}, ${ref}, ${`Client ${ref}`})
      RETURNING customer_id AS id`.execute(tx);
    customers.push(rows[0]!.id);
  }
  const insert = async (one: Item & Partial<Debt>): Promise<number> => {
    const customer = customers[one.customer];
    const idOf = async (query: ReturnType<typeof sql<{ id: number }>>) => (await query.execute(tx)).rows[0]!.id;
    const on = at(one.on);
    if (one.kind === 'credit_note')
      return idOf(sql`INSERT INTO credit_notes (company_id, customer_id, number, issued_on, gross_cents, currency, source_key)
        VALUES (${companyId}, ${customer}, 'N', ${on}, ${one.cents}, 'EUR', ${uuid()}::uuid) RETURNING credit_note_id AS id`);
    if (one.kind !== 'receivable')
      return idOf(sql`INSERT INTO payments (company_id, customer_id, direction, paid_on, cents, currency, source_key)
        VALUES (${companyId}, ${customer}, ${one.kind === 'refund' ? 'out' : 'in'}, ${on}, ${one.cents}, 'EUR', ${uuid()}::uuid)
        RETURNING payment_id AS id`);
    const invoice =
      await idOf(sql`INSERT INTO invoices (company_id, customer_id, number, issued_on, gross_cents, currency, source_key)
      VALUES (${companyId}, ${customer}, 'F', ${on}, ${one.cents}, 'EUR', ${uuid()}::uuid) RETURNING invoice_id AS id`);
    const changes = [...one.changes!].sort((a, b) => a.on - b.on);
    const last = changes.at(-1)?.dueIn ?? one.dueIn!;
    const id =
      await idOf(sql`INSERT INTO receivables (company_id, customer_id, invoice_id, issued_on, due_on, gross_cents, currency, source_key)
      VALUES (${companyId}, ${customer}, ${invoice}, ${on}, ${at(one.on + last)}, ${one.cents}, 'EUR', ${uuid()}::uuid) RETURNING receivable_id AS id`);
    let old = one.dueIn!;
    for (const change of changes) {
      await sql`INSERT INTO due_date_changes (receivable_id, changed_on, old_due_on, new_due_on, was_estimated, actor)
        VALUES (${id}, ${at(change.on)}, ${at(one.on + old)}, ${at(one.on + change.dueIn)}, true, 'test')`.execute(tx);
      old = change.dueIn;
    }
    return id;
  };
  const debtIds: number[] = [];
  for (const debt of ledger.debts) debtIds.push(await insert(debt));
  const creditIds: number[] = [];
  for (const credit of ledger.credits) creditIds.push(await insert(credit));
  const ids: number[] = [];
  for (const one of applied(ledger)) {
    const [debt, credit] = [ledger.debts[one.debt]!, ledger.credits[one.credit]!];
    const when = (is: boolean, id: number | undefined) => (is ? (id ?? null) : null);
    const { rows } = await sql<{ id: number }>`
      INSERT INTO allocations (company_id, payment_id, credit_note_id, receivable_id, refund_id, allocated_on, cents, currency, origin,
        reverses_allocation_id, actor)
      VALUES (${companyId}, ${when(credit.kind === 'payment', creditIds[one.credit])}, ${when(credit.kind === 'credit_note', creditIds[one.credit])},
        ${when(debt.kind === 'receivable', debtIds[one.debt])}, ${when(debt.kind === 'refund', debtIds[one.debt])}, ${at(one.on)}, ${one.cents},
        'EUR', 'manual', ${one.reverses === null ? null : ids[one.reverses]}, 'test') RETURNING allocation_id AS id`.execute(
      tx,
    );
    ids.push(rows[0]!.id);
  }
  return { companyId, customers };
}

/** The same day folded by core from the facts themselves: gross less every allocation up to the day. */
function folded(ledger: Ledger, customers: readonly CustomerId[], asked: number): AgedBalance {
  const allocations = applied(ledger).filter((one) => one.on <= asked);
  const left = (side: 'debt' | 'credit', index: number, gross: number): number =>
    allocations.filter((one) => one[side] === index).reduce((sum, one) => sum - one.cents, gross);
  const dueInAt = (debt: Debt): number =>
    [...debt.changes]
      .sort((a, b) => a.on - b.on)
      .filter((change) => change.on <= asked)
      .at(-1)?.dueIn ?? debt.dueIn;
  const factOf = (one: Item, openCents: number) => ({
    customerId: customers[one.customer]!,
    openCents: cents(openCents),
    currency: 'EUR',
  });
  const known = <I extends Item>(items: readonly I[]) =>
    items.map((one, index) => ({ one, index })).filter(({ one }) => one.on <= asked);
  const receivables = known(ledger.debts)
    .filter(({ one }) => one.kind === 'receivable')
    .map(({ one, index }) => ({ ...factOf(one, left('debt', index, one.cents)), dueOn: at(one.on + dueInAt(one)) }));
  const refunds = known(ledger.debts)
    .filter(({ one }) => one.kind === 'refund')
    .map(({ one, index }) => factOf(one, -left('debt', index, one.cents)));
  const unapplied = known(ledger.credits).map(({ one, index }) => factOf(one, left('credit', index, one.cents)));
  const on = at(asked);
  return balanceIn(agedBalances({ receivables, credits: [...unapplied, ...refunds] }, on, DEFAULT_BUCKETS), 'EUR', {
    on,
    buckets: DEFAULT_BUCKETS,
  });
}

const sumsOf = (customerId: CustomerId, { cents, unappliedCents, totalCents }: AgedSumsRow) => ({
  ...{ customerId, cents, unappliedCents, totalCents },
});

const isBlank = (line: AgedBalance['lines'][number]): boolean =>
  line.unappliedCents === 0 && Object.values(line.cents).every((amount) => amount === 0);

const openOf = (line: AgedBalance['lines'][number]): number =>
  Object.values(line.cents).reduce((sum, one) => sum + one, 0);
const daySumsOf = (lines: AgedBalance['lines']) => {
  const sum = (of: (line: AgedBalance['lines'][number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  return {
    openCents: sum(openOf),
    overdueCents: sum((line) => openOf(line) - (line.cents.not_due ?? 0)),
    unappliedCents: sum((line) => line.unappliedCents),
  };
};

test('what the database adds up is what core folds, on any day of any ledger', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, async (ledger) => {
      await withOrg(database.db, orgId, async (tx) => {
        const { companyId, customers } = await store(tx, ledger);
        const ledgerOf = { companyId, currency: 'EUR' } as const;
        // All days at once, in the order asked: none may tell from another.
        const days = ledger.asked.map(at);
        const everybody = await readDaySums(tx, ledgerOf, days);
        const [some] = customers;
        const ofOne = await readDaySums(tx, { ...ledgerOf, customers: some ? [some] : [] }, days);
        for (const [index, asked] of ledger.asked.entries()) {
          const day = { companyId, currency: 'EUR', on: at(asked) };
          const query = { ...day, buckets: DEFAULT_BUCKETS };
          const page = await readAgedBalance(tx, query);
          const expected = folded(ledger, customers, asked);
          const lines = expected.lines.filter((line) => !isBlank(line)).sort((a, b) => a.customerId - b.customerId);
          expect(page.lines.map(({ customerId, ...line }) => sumsOf(customerId, line))).toEqual(lines);
          expect(page.totals).toEqual(expected.totals);
          expect(page.count).toBe(lines.length);
          expect(await readBalanceCents(tx, day)).toBe(expected.totals.totalCents);
          expect(everybody[index]).toEqual(daySumsOf(lines));
          expect(ofOne[index]).toEqual(daySumsOf(lines.filter((line) => line.customerId === some)));
        }
      });
    }),
    { numRuns: 40 },
  );
}, 120_000);
