// A member with a portfolio sees their customers and what is theirs, by the database's own doing: proven for every table of the catalogue.
import type { PortfolioScope } from '@quittance/core/access';
import type { OrgId } from '@quittance/core/kernel';
import { testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from './database.ts';
import { withOrg } from './with-org.ts';

const base = await testDatabase();
const admin = new pg.Client({ connectionString: base.adminUrl });
await admin.connect();
const list = async <T>(text: string): Promise<T[]> => (await admin.query(text)).rows;
const ORG = 1 as OrgId;
const OWN: PortfolioScope = { ownerEmail: 'Lea@atelier.test', segments: [] };

const as = <T>(portfolio: PortfolioScope | undefined, act: (tx: Tx) => Promise<T>) =>
  withOrg(base.db, { orgId: ORG, actor: 'user:lea', portfolio }, act);
const read = (portfolio: PortfolioScope | undefined, text: string) =>
  as(portfolio, async (tx) => (await sql<Record<string, unknown>>`${sql.raw(text)}`.execute(tx)).rows);
const refs = async (portfolio: PortfolioScope | undefined) =>
  (await read(portfolio, 'select ref from customers order by ref')).map(({ ref }) => ref);

afterAll(async () => {
  await admin.end();
  await base.close();
});

/** Tables without customers, each for a reason: settings, texts, files kept by hash and reached through a row, facts of the company. */
const WITHOUT_CUSTOMERS = [
  'channel_settings',
  'column_mappings',
  'companies',
  'file_pieces',
  'files',
  'imports',
  'journal_heads',
  'legal_rates',
  'member_settings',
  'members',
  'saved_views',
  'scenarios',
  'templates',
];

describe('the catalogue', () => {
  it('narrows every table that belongs to a customer, by itself or through another', async () => {
    const open = await list<{ name: string }>(
      `select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not exists (select from pg_policy p join pg_roles r on r.oid = any (p.polroles)
          where p.polrelid = c.oid and not p.polpermissive and r.rolname = 'quittance_portfolio')
        order by 1`,
    );
    const unknown = open.map(({ name }) => name).filter((name) => !WITHOUT_CUSTOMERS.includes(name));
    expect(unknown).toEqual([]);
  });

  it('gives the role what the application has, and no more', async () => {
    const differing = await list(
      `select c.oid::regclass::text as name, p as privilege from pg_class c, unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p
        where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
          and has_table_privilege('quittance_app', c.oid, p) <> has_table_privilege('quittance_portfolio', c.oid, p)`,
    );
    expect(differing).toEqual([]);
  });

  it('binds nobody who did not become the role', async () => {
    expect(await list(`select pg_has_role('quittance_app', 'quittance_portfolio', 'usage') as inherits`)).toEqual([
      { inherits: false },
    ]);
  });
});

describe('a portfolio', () => {
  beforeAll(() =>
    withOrg(base.db, { orgId: ORG, actor: 'user:1' }, async (tx) => {
      const statement = (text: string) => sql.raw(text).execute(tx);
      await statement(`insert into companies (code, name) values ('atelier', 'Atelier')`);
      await statement(`insert into customers (company_id, ref, name, segment, owner_email)
        select company_id, v.ref, v.ref, v.segment, v.owner from companies,
          (values ('A', 'btp', null), ('B', 'grands', 'lea@atelier.test'), ('C', null, null)) v (ref, segment, owner)`);
      await statement(`insert into invoices (company_id, customer_id, number, issued_on, gross_cents, currency, source_key)
        select company_id, customer_id, 'F-' || ref, '2026-01-05', 10000, 'EUR', gen_random_uuid() from customers`);
      await statement(`insert into receivables (company_id, customer_id, invoice_id, issued_on, due_on, gross_cents, currency, source_key)
        select company_id, customer_id, invoice_id, issued_on, '2026-02-05', gross_cents, currency, gen_random_uuid() from invoices`);
      await statement(`insert into payments (company_id, customer_id, direction, paid_on, cents, currency, source_key)
        select company_id, customer_id, 'in', '2026-02-10', 4000, 'EUR', gen_random_uuid() from customers`);
      await statement(`insert into allocations (company_id, payment_id, receivable_id, allocated_on, cents, currency, origin, actor)
        select p.company_id, payment_id, receivable_id, '2026-02-10', 4000, 'EUR', 'manual', 'user:1'
        from payments p join receivables r using (org_id, customer_id)`);
      await statement(
        `select append_event('user:1', 'customer.changed', 'customer', customer_id::text, '{}') from customers`,
      );
    }),
  );

  it.each<[string, PortfolioScope | undefined, string[]]>([
    ['none', undefined, ['A', 'B', 'C']],
    ['own customers, whatever the capitals of the address', OWN, ['B']],
    ['a segment', { ownerEmail: null, segments: ['btp'] }, ['A']],
    ['both', { ownerEmail: 'lea@atelier.test', segments: ['btp'] }, ['A', 'B']],
    ['customers without a segment', { ownerEmail: null, segments: [''] }, ['C']],
    ['nothing', { ownerEmail: null, segments: [] }, []],
    ['an address that is empty', { ownerEmail: '', segments: [] }, []],
  ])('of %s shows these customers', async (_what, portfolio, seen) => {
    expect(await refs(portfolio)).toEqual(seen);
    const known = 'select ref from visible_customers() v join customers c on c.customer_id = v order by ref';
    expect((await read(portfolio, known)).map(({ ref }) => ref)).toEqual(portfolio ? seen : []);
  });

  it('sees nobody of another organization, even where names are the same', async () => {
    const other = 2 as OrgId;
    const narrowed = { orgId: ORG, actor: 'user:lea', portfolio: OWN };
    const add = (tx: Tx) =>
      sql
        .raw(`with made as (insert into companies (code, name) values ('b', 'B') returning company_id)
        insert into customers (company_id, ref, name, segment, owner_email) select company_id, 'B', 'B', 'grands', 'lea@atelier.test' from made`)
        .execute(tx);
    await withOrg(base.db, { orgId: other, actor: 'user:1' }, add);
    const count = (tx: Tx) => sql<{ n: number }>`select count(*)::int as n from visible_customers()`.execute(tx);
    expect((await withOrg(base.db, narrowed, count)).rows).toEqual([{ n: 1 }]);
    expect((await withOrg(base.db, { ...narrowed, orgId: other }, count)).rows).toEqual([{ n: 1 }]);
    expect((await count(base.db as unknown as Tx)).rows).toEqual([{ n: 0 }]);
  });

  it('reads the marks of its whole organization and of no other, and nothing of the facts themselves', async () => {
    const marks = 'select receivables, payments, allocations from fact_marks()';
    const [whole] = await read(undefined, marks);
    expect(await read(OWN, marks)).toEqual([whole]);
    const [last] = await read(undefined, 'select max(allocation_id) as id from allocations');
    expect(whole?.allocations).toBe(last?.id);
    expect(await read(OWN, `select allocations, due_dates from moved_since(1, '2026-02-09')`)).toEqual([
      { allocations: true, due_dates: false },
    ]);
    expect((await sql<{ allocations: number }>`select * from fact_marks()`.execute(base.db)).rows).toMatchObject([
      { allocations: 0, payments: 0 },
    ]);
  });

  it('works its customers out once for a statement, however many rows are looked at', async () => {
    const explain = (table: string) => `explain (format json) select * from ${table}`;
    for (const table of ['invoices', 'receivables', 'payments', 'holds']) {
      const [plan] = await read(OWN, explain(table));
      const text = JSON.stringify(plan);
      expect([table, text.includes('hashed SubPlan')]).toEqual([table, true]);
    }
  });

  it('shows what belongs to its customers only, directly or through something else', async () => {
    for (const table of ['invoices', 'receivables', 'payments', 'allocations', 'events']) {
      const one = await read(OWN, `select 1 from ${table}`);
      const all = await read(undefined, `select 1 from ${table}`);
      expect([table, one.length, all.length]).toEqual([table, 1, 3]);
    }
  });

  it('changes nothing of others, and refuses what would be theirs', async () => {
    const changed = await as(OWN, (tx) => sql`update customers set city = 'Nantes'`.execute(tx));
    expect(changed.numAffectedRows).toBe(1n);
    const [other] = await read(undefined, `select customer_id as id from customers where ref = 'A'`);
    const insert = `insert into contacts (customer_id, name) values (${other?.id}, 'x')`;
    await expect(read(OWN, insert)).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps sums right when money is allocated inside it', async () => {
    await as(OWN, (tx) =>
      sql`insert into allocations (company_id, payment_id, receivable_id, allocated_on, cents, currency, origin, reverses_allocation_id, actor)
        select company_id, payment_id, receivable_id, '2026-02-11', -cents, currency, 'manual', allocation_id, 'user:lea' from allocations`.execute(
        tx,
      ),
    );
    const settled = await read(
      undefined,
      `select ref, settled_cents::int as cents from receivables join customers using (org_id, customer_id) order by 1`,
    );
    expect(settled).toEqual([
      { ref: 'A', cents: 4000 },
      { ref: 'B', cents: 0 },
      { ref: 'C', cents: 4000 },
    ]);
  });

  it('ends with the transaction: the connection sees everything again', async () => {
    for (let n = 0; n < 12; n += 1) {
      await refs(OWN);
      expect(await refs(undefined)).toHaveLength(3);
    }
  });
});
