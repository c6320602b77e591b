import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './migration-files.ts';

let base: TestDatabase;
let folder: string;
let client: pg.Client;

beforeEach(async () => {
  base = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'quittance-migrations-'));
  client = new pg.Client({ connectionString: base.ownerUrl });
  await client.connect();
  await client.query('drop schema quittance_meta cascade');
});
afterEach(async () => {
  await client.end();
  await base.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const run = () => migrate({ ownerUrl: base.ownerUrl, folder });
const rowsOf = async (text: string) => (await client.query(text)).rows;

describe('migrate', () => {
  it('applies new files in order, once, and keeps their hash', async () => {
    write('0002_fill.sql', 'insert into steps values (2);');
    write('0001_steps.sql', 'create table steps (n int); insert into steps values (1);');
    expect(await run()).toEqual(['0001_steps.sql', '0002_fill.sql']);
    expect(await run()).toEqual([]);
    write('0003_more.sql', 'insert into steps values (3);');
    expect(await run()).toEqual(['0003_more.sql']);
    expect(await rowsOf('select n from steps')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    const [first] = await rowsOf('select sha256 from quittance_meta.schema_migrations order by name');
    expect(first).toEqual({ sha256: readMigrations(folder)[0]?.sha256 });
  });

  it('applies once when several processes start together', async () => {
    write('0001_steps.sql', 'create table steps (n int); select pg_sleep(0.2);');
    const all = await Promise.all([run(), run(), run()]);
    expect(all.flat()).toEqual(['0001_steps.sql']);
  });

  it('leaves nothing of a file that fails, keeps those before it, and names file and line', async () => {
    write('0001_good.sql', 'create table good ();');
    write('0002_bad.sql', 'create table half ();\n\ncreate table wrong (n no_such_type);');
    await expect(run()).rejects.toMatchObject({
      code: 'failed',
      file: '0002_bad.sql',
      message: expect.stringContaining('at line 3: type "no_such_type" does not exist'),
    });
    expect(
      await rowsOf("select to_regclass('good') is not null as good, to_regclass('half') is not null as half"),
    ).toEqual([{ good: true, half: false }]);
  });

  it('takes a file checked out with CR LF for the same', async () => {
    write('0001_steps.sql', 'create table steps (\n  n int\n);\n');
    await run();
    write('0001_steps.sql', 'create table steps (\r\n  n int\r\n);\r\n');
    expect(await run()).toEqual([]);
  });

  it.each([
    ['0001_edited.sql', 'changed', () => write('0001_edited.sql', 'select 2;')],
    ['1_short.sql', 'bad_name', () => write('1_short.sql', 'select 1;')],
    ['0001_twice.sql', 'bad_name', () => write('0001_twice.sql', 'select 1;')],
  ])('refuses %s as %s', async (file, code, change) => {
    write('0001_edited.sql', 'select 1;');
    await run();
    change();
    await expect(run()).rejects.toMatchObject({ name: 'MigrationError', code, file });
  });

  it("finds the project's own migrations", () => {
    expect(readMigrations(MIGRATIONS_FOLDER).map(({ name }) => name)).toContain('0001_ledger.sql');
  });
});
