// The proof of a letter over HTTP, with the real use cases: kept with what was sent, refused to anything else, read back as it was;
// and whoever did something is told by name.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '@quittance/adapters/passwords';
import { day } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { clockAt } from '@quittance/usecases/ports';
import { createUser } from '@quittance/usecases/users';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from '../src/http/index.ts';
import { wire } from '../src/wiring/wire.ts';
import { knock, PASSWORD, signInAs } from './house.ts';
import { closeRenderer, type MailServer, openMailServer, PostOffice } from './post/post-office.ts';

const clock = clockAt(new Date('2027-04-16T09:00:00Z'));
let database: TestDatabase;
let mail: MailServer;
let post: PostOffice;
let server: FastifyInstance;
let wiring: Awaited<ReturnType<typeof wire>>;
let dataDir: string;
let cookie = '';

// C1 goes up the ladder to the formal notice, sent registered; C2 has just had its first reminder.
beforeAll(async () => {
  database = await testDatabase();
  mail = await openMailServer();
  dataDir = await mkdtemp(join(tmpdir(), 'quittance-proof-'));
  post = await PostOffice.open(database.db, 'vauban', mail.port);
  await post.debtor('C1');
  for (const on of ['2027-03-08', '2027-03-16', '2027-03-19', '2027-03-31', '2027-04-15']) {
    post.on = day(on);
    await post.run();
  }
  const made = { name: 'Marie Delorme', email: 'admin@test.fr', password: PASSWORD, language: 'fr' as const };
  await createUser(post.context, hashPassword, { ...made, role: 'admin' });
  const { db, appUrl } = database;
  wiring = await wire({ db, appUrl, dataDir, env: {}, work: false, onError: () => {}, clock });
  server = await createServer({
    db,
    services: wiring.services,
    dataDir,
    secret: randomBytes(32).toString('base64url'),
    publicUrl: 'http://localhost:3000',
    webRoot: join(dataDir, 'no-web'),
    version: '0.0.0-test',
    logLevel: 'silent',
  });
  cookie = await signInAs(server, 'admin');
});
afterAll(async () => {
  await wiring.close();
  await server.close();
  await closeRenderer();
  await mail.close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const get = (url: string) => knock(server, { method: 'GET', url: `/api/v1${url}`, headers: { cookie } });

const boundary = 'quittance-test-boundary';

function attach(actionId: number, name: string, content: Buffer) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` };
  return knock(server, { method: 'POST', url: `/api/v1/outbox/${actionId}/proof`, headers, payload });
}

const idOf = async (channel: string): Promise<number> => {
  const [row] = await post.sql<{ id: number }>(
    sql`SELECT action_id AS id FROM actions WHERE org_id = current_org() AND channel = ${channel} ORDER BY action_id LIMIT 1`,
  );
  return Number(row!.id);
};
const kept = () => post.sql<{ name: string }>(sql`SELECT name FROM files WHERE org_id = current_org() ORDER BY name`);

const PDF = Buffer.from('%PDF-1.7\nrecu de depot\n%%EOF\n');
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(40)]);

test('a registered letter that was sent keeps its proof, and gives it back byte for byte', async () => {
  const id = await idOf('registered_letter');
  expect((await get(`/outbox/${id}`)).json()).toMatchObject({ state: 'sent', hasProof: false });
  expect((await get(`/outbox/${id}/proof`)).statusCode).toBe(404);
  const answer = await attach(id, 'récépissé.pdf', PDF);
  expect([answer.statusCode, answer.json().hasProof]).toEqual([200, true]);
  const proof = await get(`/outbox/${id}/proof`);
  expect([proof.statusCode, proof.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(proof.rawPayload).toEqual(PDF);
});

test('a photograph is known by its content, whatever it is called, and takes the place of the first proof', async () => {
  const id = await idOf('registered_letter');
  expect((await attach(id, 'photo.pdf', PNG)).statusCode).toBe(200);
  const proof = await get(`/outbox/${id}/proof`);
  expect(proof.headers['content-type']).toBe('image/png');
  expect(proof.headers['content-disposition']).toContain('.png"');
  expect(proof.rawPayload).toEqual(PNG);
});

test('what is no PDF, PNG or JPEG is refused, and a letter keeps the proof it had', async () => {
  const id = await idOf('registered_letter');
  for (const content of ['<html><script>', '', 'PK\u0003\u0004']) {
    const answer = await attach(id, 'recu.pdf', Buffer.from(content));
    expect([content, answer.statusCode, answer.json().code]).toEqual([content, 422, 'file_refused']);
  }
  expect((await get(`/outbox/${id}/proof`)).rawPayload).toEqual(PNG);
});

test('a proof larger than 10 MB is refused', async () => {
  const answer = await attach(await idOf('registered_letter'), 'recu.pdf', Buffer.alloc(10_000_001, PDF));
  expect([answer.statusCode, answer.json().code]).toEqual([413, 'body_too_large']);
});

test('an e-mail has no such proof, nor has a letter that has not left; nothing of the file is kept', async () => {
  const before = await kept();
  const id = await idOf('registered_letter');
  const other = Buffer.concat([PDF, Buffer.from('autre')]);
  expect((await attach(await idOf('email'), 'recu.pdf', other)).json()).toMatchObject({ code: 'state_forbids' });
  await post.sql(sql`UPDATE actions SET state = 'queued' WHERE org_id = current_org() AND action_id = ${id}`);
  expect((await attach(id, 'recu.pdf', other)).json()).toMatchObject({ code: 'state_forbids', status: 409 });
  await post.sql(sql`UPDATE actions SET state = 'sent' WHERE org_id = current_org() AND action_id = ${id}`);
  expect((await attach(999_999, 'recu.pdf', other)).statusCode).toBe(404);
  expect(await kept()).toEqual(before);
});

test('the journal names who kept which file, and no upload is left behind', async () => {
  const { items } = (await get('/journal?search=letter.proof_kept')).json();
  expect(items).toHaveLength(2);
  expect(items[1]).toMatchObject({
    author: 'Marie Delorme',
    kind: 'letter.proof_kept',
    facts: {
      name: 'récépissé.pdf',
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(PDF).digest('hex'),
    },
  });
  expect(await readdir(join(dataDir, 'uploads', String(post.orgId)))).toEqual([]);
});

test('machines and people nobody knows any more stay codes', async () => {
  // the office approved as `user:test`, who is nobody
  expect((await get(`/outbox/${await idOf('registered_letter')}`)).json().approvedBy).toBe('user:test');
});
