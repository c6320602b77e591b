// Bank accounts and statements at the door: what an import brought, the name people give, what is missing.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '@quittance/adapters/passwords';
import { day } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { importFile } from '@quittance/usecases/imports';
import { clockAt } from '@quittance/usecases/ports';
import { createHouse, createUser } from '@quittance/usecases/users';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from '../src/http/index.ts';
import { wire } from '../src/wiring/wire.ts';
import { knock, PASSWORD } from './house.ts';

const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
const page = (opening: string, closing: string, on: string, amount: string) =>
  [
    ':20:A',
    ':25:FR7630006000011234567890189',
    ':28C:1/1',
    `:60F:C${on}EUR${opening}`,
    `:61:${on}${on.slice(2)}C${amount}NTRFNONREF`,
    ':86:VIR',
    `:62F:C${on}EUR${closing}`,
    '-',
    '',
  ].join('\r\n');
// 100,00 + 50,00 = 150,00; the next page opens with 170,00: 20,00 are missing.
const STATEMENTS = page('100,00', '150,00', '270301', '50,00') + page('170,00', '180,00', '270308', '10,00');

let database: TestDatabase;
let server: FastifyInstance;
let dataDir: string;
let cookie = '';
let close = async () => {};

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'quittance-bank-'));
  const { db, appUrl } = database;
  const house = await createHouse({ db, clock, actor: 'test' }, { name: 'Banque', siren: null });
  const context = { db, clock, actor: 'test', orgId: house.orgId };
  const chief = { name: 'Ada', email: 'ada@test.fr', password: PASSWORD, language: 'fr', role: 'admin' } as const;
  expect((await createUser(context, hashPassword, chief)).ok).toBe(true);
  const open = async function* () {
    yield Buffer.from(STATEMENTS);
  };
  const file = {
    companyId: house.companyId,
    kind: 'mt940',
    fileName: 'mars.sta',
    open,
    on: day('2027-03-10'),
  } as const;
  expect(await importFile(context, file)).toMatchObject({ status: 'imported' });
  const wiring = await wire({ db, dataDir, appUrl, env: {}, work: false, onError: () => {}, clock });
  const webRoot = join(dataDir, 'no-web');
  const options = {
    db,
    services: wiring.services,
    dataDir,
    webRoot,
    version: '0.0.0-test',
    logLevel: 'silent',
  } as const;
  server = await createServer({ ...options, secret: 's'.repeat(43), publicUrl: 'http://localhost:3000' });
  close = async () => {
    await wiring.close();
    await server.close();
  };
  const payload = { email: 'ada@test.fr', password: PASSWORD };
  const answer = await knock(server, { method: 'POST', url: '/api/auth/sign-in', payload });
  cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
});
afterAll(async () => {
  await close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = async (method: 'GET' | 'PATCH', url: string, payload?: object) => {
  const answer = await knock(server, { method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
};
const GAP = { afterOn: '2027-03-01', beforeOn: '2027-03-08', missingCents: 2_000 };

test('an account tells its balance, what waits and what is missing, and takes a name', async () => {
  const { body } = await ask('GET', '/api/v1/bank/accounts');
  const account = {
    identity: 'FR7630006000011234567890189',
    statements: 2,
    movements: 2,
    closingCents: 18_000,
    closingOn: '2027-03-08',
    waiting: 2,
    waitingCents: 6_000,
    gaps: [GAP],
  };
  expect(body.items).toMatchObject([{ name: '', ...account }]);
  const url = `/api/v1/bank/accounts/${body.items[0].bankAccountId}`;
  expect(await ask('PATCH', url, { name: 'Compte courant' })).toMatchObject({
    status: 200,
    body: { name: 'Compte courant', ...account },
  });
  expect((await ask('PATCH', '/api/v1/bank/accounts/999', { name: 'x' })).status).toBe(404);
});

test('statements come the last day first, with the gap before them', async () => {
  const { body } = await ask('GET', '/api/v1/bank/statements?size=1');
  expect(body).toMatchObject({ total: 2, items: [{ fileName: 'mars.sta', balance: 'balanced', gapBefore: GAP }] });
  expect((await ask('GET', '/api/v1/bank/statements?account=999')).body.total).toBe(0);
});
