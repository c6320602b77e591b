// Cash, reminders, risks, held shares and filters against sums by hand over a small invented ledger.
import { type CompanyId, type CustomerId, day, type OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Tx, withOrg } from '../../tx/index.ts';
import { listFilterChoices, listFilteredIds } from '../customer-filter.ts';
import { listHeldOpen } from '../held.ts';
import { listDaySales } from '../sales.ts';
import { listSent, readAfterReminders, readCollectedCents } from './cash.ts';
import { readDaySums } from './day-sums.ts';
import { hasNewFacts, readFactMark } from './fact-marks.ts';
import { listRiskFacts } from './risks.ts';
import { readWaiting } from './waiting.ts';

let database: TestDatabase;
let orgId: OrgId;
let companyId: CompanyId;
let alpha: CustomerId;
let beta: CustomerId;
let made = 0;

const uuid = (): string => String(++made).padStart(32, '0');
const act = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withOrg(database.db, orgId, work);
const idOf = async (query: ReturnType<typeof sql<{ id: number }>>, tx: Tx) => (await query.execute(tx)).rows[0]!.id;

async function invoice(tx: Tx, customer: CustomerId, [issued, due, cents]: readonly [string, string, number]) {
  const id = await idOf(
    sql`INSERT INTO invoices (company_id, customer_id, number, issued_on, gross_cents, currency, source_key)
    VALUES (${companyId}, ${customer}, 'F', ${issued}, ${cents}, 'EUR', ${uuid()}::uuid) RETURNING invoice_id AS id`,
    tx,
  );
  return idOf(
    sql`INSERT INTO receivables (company_id, customer_id, invoice_id, issued_on, due_on, gross_cents, currency, source_key)
    VALUES (${companyId}, ${customer}, ${id}, ${issued}, ${due}, ${cents}, 'EUR', ${uuid()}::uuid) RETURNING receivable_id AS id`,
    tx,
  );
}

const payment = (tx: Tx, customer: CustomerId, [on, cents, reverses]: readonly [string, number, number?]) =>
  idOf(
    sql`INSERT INTO payments (company_id, customer_id, direction, paid_on, cents, currency, source_key, reverses_payment_id)
    VALUES (${companyId}, ${customer}, ${reverses === undefined ? 'in' : 'out'}, ${on}, ${cents}, 'EUR', ${uuid()}::uuid, ${reverses ?? null})
    RETURNING payment_id AS id`,
    tx,
  );

const allocate = (tx: Tx, [paymentId, receivableId, on, cents]: readonly [number, number, string, number]) =>
  sql`INSERT INTO allocations (company_id, payment_id, receivable_id, allocated_on, cents, currency, origin, actor)
    VALUES (${companyId}, ${paymentId}, ${receivableId}, ${on}, ${cents}, 'EUR', 'manual', 'test')`.execute(tx);

/** A sent e-mail about one receivable. */
async function send(tx: Tx, customer: CustomerId, [receivable, on, isTest]: readonly [number, string, boolean]) {
  const id = await idOf(
    sql`INSERT INTO actions (company_id, customer_id, planned_on, channel, scenario, scenario_version, step, rank, tone, language,
      total_cents, currency, needs_approval, rule, state, done_on, test)
    VALUES (${companyId}, ${customer}, ${on}, 'email', 'standard', 1, 'firm', 2, 'firm', 'fr', 1, 'EUR', false, 'R2', 'sent', ${on}, ${isTest})
    RETURNING action_id AS id`,
    tx,
  );
  await sql`INSERT INTO action_items (action_id, receivable_id, cents, advances, to_rank) VALUES (${id}, ${receivable}, 1, true, 2)`.execute(
    tx,
  );
  await sql`INSERT INTO receivable_levels (receivable_id, rank, company_id, customer_id, scenario, step, done_on, origin, action_id, actor)
    VALUES (${receivable}, 2, ${companyId}, ${customer}, 'standard', 'firm', ${on}, 'sent', ${id}, 'test')`.execute(tx);
}

