// Search and notices at the door: the good cases on the real use cases, answers as the contracts promise them.
import { hashPassword } from '@quittance/adapters/passwords';
import type { Role } from '@quittance/core/access';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import { clockAt } from '@quittance/usecases/ports';
import { createHouse, createUser } from '@quittance/usecases/users';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HandlerDeps } from '../src/handlers/deps.ts';
import { noticesService, searchService } from '../src/handlers/search-and-notices.ts';
import { createServer } from '../src/http/index.ts';
import { knock, PASSWORD, recordingServices, signInAs } from './house.ts';

const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
let database: TestDatabase;
let server: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const place = { db, clock, actor: 'test' };
  const { orgId, companyId } = await createHouse(place, { name: 'Search', siren: null });
  for (const role of ['admin', 'auditor'] as const) {
    const user = { name: role, email: `${role}@test.fr`, password: PASSWORD, language: 'fr', role } as const;
    expect((await createUser({ ...place, orgId }, hashPassword, user)).ok).toBe(true);
  }
  const books = new Portfolio(db, { orgId, companyId });
  const customer = await books.customer({ ref: 'CELAN', name: 'Café de l’Élan' });
  await books.invoice({
    customer,
    number: 'FA-2027-0007',
    issuedOn: '2027-01-10',
    terms: [{ dueOn: '2027-02-09', cents: 12_300 }],
  });
  const deps = { db, clock } as HandlerDeps;
  server = await createServer({
    db,
    services: { ...recordingServices().services, search: searchService(deps), notices: noticesService(deps) },
    dataDir: '/nonexistent',
    secret: 's'.repeat(43),
    publicUrl: 'http://localhost:3000',
    webRoot: '/nonexistent',
    version: '0.0.0-test',
    logLevel: 'silent',
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const ask = async (url: string, who: Role = 'admin', method: 'GET' | 'POST' = 'GET') =>
  knock(server, {
    method,
    url,
    headers: { cookie: await signInAs(server, who) },
    ...(method === 'POST' ? { payload: {} } : {}),
  });

test('a customer is found with what is owed and late', async () => {
  const { customers, invoices, currency } = (await ask('/api/v1/search?text=elan')).json();
  expect(currency).toBe('EUR');
  expect(customers).toEqual([
    { customerId: expect.any(Number), ref: 'CELAN', name: 'Café de l’Élan', openCents: 12_300, overdueCents: 12_300 },
  ]);
  expect(invoices).toEqual([]);
});

test('an invoice is found with its state, however it is typed', async () => {
  const { invoices } = (await ask('/api/v1/search?text=fa%202027%207')).json();
  expect(invoices).toMatchObject([
    { number: 'FA-2027-0007', customerName: 'Café de l’Élan', openCents: 12_300, statuses: ['overdue'] },
  ]);
});

test('nothing typed finds nothing', async () => {
  expect((await ask('/api/v1/search?text=')).json()).toMatchObject({ customers: [], invoices: [] });
});

test('notices are told, then seen', async () => {
  const first = (await ask('/api/v1/notices')).json();
  expect(first.items).toMatchObject([
    { kind: 'rate_missing', key: '2027S1', weight: 'act', isNew: true, facts: { halfYear: '2027S1', isInForce: 1 } },
  ]);
  const seen = (await ask('/api/v1/notices/seen', 'admin', 'POST')).json();
  expect(seen.items).toMatchObject([{ kind: 'rate_missing', isNew: false }]);
});

test('an auditor mends nothing and is told nothing', async () => {
  expect((await ask('/api/v1/notices', 'auditor')).json()).toEqual({ items: [] });
  expect((await ask('/api/v1/notices/seen', 'auditor', 'POST')).statusCode).toBe(403);
});
