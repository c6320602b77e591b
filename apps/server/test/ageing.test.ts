// Aged balance and indicators at the door: the good cases on the real use cases, answers as the contracts promise them.
import { createLetterRenderer } from '@quittance/adapters/letters-pdf';
import { hashPassword } from '@quittance/adapters/passwords';
import { day, type OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { inOrganization } from '@quittance/usecases/context';
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
let admin = '';
const renderer = createLetterRenderer({ threads: 1 });

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const place = { db, clock, actor: 'test' };
  const { orgId, companyId } = await createHouse(place, { name: 'Ageing', siren: null });
  const context = { ...place, orgId };
  const user = { name: 'Ada', email: 'auditor@test.fr', password: PASSWORD, language: 'fr', role: 'auditor' } as const;
  expect((await createUser(context, hashPassword, user)).ok).toBe(true);
  const chief = { name: 'Eve', email: 'admin@test.fr', password: PASSWORD, language: 'fr', role: 'admin' } as const;
  expect((await createUser(context, hashPassword, chief)).ok).toBe(true);
  const open = async function* () {
    yield Buffer.from(BOOKS);
  };
  const file = { companyId, kind: 'fec', fileName: 'books.txt', open, on: day('2027-03-10') } as const;
  expect(await importFile(context, file)).toMatchObject({ status: 'imported' });
  await inOrganization(context, (tx) =>
    sql`UPDATE customers SET segment = 'Grands', owner_email = 'lea@ageing.example' WHERE ref = 'A'`.execute(tx),
  );
  server = await createServer({
    db,
    services: {
      ...recordingServices().services,
      ...ageingServices({ db, clock, balances: renderer } as unknown as HandlerDeps),
    },
    dataDir: '/nonexistent',
    secret: 's'.repeat(43),
    publicUrl: 'http://localhost:3000',
    webRoot: '/nonexistent',
    version: '0.0.0-test',
    logLevel: 'silent',
  });
  cookie = await signInAs(server, 'auditor');
  admin = await signInAs(server, 'admin');
});
afterAll(async () => {
  await server.close();
  await renderer.close();
  await database.close();
});