const hold = (
  tx: Tx,
  customer: CustomerId,
  row: Readonly<{ on: number | null; reason: string; cents: number | null; until: string | null; lifted?: string }>,
) =>
  sql`INSERT INTO holds (company_id, customer_id, receivable_id, reason, cents, from_on, until_on, author, lifted_on)
    VALUES (${companyId}, ${customer}, ${row.on}, ${row.reason}, ${row.cents}, '2026-02-01', ${row.until}, 'test', ${row.lifted ?? null})`.execute(
    tx,
  );

beforeAll(async () => {
  database = await testDatabase();
  const { rows } = await sql<{ id: OrgId }>`SELECT create_organization('board', 'Board') AS id`.execute(database.db);
  orgId = rows[0]!.id;
  await act(async (tx) => {
    companyId = (await idOf(
      sql`INSERT INTO companies (code, name) VALUES ('b', 'b') RETURNING company_id AS id`,
      tx,
    )) as CompanyId;
    const customer = (ref: string, segment: string | null, owner: string | null) =>
      idOf(
        sql`INSERT INTO customers (company_id, ref, name, segment, owner_email) VALUES (${companyId}, ${ref}, ${ref}, ${segment}, ${owner})
        RETURNING customer_id AS id`,
        tx,
      ) as Promise<CustomerId>;
    alpha = await customer('ALPHA', 'Grands comptes', 'lea@board.example');
    beta = await customer('BETA', null, null);
    const a1 = await invoice(tx, alpha, ['2026-01-05', '2026-02-04', 100_000]);
    const a2 = await invoice(tx, alpha, ['2026-02-10', '2026-03-12', 40_000]);
    const b1 = await invoice(tx, beta, ['2026-01-20', '2026-02-19', 30_000]);
    await send(tx, alpha, [a1, '2026-02-20', false]);
    await send(tx, beta, [b1, '2026-01-02', true]);
    const p1 = await payment(tx, alpha, ['2026-03-05', 25_000]);
    const p2 = await payment(tx, beta, ['2026-03-06', 10_000]);
    await payment(tx, beta, ['2026-03-07', 4_000, p2]);
    await allocate(tx, [p1, a1, '2026-03-05', 25_000]);
    await allocate(tx, [p2, b1, '2026-03-06', 6_000]);
    await hold(tx, alpha, { on: a1, reason: 'dispute', cents: 20_000, until: null });
    await hold(tx, alpha, { on: a2, reason: 'promise', cents: null, until: '2026-02-28' });
    await hold(tx, beta, { on: null, reason: 'manual', cents: null, until: null, lifted: '2026-03-08' });
    await hold(tx, alpha, { on: a1, reason: 'promise', cents: null, until: '2026-03-01' });
  });
});
afterAll(() => database.close());

const MARCH = () => ({ companyId, currency: 'EUR', from: day('2026-03-01'), to: day('2026-03-10'), filter: {} });
const on = (text: string) => ({ companyId, currency: 'EUR', on: day(text) });

test('what came in is money in less money that came back, of everybody or of a filter', async () => {
  await act(async (tx) => {
    expect(await readCollectedCents(tx, MARCH())).toBe(25_000 + 10_000 - 4_000);
    expect(await readCollectedCents(tx, { ...MARCH(), filter: { owner: 'lea@board.example' } })).toBe(25_000);
    expect(await readCollectedCents(tx, { ...MARCH(), filter: { segment: null } })).toBe(6_000);
  });
});

test('after reminders counts only what was reminded within reach', async () => {
  await act(async (tx) => {
    // A1: reminded on 20 February, paid on 5 March, 13 days later. B1: reminded 63 days before.
    expect(await readAfterReminders(tx, { ...MARCH(), reach: 30 })).toEqual({ cents: 25_000, receivables: 1 });
    expect(await readAfterReminders(tx, { ...MARCH(), reach: 12 })).toEqual({ cents: 0, receivables: 0 });
    expect(await readAfterReminders(tx, { ...MARCH(), reach: 63 })).toEqual({ cents: 31_000, receivables: 2 });
  });
});

