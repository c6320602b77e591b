// Notices on a real database: each fact told to those who can mend it, seen once, gone when mended.
import { ROLE_PERMISSIONS, type Role } from '@quittance/core/access';
import type { CompanyId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio, sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Context, inOrganization } from '../context/index.ts';
import { clockAt } from '../ports/clock.ts';
import { createHouse } from '../users/index.ts';
import { markNoticesSeen, readNotices } from './index.ts';

// Thursday 17 December 2026, 10:00 in Paris: the rates of 2027S1 can be entered from today.
const NOW = new Date('2026-12-17T09:00:00Z');
let database: TestDatabase;
let context: Context;
let companyId: CompanyId;

beforeAll(async () => {
  database = await testDatabase();
  const place = { db: database.db, clock: clockAt(NOW), actor: 'user:lea' };
  const made = await createHouse(place, { name: 'Notices', siren: null });
  companyId = made.companyId;
  context = { ...place, orgId: made.orgId };
  const books = new Portfolio(database.db, { orgId: made.orgId, companyId });
  const ancient = await books.customer({ ref: 'OLD' });
  // Between traders a claim lives five years: due 4 January 2022, it ends on 4 January 2027.
  await books.invoice({
    customer: ancient,
    number: 'V-1',
    issuedOn: '2021-12-05',
    terms: [{ dueOn: '2022-01-04', cents: 900 }],
  });
  await inOrganization(context, async (tx) => {
    await sql`INSERT INTO tasks (company_id, customer_id, kind, due_on) VALUES (${companyId}, ${ancient}, 'repair_contact', '2026-12-10')`.execute(
      tx,
    );
    await sql`INSERT INTO imports (company_id, kind, file_name, sha256, status, covers_to_on, actor)
      VALUES (${companyId}, 'fec', 'livres.txt', 'x', 'imported', '2026-12-10', 'user:lea')`.execute(tx);
    const job = (key: string, input: object, result: object, actor = 'user:lea') =>
      sql`INSERT INTO jobs (kind, job_key, input, state, result, actor, finished_at) VALUES ('import', ${key},
        ${JSON.stringify({ companyId, ...input })}::jsonb, 'done', ${JSON.stringify(result)}::jsonb, ${actor}, '2026-12-16T10:00:00Z')`.execute(
        tx,
      );
    await job('a', { fileName: 'livres.txt' }, { report: { status: 'imported', errorCount: 2 } });
    await job('b', { fileName: 'essai.csv', dryRun: true }, { report: { status: 'imported' } });
    await job('c', { fileName: 'refus.csv' }, { report: { status: 'refused', errorCount: 1 } });
    await job('d', { fileName: 'autre.csv' }, { report: { status: 'imported' } }, 'user:paul');
  });
});
afterAll(() => database.close());

const read = (role: Role = 'admin', at: Context = context) =>
  readNotices(at, { companyId, userId: 'lea', may: ROLE_PERMISSIONS[role] });
const kinds = async (role?: Role) => (await read(role)).map(({ kind }) => kind);
const setLimit = (days: number | null) =>
  inOrganization(context, (tx) =>
    sql`UPDATE companies SET policy = policy || jsonb_build_object('freshnessWorkedDays', ${days}::int)`.execute(tx),
  );

describe('what is told', () => {
  test('is what needs somebody: the newest of what must be done first', async () => {
    expect((await kinds()).sort()).toEqual([
      'claims_ending',
      'contacts_to_repair',
      'import_failed',
      'import_finished',
      'rate_missing',
    ]);
    const [first] = await read();
    expect(first?.weight).toBe('act');
  });

  test('names the day a claim ends, the half-year without rates, the file and its errors', async () => {
    const notices = await read();
    const factsOf = (kind: string) => notices.find((notice) => notice.kind === kind)?.facts;
    expect(factsOf('claims_ending')).toEqual({ lastOn: '2027-01-04' });
    expect(factsOf('rate_missing')).toMatchObject({ halfYear: '2027S1' });
    expect(factsOf('import_finished')).toMatchObject({ fileName: 'livres.txt', errors: 2 });
    expect(factsOf('import_failed')).toMatchObject({ fileName: 'refus.csv' });
  });

  test('goes to those who can mend it', async () => {
    expect(await kinds('auditor')).toEqual([]);
    expect(await kinds('collector')).not.toContain('rate_missing');
    expect(await kinds('collector')).toContain('contacts_to_repair');
  });
});

describe('the age of the books', () => {
  test.each([
    // Books up to Thursday 10 December; today is Thursday 17, five worked days later.
    { limit: 4, told: 'plan_held' },
    { limit: 5, told: 'books_ageing' },
    { limit: 6, told: 'books_ageing' },
    { limit: 7, told: null },
  ])('with a limit of $limit worked days is told as $told', async ({ limit, told }) => {
    await setLimit(limit);
    const found = (await kinds()).filter((kind) => kind === 'plan_held' || kind === 'books_ageing');
    await setLimit(null);
    expect(found).toEqual(told ? [told] : []);
  });
});

test('what was seen is no longer new, what comes after is', async () => {
  expect((await read()).every(({ isNew }) => isNew)).toBe(true);
  await markNoticesSeen(context, 'lea');
  expect((await read()).some(({ isNew }) => isNew)).toBe(false);
  await inOrganization(context, (tx) =>
    sql`INSERT INTO tasks (company_id, customer_id, kind, due_on, created_at, facts)
      SELECT ${companyId}, customer_id, 'repair_contact', '2026-12-18', '2026-12-18T08:00:00Z', '{"channel":"email"}'::jsonb FROM customers`.execute(
      tx,
    ),
  );
  expect((await read()).filter(({ isNew }) => isNew).map(({ kind }) => kind)).toEqual(['contacts_to_repair']);
});
