// Organizations are sealed from one another by the database itself: proven for every table the catalogue lists.
import type { OrgId } from '@quittance/core/kernel';
import { testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from './database.ts';
import { columnsOf, insertFor } from './generated-row.ts';
import { withOrg } from './with-org.ts';

const THEIRS = 1;
const OURS = 2 as OrgId;

const base = await testDatabase();
const admin = new pg.Client({ connectionString: base.adminUrl });
await admin.connect();
const list = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await admin.query(text, values)).rows;

const tables = (
  await list<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f') order by 1`,
  )
).map(({ name }) => name);

afterAll(async () => {
  await admin.end();
  await base.close();
});

describe('the catalogue', () => {
  it('lists the tables this file is about', () => {
    expect(tables).toEqual(
      expect.arrayContaining(['customers', 'invoices', 'receivables', 'payments', 'events', 'actions']),
    );
  });

  it('shows no view that would look through the seal', async () => {
    const views = await list(
      `select relname from pg_class where relnamespace = 'public'::regnamespace
        and (relkind = 'm' or (relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)))`,
    );
    expect(views).toEqual([]);
  });

  it('lets the application reach, outside schema public, only the identities: people stand above organizations', async () => {
    const reachable = await list(
      `select distinct n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('public', 'information_schema')
          and n.nspname !~ '^pg_' and has_schema_privilege('quittance_app', n.oid, 'usage')
          and has_table_privilege('quittance_app', c.oid, 'select, insert, update, delete, truncate')`,
    );
    expect(reachable).toEqual([{ name: 'auth' }]);
  });

  it('lets functions act with their owner’s rights only along a fixed search path', async () => {
    const loose = await list(
      `select oid::regprocedure::text as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
        and not coalesce(array_to_string(proconfig, ',') like '%search_path=%', false)`,
    );
    expect(loose).toEqual([]);
  });
});

describe("the application's role", () => {
  it('cannot bypass row-level security, nor become somebody who can', async () => {
    const strong = await list(
      `select rolname from pg_roles where pg_has_role('quittance_app', oid, 'member')
        and (rolname not in ('quittance_app', 'quittance_portfolio') or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    );
    expect(strong).toEqual([]);
  });

  it('owns nothing', async () => {
    const owned = await list(`select relname from pg_class where relowner = 'quittance_app'::regrole`);
    expect(owned).toEqual([]);
  });
});

describe.each(tables)('table %s', (table) => {
  const oid = `public."${table}"`;

  it('has org_id first in its primary key, and in every unique and foreign key', async () => {
    const columns = await columnsOf(admin, table);
    expect(columns.find(({ name }) => name === 'org_id')).toMatchObject({ type: 'bigint' });
    const keys = await list<{ name: string; kind: string; first: string; target: string | null }>(
      `select conname as name, contype::text as kind,
          (select attname::text from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as first,
          (select attname::text from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as target
        from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u', 'f', 'x')
       union all
       select indexrelid::regclass::text, 'i', (select attname::text from pg_attribute where attrelid = indrelid and attnum = indkey[0]), null
        from pg_index where indrelid = $1::regclass and indisunique`,
      [oid],
    );
    expect(keys.filter(({ kind }) => kind === 'p')).toHaveLength(1);
    expect(
      keys.filter(({ first, kind, target }) => first !== 'org_id' || (kind === 'f' && target !== 'org_id')),
    ).toEqual([]);
  });

  it('has row-level security enabled and forced, and no right that would go around it', async () => {
    const [seal] = await list(
      `select relrowsecurity as enabled, relforcerowsecurity as forced,
          has_table_privilege('quittance_app', oid, 'truncate') as truncates,
          has_table_privilege('quittance_app', oid, 'trigger') as triggers
        from pg_class where oid = $1::regclass`,
      [oid],
    );
    expect(seal).toEqual({ enabled: true, forced: true, truncates: false, triggers: false });
  });
});

describe('the rows of another organization', () => {
  beforeAll(async () => {
    for (const table of tables) await layBareToRowSecurity(table);
  });

  it.each(tables)('of table %s are hidden from read and write', async (table) => {
    const oid = `public."${table}"`;
    const columns = await columnsOf(admin, table);
    for (const org of [THEIRS, OURS]) await admin.query(insertFor(table, columns, org));
    const ours = <T>(act: (tx: Tx) => Promise<T>) => withOrg(base.db, OURS, act);
    const statement = (text: string) => sql<{ org_id: number }>`${sql.raw(text)}`;

    expect((await ours((tx) => statement(`select org_id from ${oid}`).execute(tx))).rows).toEqual([{ org_id: OURS }]);
    for (const text of [`update ${oid} set org_id = org_id where org_id = 1`, `delete from ${oid} where org_id = 1`]) {
      expect((await ours((tx) => statement(text).execute(tx))).numAffectedRows).toBe(0n);
    }
    const theft = statement(`update ${oid} set org_id = 3 where org_id = 2`);
    await expect(ours((tx) => theft.execute(tx))).rejects.toMatchObject({ code: '42501' });
    const forgery = statement(insertFor(table, columns, 3));
    await expect(ours((tx) => forgery.execute(tx))).rejects.toMatchObject({ code: '42501' });

    expect((await statement(`select org_id from ${oid}`).execute(base.db)).rows).toEqual([]);
    expect((await statement(`delete from ${oid}`).execute(base.db)).numAffectedRows).toBe(0n);
    expect(await list(`select org_id from ${oid} order by 1`)).toEqual([{ org_id: '1' }, { org_id: '2' }]);
  });
});

// Row-level security must hold alone: grants, triggers, checks and foreign keys of this copy no longer help it. That also
// lets one made-up row fit any table.
async function layBareToRowSecurity(table: string): Promise<void> {
  const oid = `public."${table}"`;
  await admin.query(`alter table ${oid} disable trigger user`);
  const constraints = await list<{ name: string; owner: string }>(
    `select conname as name, conrelid::regclass::text as owner from pg_constraint
      where (conrelid = $1::regclass or confrelid = $1::regclass) and contype in ('c', 'f', 'x')`,
    [oid],
  );
  for (const { name, owner } of constraints) await admin.query(`alter table ${owner} drop constraint "${name}"`);
  await admin.query(`grant select, insert, update, delete on ${oid} to quittance_app`);
}
