import { createHash } from 'node:crypto';
import type { OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Database, withOrg } from '../tx/index.ts';
import { appendEvent, appendEvents } from './append-event.ts';
import { listEvents } from './list-events.ts';
import { verifyJournal, verifyPiece } from './verify-journal.ts';

let base: TestDatabase;
let admin: Database;
let organizations = 0;

beforeAll(async () => {
  base = await testDatabase();
  admin = createDb({ url: base.adminUrl, size: 1 });
});
afterAll(async () => {
  await admin.destroy();
  await base.close();
});

const event = (n: number) => ({
  kind: 'invoice.imported',
  actor: 'user:7',
  subject: 'invoice',
  subjectId: n,
  payload: { number: `F-${n}`, label: 'Café' },
});

async function journalOf(count: number): Promise<OrgId> {
  organizations += 1;
  const org = organizations as OrgId;
  for (let n = 1; n <= count; n += 1) await withOrg(base.db, org, (tx) => appendEvent(tx, event(n)));
  return org;
}

// Somebody with the keys of the server, who silences the triggers that refuse it to everyone else.
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await sql`set session_replication_role = replica`.execute(admin);
  await statement.execute(admin);
  await sql`set session_replication_role = default`.execute(admin);
}

const whole = (org: OrgId) => withOrg(base.db, { orgId: org, readOnly: true }, verifyJournal);

// What a run says, said again by pieces of two lines.
async function check(org: OrgId) {
  const expected = await whole(org);
  let after = { seq: 0, hash: '' };
  for (;;) {
    const from = after;
    const piece = await withOrg(base.db, org, (tx) => verifyPiece(tx, { after: from, most: 2 }));
    after = { seq: piece.events, hash: piece.head };
    if (!piece.done) continue;
    const { total: _, done: __, ...said } = piece;
    expect(said).toEqual(expected);
    return expected;
  }
}

