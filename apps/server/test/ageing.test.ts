// Aged balance and indicators at the door: the good cases on the real use cases, answers as the contracts promise them.
import { hashPassword } from '@quittance/adapters/passwords';
import { day } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { importFile } from '@quittance/usecases/imports';
import { clockAt } from '@quittance/usecases/ports';
import { createHouse, createUser } from '@quittance/usecases/users';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ageingServices } from '../src/handlers/ageing.ts';
import type { HandlerDeps } from '../src/handlers/deps.ts';
import { createServer } from '../src/http/index.ts';
import { fecOf } from './books.ts';
import { knock, PASSWORD, recordingServices, signInAs } from './house.ts';

// Wednesday 10 March 2027, 10:00 in Paris. Due thirty days after their date: A1 on 2 March, B1 on 21 February, B2 on 31 March.
const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
const BOOKS = fecOf([
  { customer: 'A', name: 'Atelier Anis', number: 'A1', on: '2027-01-31', cents: 120_000 },
  { customer: 'B', name: 'Brasserie Bleue', number: 'B1', on: '2027-01-22', cents: 45_050 },
  { customer: 'B', name: 'Brasserie Bleue', number: 'B2', on: '2027-03-01', cents: 10_000 },
  { customer: 'A', name: 'Atelier Anis', number: 'A2', on: '2027-01-05', cents: 70_000, paidOn: '2027-02-03' },
]);

let database: TestDatabase;
let server: FastifyInstance;
let cookie = '';

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const place = { db, clock, actor: 'test' };
  const { orgId, companyId } = await createHouse(place, { name: 'Ageing', siren: null });
  const context = { ...place, orgId };
  const user = { name: 'Ada', email: 'auditor@test.fr', password: PASSWORD, language: 'fr', role: 'auditor' } as const;
  expect((await createUser(context, hashPassword, user)).ok).toBe(true);
  const open = async function* () {
    yield Buffer.from(BOOKS);
  };
  const file = { companyId, kind: 'fec', fileName: 'books.txt', open, on: day('2027-03-10') } as const;
  expect(await importFile(context, file)).toMatchObject({ status: 'imported' });
  server = await createServer({
    db,
    services: { ...recordingServices().services, ...ageingServices({ db, clock } as HandlerDeps) },
    dataDir: '/nonexistent',
    secret: 's'.repeat(43),
    publicUrl: 'http://localhost:3000',
    webRoot: '/nonexistent',
    version: '0.0.0-test',
    logLevel: 'silent',
  });
  cookie = await signInAs(server, 'auditor');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const get = (url: string) => knock(server, { method: 'GET', url, headers: { cookie } });

test('the page comes with totals, the tie, and nothing entered later today', async () => {
  const answer = await get('/api/v1/aged-balance?size=1');
  expect(answer.statusCode).toBe(200);
  const { items, ...page } = answer.json();
  const none = { d31_60: 0, d61_90: 0, d91_plus: 0 };
  expect(items).toEqual([
    {
      customerId: expect.any(Number),
      ref: 'A',
      name: 'Atelier Anis',
      cents: { not_due: 0, d1_30: 120_000, ...none },
      unappliedCents: 0,
      totalCents: 120_000,
    },
  ]);
  expect(page).toEqual({
    ...{ on: '2027-03-10', currency: 'EUR', total: 2, page: 1, size: 1 },
    buckets: ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus'],
    totals: { cents: { not_due: 10_000, d1_30: 165_050, ...none }, unappliedCents: 0, totalCents: 175_050 },
    tie: {
      booksOn: '2027-03-01',
      accounts: [{ account: '411', cents: 175_050 }],
      ...{ ledgerCents: 175_050, quittanceCents: 175_050, differenceCents: 0 },
    },
    enteredLater: null,
  });
});

test('a past day says that all of it was entered since', async () => {
  const { items, totals, enteredLater } = (await get('/api/v1/aged-balance?on=2027-01-31&sort=name')).json();
  expect(items.map((row: { ref: string; totalCents: number }) => [row.ref, row.totalCents])).toEqual([
    ['A', 190_000],
    ['B', 45_050],
  ]);
  expect(totals.totalCents).toBe(235_050);
  expect(enteredLater).toEqual({ facts: 3, cents: 235_050, lastAt: '2027-03-10T09:00:00.000Z' });
});

test.each(['csv', 'xlsx'])('goes out as %s', async (format) => {
  const answer = await get(`/api/v1/aged-balance/export?format=${format}&search=bleue`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-disposition']).toContain(`balance-agee-2027-03-10.${format}`);
  if (format === 'csv')
    expect(answer.body.split('\r\n')[1]).toBe('B;Brasserie Bleue;100,00;450,50;0,00;0,00;0,00;0,00;550,50;EUR');
  else expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

test('the indicators come with the reason of what is missing', async () => {
  const answer = await get('/api/v1/kpis?days=90');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    ...{ on: '2027-03-10', days: 90, currency: 'EUR' },
    ...{ outstandingCents: 175_050, overdueCents: 165_050, unappliedCents: 0, customers: 2, overdueCustomers: 2 },
    dsoSimpleDays: 64.3, // 1750.50 / 2450.50 × 90 = 64.29
    overdueRatioPct: 94.3, // 1650.50 / 1750.50
    collectionEffectivenessPct: null,
    lastImportAt: '2027-03-10T09:00:00.000Z',
    notes: { collectionEffectivenessPct: 'opening_balance_unknown' },
  });
});
