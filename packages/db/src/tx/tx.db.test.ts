import type { OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyIn, copyOut } from './copy.ts';
import { createDb } from './database.ts';
import { createPool } from './pool.ts';
import { streamRows } from './stream-rows.ts';
import { withOrg } from './with-org.ts';

const acme = 1 as OrgId;
const other = 2 as OrgId;
let base: TestDatabase;

beforeAll(async () => {
  base = await testDatabase();
  await sql`create table public.numbers (n bigint primary key, label text)`.execute(ownerOf(base));
  await sql`grant all on public.numbers to quittance_app`.execute(ownerOf(base));
});
afterAll(async () => {
  for (const db of owners.values()) await db.destroy();
  await base.close();
});

const owners = new Map<TestDatabase, ReturnType<typeof createDb>>();
function ownerOf(database: TestDatabase) {
  const owner = owners.get(database) ?? createDb({ url: database.ownerUrl });
  owners.set(database, owner);
  return owner;
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

describe('values', () => {
  const one = async (expression: string) => (await base.pool.query(`select ${expression} as v`)).rows[0].v;

  it.each([
    ['9007199254740991::bigint', Number.MAX_SAFE_INTEGER],
    ['-5::bigint', -5],
    ['array[1, null, 3]::bigint[]', [1, null, 3]],
    ["'{}'::bigint[]", []],
    ["date '2026-03-29'", '2026-03-29'],
    ["array[date '2026-03-29']", ['2026-03-29']],
    ["numeric '12.340'", '12.340'],
    ["timestamptz '2026-03-29 01:30:00+00'", new Date('2026-03-29T01:30:00Z')],
    [`'{"a": 1}'::jsonb`, { a: 1 }],
  ])('%s arrives whole', async (expression, expected) => {
    expect(await one(expression)).toEqual(expected);
  });

  it('refuses a whole number that a JavaScript number would round', async () => {
    await expect(one('9007199254740992::bigint')).rejects.toThrow(RangeError);
    expect(await one('1')).toBe(1);
  });
});

describe('withOrg', () => {
  const current = sql<{ org: number | null; actor: string; isolation: string; readonly: string }>`
    select current_org() as org, current_setting('app.actor') as actor,
      current_setting('transaction_isolation') as isolation, current_setting('transaction_read_only') as readonly`;

  it('sets organization and actor for the transaction only', async () => {
    const scope = { orgId: acme, actor: 'user:7' };
    const { rows } = await withOrg(base.db, scope, (tx) => current.execute(tx));
    expect(rows).toEqual([{ org: 1, actor: 'user:7', isolation: 'read committed', readonly: 'off' }]);
    const single = createDb({ url: base.appUrl, size: 1 });
    await withOrg(single, other, async () => {});
    const after = await sql<{ org: null }>`select current_org() as org`.execute(single);
    expect(after.rows).toEqual([{ org: null }]);
    await single.destroy();
  });

  it('takes an isolation level and refuses writes when read only', async () => {
    const scope = { orgId: acme, isolation: 'repeatable read', readOnly: true } as const;
    const { rows } = await withOrg(base.db, scope, (tx) => current.execute(tx));
    expect(rows[0]).toMatchObject({ isolation: 'repeatable read', readonly: 'on' });
    const write = withOrg(base.db, scope, (tx) => sql`insert into numbers values (1)`.execute(tx));
    await expect(write).rejects.toMatchObject({ code: '25006' });
  });

  it('rolls back what a throw leaves half done', async () => {
    const half = withOrg(base.db, acme, async (tx) => {
      await sql`insert into numbers values (404)`.execute(tx);
      throw new Error('stop');
    });
    await expect(half).rejects.toThrow('stop');
    const { rows } = await sql`select from numbers where n = 404`.execute(base.db);
    expect(rows).toHaveLength(0);
  });

  it('acts as a role that is neither superuser nor above row-level security', async () => {
    const role = sql<{ rolname: string; strong: boolean }>`
      select rolname, rolsuper or rolbypassrls or rolcreaterole as strong from pg_roles where rolname = current_user`;
    expect((await role.execute(base.db)).rows).toEqual([{ rolname: 'quittance_app', strong: false }]);
  });
});

describe('collisions', () => {
  it('runs the loser of a deadlock again, so that both get through', async () => {
    await sql`insert into numbers values (10, ''), (11, '')`.execute(base.db);
    let runs = 0;
    let bothHold: () => void = () => {};
    const meeting = new Promise<void>((resolve) => (bothHold = resolve));
    const touch = (first: number, second: number) =>
      withOrg(base.db, acme, async (tx) => {
        runs += 1;
        await sql`update numbers set label = label || ${String(first)} where n = ${first}`.execute(tx);
        if (runs === 2) bothHold();
        await meeting;
        await sql`update numbers set label = label || ${String(first)} where n = ${second}`.execute(tx);
      });
    await Promise.all([touch(10, 11), touch(11, 10)]);
    expect(runs).toBe(3);
    const { rows } = await sql<{ label: string }>`select label from numbers where n in (10, 11)`.execute(base.db);
    expect(rows.map(({ label }) => label.length)).toEqual([4, 4]);
  });

  it('gives up after six attempts and tells the failure', async () => {
    let runs = 0;
    const hopeless = withOrg(base.db, acme, async (tx) => {
      runs += 1;
      await sql`do $$ begin raise exception 'collision' using errcode = '40001'; end $$`.execute(tx);
    });
    await expect(hopeless).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(6);
  });

  it('does not run again what has consumed a stream', async () => {
    let runs = 0;
    const streamed = withOrg(base.db, acme, async (tx) => {
      runs += 1;
      await copyIn(tx, 'copy numbers (n) from stdin', ['900\n']);
      await sql`do $$ begin raise exception 'collision' using errcode = '40001'; end $$`.execute(tx);
    });
    await expect(streamed).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(1);
  });
});

describe('streams', () => {
  it('copies in and out inside the transaction, pieces cut anywhere', async () => {
    await withOrg(base.db, acme, async (tx) => {
      const count = await copyIn(tx, 'copy numbers from stdin', [
        '100\tCaf',
        Buffer.from([0xc3]),
        Buffer.from([0xa9, 0x0a]),
        '101\t\\N\n',
      ]);
      expect(count).toBe(2);
      const out = copyOut(tx, 'copy (select * from numbers where n between 100 and 101 order by n) to stdout');
      expect(await textOf(out)).toBe('100\tCafé\n101\t\\N\n');
      const { rows } = await sql`select from numbers where n = 100`.execute(tx);
      expect(rows).toHaveLength(1);
    });
  });

  it('rolls a copy back when its source fails', async () => {
    async function* failing() {
      yield '200\tfirst\n';
      throw new Error('the file ends in the middle');
    }
    const copied = withOrg(base.db, acme, (tx) => copyIn(tx, 'copy numbers from stdin', failing()));
    await expect(copied).rejects.toThrow('the file ends in the middle');
    expect((await sql`select from numbers where n = 200`.execute(base.db)).rows).toHaveLength(0);
  });

  it('tells what the server refuses in a copy', async () => {
    const copied = withOrg(base.db, acme, (tx) => copyIn(tx, 'copy numbers from stdin', ['not a number\tx\n']));
    await expect(copied).rejects.toMatchObject({ code: '22P02' });
  });

  it('streams rows with parameters in batches, other statements in between', async () => {
    await withOrg(base.db, acme, async (tx) => {
      const series = sql<{ n: number }>`select n from generate_series(${1}::bigint, ${25}::bigint) n`;
      const query = { compile: () => series.compile(tx) };
      let sum = 0;
      for await (const { n } of streamRows(tx, query, 10)) {
        sum += n;
        if (n === 15) await sql`select 1`.execute(tx);
      }
      expect(sum).toBe(325);
      for await (const { n } of streamRows(tx, query, 10)) if (n === 3) break;
      const open = await sql`select from pg_cursors where name like 'stream%'`.execute(tx);
      expect(open.rows).toHaveLength(0);
    });
  });

  it('streams of several transactions begun together keep to themselves', async () => {
    const sums = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((first) =>
        withOrg(base.db, acme, async (tx) => {
          const series = sql<{ n: number }>`select n from generate_series(${first}::bigint, ${first + 30}::bigint) n`;
          let sum = 0;
          for await (const { n } of streamRows(tx, { compile: () => series.compile(tx) }, 10)) sum += n;
          return sum;
        }),
      ),
    );
    // 31 numbers from each first on: 31 × first + 465
    expect(sums).toEqual([496, 527, 558, 589, 620, 651]);
  });
});

describe('a pool', () => {
  it('outlives its connections: the next query gets a new one', async () => {
    const pool = createPool({ url: base.appUrl, size: 2 });
    const db = createDb({ pool });
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    const killed = withOrg(db, acme, async (tx) => {
      const { rows: mine } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(pid) from unnest(${[rows[0]!.pid, mine[0]!.pid]}::int[]) pid`.execute(tx);
    });
    await expect(killed).rejects.toThrow();
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });
});