const NOTHING = { not_due: 0, d1_30: 0, d31_60: 0, d61_90: 0, d91_plus: 0 };
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
      customers: 1,
      cents: { not_due: 0, d1_30: 120_000, ...none },
      disputed: {},
      held: {},
      unappliedCents: 0,
      totalCents: 120_000,
    },
  ]);
  expect(page).toEqual({
    ...{ on: '2027-03-10', currency: 'EUR', total: 2, page: 1, size: 1 },
    buckets: ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus'],
    ...{ bounds: [30, 60, 90], ownBounds: [30, 60, 90] },
    totals: {
      cents: { not_due: 10_000, d1_30: 165_050, ...none },
      disputed: NOTHING,
      held: NOTHING,
      ...{ unappliedCents: 0, totalCents: 175_050 },
    },
    choices: { segments: ['Grands'], owners: [{ email: 'lea@ageing.example', name: null }] },
    freshness: { lastImportAt: '2027-03-10T09:00:00.000Z', coversToOn: '2027-03-01' },
    tie: {
      booksOn: '2027-03-01',
      accounts: [{ account: '411', cents: 175_050 }],
      ...{ ledgerCents: 175_050, quittanceCents: 175_050, differenceCents: 0, outside: null },
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
    expect(answer.body.split('\r\n')[1]).toBe(
      'B;Brasserie Bleue;100,00;450,50;0,00;0,00;0,00;0,00;550,50;EUR;0,00;0,00',
    );
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

test('groups add up to the whole, and filters find what they say', async () => {
  const rows = async (query: string) => (await get(`/api/v1/aged-balance?${query}`)).json();
  const bySegment = await rows('by=segment&sort=name');
  expect(
    bySegment.items.map((row: { ref: string; customers: number; totalCents: number }) => [
      row.ref,
      row.customers,
      row.totalCents,
    ]),
  ).toEqual([
    ['', 1, 55_050],
    ['Grands', 1, 120_000],
  ]);
  expect(bySegment.totals.totalCents).toBe(175_050);
  expect((await rows('by=owner&owner=lea@ageing.example')).items).toMatchObject([
    { name: 'lea@ageing.example', totalCents: 120_000 },
  ]);
  expect((await rows('segment=-')).items).toMatchObject([{ ref: 'B' }]);
});

test('bounds cut as asked, and nonsense is refused', async () => {
  const { buckets, totals } = (await get('/api/v1/aged-balance?bounds=10,20')).json();
  expect(buckets).toEqual(['not_due', 'd1_10', 'd11_20', 'd21_plus']);
  // A1 is 8 days late, B1 17.
  expect(totals.cents).toEqual({ not_due: 10_000, d1_10: 120_000, d11_20: 45_050, d21_plus: 0 });
  expect((await get('/api/v1/aged-balance?bounds=30,20')).statusCode).toBe(400);
});

test('a part contested shows in its bucket and its group; the whole customer on hold takes the rest', async () => {
  const hold = (reason: string, cents: number | null) =>
    inOrganization({ db: database.db, clock, actor: 'test', orgId: 1 as OrgId }, (tx) =>
      sql`INSERT INTO holds (company_id, customer_id, receivable_id, reason, cents, from_on, author)
        SELECT company_id, customer_id, ${cents === null ? null : sql`receivable_id`}, ${reason}, ${cents}, '2027-03-01', 'test'
        FROM receivables WHERE open_cents = 120000`.execute(tx),
    );
  await hold('dispute', 50_000);
  await hold('manual', null);
  const [row] = (await get('/api/v1/aged-balance?search=anis')).json().items;
  // Written straight into the table, without its line of journal: the picture of before still stands.
  expect(row.disputed).toEqual({});
  const [past] = (await get('/api/v1/aged-balance?search=anis&on=2027-03-09')).json().items;
  expect(past).toMatchObject({ disputed: { d1_30: 50_000 }, held: { d1_30: 70_000 } });
});

test('goes out on paper', async () => {
  const answer = await get('/api/v1/aged-balance/print.pdf?by=segment&bounds=15');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-disposition']).toContain('balance-agee-2027-03-10.pdf');
  expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('the company keeps bounds of its own; an auditor does not set them', async () => {
  const put = (who: string) =>
    knock(server, {
      method: 'PUT',
      url: '/api/v1/aged-balance/bounds',
      headers: { cookie: who },
      payload: { bounds: [15, 45] },
    });
  expect((await put(cookie)).statusCode).toBe(403);
  expect((await put(admin)).json()).toEqual({ bounds: [15, 45] });
  const { bounds, ownBounds } = (await get('/api/v1/aged-balance')).json();
  expect({ bounds, ownBounds }).toEqual({ bounds: [15, 45], ownBounds: [15, 45] });
});

test('the dashboard adds up with the balance and says what its figures are made of', async () => {
  const answer = await get('/api/v1/dashboard');
  expect(answer.statusCode).toBe(200);
  const board = answer.json();
  expect(board).toMatchObject({
    ...{ on: '2027-03-10', weekBeforeOn: '2027-03-03', customers: 2, overdueCustomers: 2 },
    now: { openCents: 175_050, overdueCents: 165_050, unappliedCents: 0 },
    // On 3 March all was billed, B2 not due, A1 and B1 late.
    before: { openCents: 175_050, overdueCents: 165_050 },
    newlyLateCents: 0,
    // 1750.50 / 2450.50 × 90
    indicators: { dsoSimpleDays: 64.3, overdueRatioPct: 94.3, salesCents: 245_050, days: 90, openingCents: null },
    // A2, 700.00 paid on 3 February, is older than thirty days.
    activity: {
      collectedCents: 0,
      collectedBeforeCents: 70_000,
      sent: [],
      afterReminders: { cents: 0, receivables: 0 },
    },
    waiting: { failed: 0, uncertain: 0, contacts: 0 },
    // 1200 / 1750.50
    concentration: [
      { count: 1, pct: 68.6 },
      { count: 5, pct: 100 },
      { count: 10, pct: 100 },
    ],
  });
  expect(board.risks.map((risk: { ref: string; daysLate: number }) => [risk.ref, risk.daysLate])).toEqual([
    ['A', 8],
    ['B', 17],
  ]);
  // Month-ends with anything behind them: January and February, then the day itself.
  expect(
    board.trend.map((point: { on: string; outstandingCents: number }) => [point.on, point.outstandingCents]),
  ).toEqual([
    ['2027-01-31', 235_050],
    ['2027-02-28', 165_050],
    ['2027-03-10', 175_050],
  ]);
  const mine = (await get('/api/v1/dashboard?owner=lea@ageing.example')).json();
  expect(mine).toMatchObject({
    customers: 1,
    now: { openCents: 120_000 },
    trend: [{ outstandingCents: 190_000 }, { outstandingCents: 120_000 }, {}],
  });
  // 1200 / (700 + 1200) × 90
  expect(mine.indicators.dsoSimpleDays).toBe(56.8);
});