describe('a journal left alone', () => {
  it('is whole, empty or not', async () => {
    expect(await check(await journalOf(0))).toEqual({ ok: true, events: 0, head: '0'.repeat(64) });
    expect(await check(await journalOf(5))).toMatchObject({ ok: true, events: 5 });
  });

  it('hashes exactly the text that is documented', async () => {
    const org = await journalOf(2);
    const { rows } = await sql<Record<string, string>>`select * from events where org_id = ${org} order by seq`.execute(
      admin,
    );
    let previous = '0'.repeat(64);
    rows.forEach((row, i) => {
      expect(row.at_text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      const text = `${previous}\n${i + 1}\n${row.at_text}\nuser:7\ninvoice.imported\ninvoice\n${i + 1}\n{"number":"F-${i + 1}","label":"Café"}`;
      previous = createHash('sha256').update(text).digest('hex');
      expect(row.hash).toBe(previous);
    });
    expect(await check(org)).toMatchObject({ head: previous });
  });

  it('numbers lines without gap when many write at once', async () => {
    const org = await journalOf(0);
    const writes = Array.from({ length: 30 }, (_, n) => withOrg(base.db, org, (tx) => appendEvent(tx, event(n))));
    expect((await Promise.all(writes)).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(await check(org)).toMatchObject({ ok: true, events: 30 });
  });

  it('takes several lines at once, beside single ones and others who write, as one chain in their order', async () => {
    const org = await journalOf(2);
    const together = (from: number) =>
      withOrg(base.db, { orgId: org, actor: 'job:matching' }, (tx) =>
        appendEvents(tx, [event(from), { ...event(from + 1), actor: '' }, { ...event(from + 2), on: '2026-03-31' }]),
      );
    await Promise.all([together(10), together(20), withOrg(base.db, org, (tx) => appendEvent(tx, event(30)))]);
    await withOrg(base.db, org, (tx) => appendEvents(tx, []));
    expect(await check(org)).toMatchObject({ ok: true, events: 9 });
    const rows = await withOrg(base.db, org, (tx) =>
      tx.selectFrom('events').select(['subject_id', 'actor', 'payload']).where('seq', '>', 2).orderBy('seq').execute(),
    );
    const order = rows.map((row) => Number(row.subject_id)).filter((id) => id !== 30);
    expect([
      [10, 11, 12, 20, 21, 22],
      [20, 21, 22, 10, 11, 12],
    ]).toContainEqual(order);
    const of = (id: number) => rows.find((row) => row.subject_id === String(id))!;
    expect([of(10).actor, of(11).actor]).toEqual(['user:7', 'job:matching']);
    expect(of(22).payload).toBe('{"on":"2026-03-31","number":"F-22","label":"Café"}');
  });

  it('keeps no line of a transaction that failed', async () => {
    const org = await journalOf(1);
    const failed = withOrg(base.db, org, async (tx) => {
      await appendEvent(tx, event(2));
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(await check(org)).toMatchObject({ ok: true, events: 1 });
  });

  it('takes the actor of the transaction and the day it counts for', async () => {
    const org = await journalOf(0);
    const { actor, ...rest } = event(1);
    await withOrg(base.db, { orgId: org, actor: 'job:reminders' }, (tx) =>
      appendEvent(tx, { ...rest, on: '2026-03-31' }),
    );
    const row = await withOrg(base.db, org, (tx) => tx.selectFrom('events').selectAll().executeTakeFirstOrThrow());
    expect(row).toMatchObject({ actor: 'job:reminders', seq: 1, subject_id: '1' });
    expect(JSON.parse(row.payload)).toEqual({ on: '2026-03-31', number: 'F-1', label: 'Café' });
    await expect(withOrg(base.db, org, (tx) => appendEvent(tx, rest))).rejects.toMatchObject({ code: '23502' });
  });

  it('refuses a field that holds a line feed', async () => {
    const org = await journalOf(0);
    const forged = withOrg(base.db, org, (tx) => appendEvent(tx, { ...event(1), actor: 'user:7\nforged' }));
    await expect(forged).rejects.toThrow(RangeError);
  });
});

describe('the database', () => {
  it.each([
    ['the application', () => base.db],
    ['the superuser', () => admin],
  ])('refuses update and delete of a line, even to %s', async (_who, as) => {
    const org = await journalOf(1);
    for (const change of [sql`update events set payload = ''`, sql`delete from events`]) {
      await expect(withOrg(as(), org, (tx) => change.execute(tx))).rejects.toMatchObject({ code: '42501' });
    }
    expect(await check(org)).toMatchObject({ ok: true, events: 1 });
  });
});

describe('a journal that was touched tells the first broken line', () => {
  it.each([
    [
      'an edited payload',
      (org: OrgId) => sql`update events set payload = '{}' where org_id = ${org} and seq = 3`,
      3,
      'edited',
    ],
    [
      'an edited instant',
      (org: OrgId) => sql`update events set at_text = '2020-01-01' where org_id = ${org} and seq = 1`,
      1,
      'edited',
    ],
    ['a missing line', (org: OrgId) => sql`delete from events where org_id = ${org} and seq = 3`, 3, 'missing'],
    ['a missing first line', (org: OrgId) => sql`delete from events where org_id = ${org} and seq = 1`, 1, 'missing'],
    [
      'the last line removed',
      (org: OrgId) => sql`delete from events where org_id = ${org} and seq = 5`,
      5,
      'truncated',
    ],
    ['all lines removed', (org: OrgId) => sql`delete from events where org_id = ${org}`, 1, 'truncated'],
    [
      'the last line rewritten with a matching hash',
      (
        org: OrgId,
      ) => sql`update events set payload = '{}', hash = encode(sha256(convert_to(concat_ws(E'\n', prev_hash, seq::text,
        at_text, actor, kind, subject_type, subject_id, '{}'), 'UTF8')), 'hex') where org_id = ${org} and seq = 5`,
      5,
      'edited',
    ],
    [
      'a middle line rewritten with a matching hash',
      (
        org: OrgId,
      ) => sql`update events set payload = '{}', hash = encode(sha256(convert_to(concat_ws(E'\n', prev_hash, seq::text,
        at_text, actor, kind, subject_type, subject_id, '{}'), 'UTF8')), 'hex') where org_id = ${org} and seq = 2`,
      3,
      'out_of_order',
    ],
    [
      'a well-chained line written around the journal',
      (
        org: OrgId,
      ) => sql`insert into events select org_id, 6, at_text, actor, kind, subject_type, subject_id, payload, hash,
        encode(sha256(convert_to(concat_ws(E'\n', hash, '6', at_text, actor, kind, subject_type, subject_id, payload), 'UTF8')), 'hex')
        from events where org_id = ${org} and seq = 5`,
      6,
      'added',
    ],
  ])('%s', async (_what, change, seq, fault) => {
    const org = await journalOf(5);
    await tamper(change(org));
    expect(await check(org)).toMatchObject({ ok: false, firstBroken: { seq, fault } });
  });

  it('two neighbours whose contents were exchanged', async () => {
    const org = await journalOf(5);
    const swap = sql`update events set seq = seq + 100 where org_id = ${org} and seq in (2, 3)`;
    await tamper(swap);
    await tamper(sql`update events set seq = 105 - seq where org_id = ${org} and seq > 100`);
    expect(await check(org)).toMatchObject({ ok: false, firstBroken: { seq: 2, fault: 'out_of_order' } });
  });

  it("never another organization's", async () => {
    const touched = await journalOf(2);
    const other = await journalOf(2);
    await tamper(sql`delete from events where org_id = ${touched} and seq = 2`);
    expect(await check(other)).toMatchObject({ ok: true, events: 2 });
  });
});

describe('the journal read by people', () => {
  it('names what a line is about and finds lines by text, kind, author, subject and day, % and _ being themselves', async () => {
    const org = await journalOf(0);
    await withOrg(base.db, { orgId: org, actor: 'user:7' }, async (tx) => {
      await sql`insert into companies (code, name) values ('atelier', 'Atelier')`.execute(tx);
      await sql`insert into customers (company_id, ref, name) select company_id, 'A', 'Anis' from companies`.execute(
        tx,
      );
      const { rows } = await sql<{ id: number }>`select customer_id as id from customers`.execute(tx);
      await appendEvent(tx, {
        kind: 'customer.changed',
        subject: 'customer',
        subjectId: rows[0]!.id,
        payload: { a: '100%' },
      });
      await appendEvent(tx, { kind: 'import.done', actor: 'worker', subject: 'import', subjectId: 99, payload: {} });
      await appendEvent(tx, { kind: 'rates.edited', subject: 'rates', subjectId: '2026S1', payload: {} });
    });
    const read = (filter: object) =>
      withOrg(base.db, org, async (tx) => {
        const { items, total } = await listEvents(tx, { limit: 10, offset: 0, ...filter });
        expect(total).toBe(items.length);
        return items.map(({ kind, subjectName }) => [kind, subjectName]);
      });
    const [rates, done, changed] = [
      ['rates.edited', null],
      ['import.done', null],
      ['customer.changed', 'Anis'],
    ];
    expect(await read({})).toEqual([rates, done, changed]);
    expect(await read({ search: '100%' })).toEqual([changed]);
    expect(await read({ search: '1%0' })).toEqual([]);
    expect(await read({ kind: 'import' })).toEqual([done]);
    expect(await read({ kind: 'rates.edited' })).toEqual([rates]);
    expect(await read({ author: 'worker' })).toEqual([done]);
    expect(await read({ subject: 'rates:2026S1' })).toEqual([rates]);
    const today = new Date().toISOString().slice(0, 10);
    expect(await read({ from: today, to: today })).toHaveLength(3);
    expect(await read({ to: '2026-01-01' })).toEqual([]);
  });
});