test('what was sent is counted by channel, test mode apart', async () => {
  const since = { ...MARCH(), from: day('2026-01-01') };
  expect(await act((tx) => listSent(tx, since))).toEqual([{ channel: 'email', count: 2, test: 1 }]);
  expect(await act((tx) => listSent(tx, { ...since, filter: { segment: 'Grands comptes' } }))).toEqual([
    { channel: 'email', count: 1, test: 0 },
  ]);
});

test('what was held on a day: parts, whole customers, holds lifted since', async () => {
  const heldOn = async (text: string) =>
    (await act((tx) => listHeldOpen(tx, on(text))))
      .map(({ dueOn, openCents, holds }) => [dueOn, openCents, holds.map((one) => [one.isDispute, one.cents])])
      .sort();
  expect(await heldOn('2026-03-07')).toEqual([
    ['2026-02-04', 75_000, [[true, 20_000]]],
    ['2026-02-19', 24_000, [[false, null]]],
  ]);
  expect(await heldOn('2026-03-08')).toEqual([['2026-02-04', 75_000, [[true, 20_000]]]]);
  // Before the payment, both promises still run.
  expect(await heldOn('2026-02-28')).toHaveLength(3);
});

test('points add up to the balance; facts recorded later for a past day make them stale', async () => {
  await act(async (tx) => {
    const sumsOf = async (...customers: CustomerId[]) =>
      (await readDaySums(tx, { ...on('2026-03-10'), customers }, [day('2026-03-10')]))[0];
    expect(await sumsOf(alpha)).toEqual({ openCents: 115_000, overdueCents: 75_000, unappliedCents: 0 });
    // 10 000 came in, 6 000 applied, 4 000 went back.
    expect(await sumsOf(beta)).toEqual({ openCents: 24_000, overdueCents: 24_000, unappliedCents: 0 });
    expect(await sumsOf(alpha, beta)).toEqual({ openCents: 139_000, overdueCents: 99_000, unappliedCents: 0 });
    const mark = await readFactMark(tx);
    expect(await hasNewFacts(tx, on('2026-03-10'), mark)).toBe(false);
    await payment(tx, beta, ['2026-03-11', 1]);
    expect(await hasNewFacts(tx, on('2026-03-10'), mark)).toBe(false);
    expect(await hasNewFacts(tx, on('2026-03-11'), mark)).toBe(true);
  });
});

test('a risk says since when, how far, and which promise was broken', async () => {
  const facts = await act((tx) => listRiskFacts(tx, on('2026-03-10'), [alpha, beta]));
  expect(facts.sort((a, b) => a.customerId - b.customerId)).toEqual([
    { customerId: alpha, oldestDueOn: '2026-02-04', level: 2, brokenPromiseOn: '2026-03-01', doubtful: false },
    { customerId: beta, oldestDueOn: '2026-02-19', level: 2, brokenPromiseOn: null, doubtful: false },
  ]);
});

test('sales, choices and waiting follow the filter', async () => {
  await act(async (tx) => {
    const sales = await listDaySales(tx, { ...on('2026-03-10'), filter: { owner: null } }, day('2026-01-01'));
    expect(sales).toEqual([{ issuedOn: '2026-01-20', salesCents: 30_000 }]);
    expect(await listFilteredIds(tx, companyId, { segment: 'Grands comptes', owner: 'lea@board.example' })).toEqual([
      alpha,
    ]);
    expect(await listFilterChoices(tx, companyId)).toEqual({
      segments: ['Grands comptes'],
      owners: [{ email: 'lea@board.example', name: null }],
    });
    expect(await readWaiting(tx, companyId, {})).toEqual({ failed: 0, uncertain: 0, contacts: 0 });
    await sql`UPDATE customers SET email = 'x@y.example', email_status = 'bounced' WHERE customer_id = ${beta}`.execute(
      tx,
    );
    expect(await readWaiting(tx, companyId, {})).toMatchObject({ contacts: 1 });
    expect(await readWaiting(tx, companyId, { segment: 'Grands comptes' })).toMatchObject({ contacts: 0 });
  });
});
