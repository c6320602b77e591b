// Backup and restore on the real server: everything comes back as it was, also what is written around; what cannot be trusted is refused.
import { PassThrough, Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createPool } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '../ports/index.ts';
import { createHouse, createUser } from '../users/index.ts';
import { backUp, restore } from './index.ts';

const clock = clockAt(new Date('2026-03-31T08:00:00Z'));
let source: TestDatabase;
let target: TestDatabase;
let backup: Buffer;

const bytesOf = async (stream: Readable): Promise<Buffer> => Buffer.concat(await stream.toArray());

async function takeBackup(from: TestDatabase): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([bytesOf(out), backUp({ ownerUrl: from.ownerUrl, clock }, out)]);
  return bytes;
}

const bringBack = (bytes: Buffer, into: TestDatabase, force = false) =>
  restore({ ownerUrl: into.ownerUrl, force }, Readable.from([bytes]));

/** The pools of the test are themselves sessions of the program: they must be gone while restoring. */
const alone = async (database: TestDatabase): Promise<void> => {
  await database.db.destroy();
};

/** Every row of every table as text, sorted, as the superuser sees them. */
async function everything(database: TestDatabase): Promise<Record<string, string[]>> {
  const pool = createPool({ url: database.adminUrl, size: 1, name: 'comparison' });
  try {
    const { rows: tables } = await pool.query<{ name: string }>(
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'auth', 'directory') ORDER BY 1`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await pool.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t ORDER BY 1`);
      all[name] = rows.map((row) => row.line);
    }
    return all;
  } finally {
    await pool.end();
  }
}

async function fill(database: TestDatabase, name: string): Promise<Portfolio> {
  const place = { db: database.db, clock, actor: 'test' };
  const { orgId, companyId } = await createHouse(place, { name, siren: null });
  const user = { name: 'Anne', email: `anne@${name}.example`, password: 'une longue phrase', language: 'fr' as const };
  await createUser({ ...place, orgId }, async () => '$argon2id$test', { ...user, role: 'admin' });
  const portfolio = new Portfolio(database.db, { orgId, companyId });
  const customer = await portfolio.customer({ ref: 'C1', name: 'Café "de\tla\\ Gare"\nSARL' });
  for (let n = 1; n <= 20; n += 1) {
    const terms = [{ dueOn: '2026-02-28', cents: 10_000 + n }];
    const { receivables } = await portfolio.invoice({ customer, number: `F${n}`, issuedOn: '2026-01-29', terms });
    if (n % 2 === 0) await portfolio.pay({ customer, receivable: receivables[0]!, on: '2026-03-02', cents: 5_000 + n });
  }
  return portfolio;
}

beforeAll(async () => {
  source = await testDatabase();
  target = await testDatabase();
  await fill(source, 'acme');
  await fill(source, 'bravo');
  backup = await takeBackup(source);
});
afterAll(async () => {
  await source.close();
  await target.close();
});

describe('a backup', () => {
  it('brings every row of every organization back as it was', async () => {
    await alone(target);
    const restored = await bringBack(backup, target);
    expect(restored).toMatchObject({ ok: true, value: { organizations: 2, madeAt: '2026-03-31T08:00:00.000Z' } });
    const [was, is] = [await everything(source), await everything(target)];
    expect(was['public.allocations']).toHaveLength(20);
    expect(is).toEqual(was);
  });

  it('leaves seals, triggers and sequences in working order', async () => {
    const pool = createPool({ url: target.adminUrl, size: 1, name: 'comparison' });
    const { rows } = await pool.query(`SELECT
      (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND relkind = 'r' AND NOT relforcerowsecurity
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS unsealed,
      (SELECT count(*)::int FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O') AS disabled,
      (SELECT max(invoice_id) FROM invoices) AS latest, nextval('invoices_invoice_id_seq') AS next`);
    await pool.end();
    expect(rows[0]).toMatchObject({ unsealed: 0, disabled: 0, latest: 40, next: 41 });
  });

  it('is of one instant while others write', async () => {
    const busy = await testDatabase();
    const portfolio = await fill(busy, 'busy');
    const customer = await portfolio.customer({ ref: 'C2' });
    let writing = true;
    let written = 0;
    const writer = (async () => {
      while (writing) {
        written += 1;
        const terms = [{ dueOn: '2026-02-28', cents: 100_000 }];
        const made = await portfolio.invoice({ customer, number: `W${written}`, issuedOn: '2026-01-29', terms });
        await portfolio.pay({ customer, receivable: made.receivables[0]!, on: '2026-03-02', cents: written });
      }
    })();
    while (written < 5) await new Promise((resume) => setTimeout(resume, 5));
    const during = await takeBackup(busy);
    writing = false;
    await writer;
    const empty = await testDatabase();
    await alone(empty);
    expect(await bringBack(during, empty)).toMatchObject({ ok: true });
    const back = await everything(empty);
    // Every allocation has both its ends, and what it settled stands on them: the CHECKs and keys held, and nothing is half there.
    expect(back['public.allocations']!.length).toBeGreaterThanOrEqual(10);
    const pool = createPool({ url: empty.adminUrl, size: 1, name: 'comparison' });
    const { rows } = await pool.query(`SELECT count(*)::int AS wrong FROM receivables r WHERE settled_cents <>
      coalesce((SELECT sum(a.cents) FROM allocations a WHERE a.org_id = r.org_id AND a.receivable_id = r.receivable_id), 0)`);
    await pool.end();
    expect(rows[0].wrong).toBe(0);
    await busy.close();
    await empty.close();
  });

  it('replaces what is there only when forced', async () => {
    const before = await everything(target);
    expect(await bringBack(backup, target)).toEqual({ ok: false, refusal: { code: 'target_not_empty' } });
    expect(await everything(target)).toEqual(before);
    expect(await bringBack(backup, target, true)).toMatchObject({ ok: true });
    expect(await everything(target)).toEqual(before);
  });

  it('is refused beside a server at work', async () => {
    const other = createPool({ url: target.appUrl, size: 1, name: 'quittance server' });
    await other.query('select 1');
    expect(await bringBack(backup, target, true)).toEqual({
      ok: false,
      refusal: { code: 'target_in_use', sessions: 'quittance server' },
    });
    await other.end();
  });
});

describe('a file that is no good backup changes nothing', () => {
  const plain = () => gunzipSync(backup);
  const edited = (from: string, to: string): Buffer => {
    const bytes = plain();
    const at = bytes.indexOf(from);
    expect(at).toBeGreaterThan(0);
    bytes.write(to, at);
    return gzipSync(bytes);
  };
  it.each([
    ['another file', () => Buffer.from('customer_ref;name\n'), 'not_a_backup'],
    ['another compressed file', () => gzipSync('customer_ref;name\n'), 'not_a_backup'],
    ['an empty file', () => Buffer.alloc(0), 'not_a_backup'],
    ['a backup cut in the middle', () => backup.subarray(0, backup.length >> 1), 'backup_damaged'],
    ['a backup without its end', () => gzipSync(plain().subarray(0, -20)), 'backup_damaged'],
    ['an edited amount', () => edited('10007', '10008'), 'backup_damaged'],
    ['a newer schema', () => edited('0004_imports', '0999_imports'), 'backup_newer'],
  ])('%s', async (_, make, code) => {
    const before = await everything(target);
    const refused = await bringBack(make(), target, true);
    expect(refused).toMatchObject({ ok: false, refusal: { code } });
    expect(await everything(target)).toEqual(before);
  });
});
