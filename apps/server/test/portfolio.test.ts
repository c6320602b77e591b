// A collector with a portfolio at every door: their customers, and nothing of anybody else's, whatever id they try.
import { hashPassword } from '@quittance/adapters/passwords';
import { day, type OrgId } from '@quittance/core/kernel';
import { sql } from '@quittance/testkit/ledger';
import { inOrganization } from '@quittance/usecases/context';
import { importFile } from '@quittance/usecases/imports';
import { clockAt } from '@quittance/usecases/ports';
import { createHouse, createUser, inviteUser } from '@quittance/usecases/users';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fecOf } from './books.ts';
import { knock, PASSWORD, signIn } from './house.ts';
import { openWorkingHouse, Visitor } from './working-house.ts';

// Wednesday 10 March 2027, 10:00 in Paris; everything is overdue.
const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
const BOOKS = fecOf([
  { customer: 'A', name: 'Atelier Anis', number: 'A1', on: '2027-01-05', cents: 120_000 },
  { customer: 'B', name: 'Brasserie Bleue', number: 'B1', on: '2027-01-06', cents: 45_000 },
  { customer: 'C', name: 'Couvent Corail', number: 'C1', on: '2027-01-07', cents: 30_000 },
]);

let close = async () => {};
let orgId: OrgId;
const visitors = {} as Record<'chief' | 'lea', Visitor>;
const ids: Record<string, { customer: number; invoice: number }> = {};

beforeAll(async () => {
  const opened = await openWorkingHouse({ clock });
  close = opened.close;
  const {
    server,
    database: { db },
  } = opened;
  const place = { db, clock, actor: 'test' };
  const house = await createHouse(place, { name: 'Portefeuilles', siren: null });
  orgId = house.orgId;
  const context = { ...place, orgId };
  const chief = { name: 'Ada', email: 'ada@test.fr', password: PASSWORD, language: 'fr', role: 'admin' } as const;
  expect((await createUser(context, hashPassword, chief)).ok).toBe(true);
  const lea = { name: 'Léa', email: 'lea@test.fr', language: 'fr', role: 'collector' } as const;
  const portfolio = { own: true, segments: ['btp'] };
  const invited = await inviteUser(context, hashPassword, { ...lea, portfolio });
  const open = async function* () {
    yield Buffer.from(BOOKS);
  };
  const { companyId } = house;
  const file = { companyId, kind: 'fec', fileName: 'books.txt', open, on: day('2027-03-10') } as const;
  expect(await importFile(context, file)).toMatchObject({ status: 'imported' });
  const rows = await inOrganization(context, async (tx) => {
    await sql`UPDATE customers SET segment = 'btp' WHERE ref = 'A'`.execute(tx);
    await sql`UPDATE customers SET owner_email = 'LEA@test.fr', email = 'b@bleue.test' WHERE ref = 'B'`.execute(tx);
    await sql`UPDATE customers SET email = 'c@corail.test' WHERE ref = 'C'`.execute(tx);
    return sql<{
      ref: string;
      customer: number;
      invoice: number;
    }>`SELECT ref, customer_id AS customer, invoice_id AS invoice
      FROM customers JOIN invoices USING (org_id, customer_id)`.execute(tx);
  });
  for (const { ref, ...others } of rows.rows) ids[ref] = others;
  visitors.chief = new Visitor(server, await signIn(server, 'ada@test.fr', PASSWORD));
  const given = invited.ok ? (invited.value.password ?? '') : '';
  const payload = { currentPassword: given, newPassword: PASSWORD };
  const headers = { cookie: await signIn(server, 'lea@test.fr', given) };
  await knock(server, { method: 'POST', url: '/api/auth/change-password', payload, headers });
  visitors.lea = new Visitor(server, await signIn(server, 'lea@test.fr', PASSWORD));
});
afterAll(() => close());

const ask = (who: 'chief' | 'lea', ...asked: Parameters<Visitor['ask']>) => visitors[who].ask(...asked);

describe('a collector with a portfolio', () => {
  test('reads their customers and invoices in lists and totals, whatever they search', async () => {
    const customers = await ask('lea', 'GET', '/api/v1/customers');
    expect(customers.body.items.map(({ ref }: { ref: string }) => ref).sort()).toEqual(['A', 'B']);
    expect(customers.body.total).toBe(2);
    const invoices = await ask('lea', 'GET', '/api/v1/invoices');
    expect(invoices.body.items.map(({ number }: { number: string }) => number).sort()).toEqual(['A1', 'B1']);
    expect((await ask('lea', 'GET', '/api/v1/invoices?search=C1')).body.total).toBe(0);
    expect((await ask('chief', 'GET', '/api/v1/customers')).body.total).toBe(3);
  });

  test('finds nothing at the addresses of other customers', async () => {
    const other = ids.C!;
    for (const [method, url, payload] of [
      ['GET', `/api/v1/customers/${other.customer}`],
      ['GET', `/api/v1/invoices/${other.invoice}`],
      ['GET', `/api/v1/invoices/${other.invoice}/document.pdf`],
      ['POST', `/api/v1/customers/${other.customer}/contacts`, { name: 'x', roles: [] }],
      ['POST', `/api/v1/customers/${other.customer}/holds`, { reason: 'manual', note: 'x' }],
      ['POST', `/api/v1/customers/${other.customer}/notes`, { text: 'x' }],
    ] as const) {
      const answer = await ask('lea', method, url, payload);
      expect([url, answer.status >= 400 && answer.status < 500]).toEqual([url, true]);
      expect(JSON.stringify(answer.body)).not.toContain('Corail');
    }
    expect((await ask('lea', 'GET', `/api/v1/customers/${other.customer}`)).status).toBe(404);
    expect((await ask('lea', 'GET', `/api/v1/invoices/${other.invoice}`)).status).toBe(404);
    expect((await ask('lea', 'GET', `/api/v1/customers/${ids.A!.customer}`)).status).toBe(200);
  });

  test('plans and approves theirs alone, and the plan of one reader is not another’s', async () => {
    const keysOf = async (who: 'chief' | 'lea') =>
      (await ask(who, 'GET', '/api/v1/reminders/actions')).body.items?.map(
        ({ actionKey }: { actionKey: string }) => actionKey,
      ) ?? [];
    const [all, hers] = [await keysOf('chief'), await keysOf('lea')];
    const ofC = (key: string) => key.startsWith(`${ids.C!.customer}.`);
    expect(all.some(ofC)).toBe(true);
    expect(hers.some(ofC)).toBe(false);
    expect(hers.length).toBeLessThan(all.length);
    const approved = await ask('lea', 'POST', '/api/v1/reminders/approve', { on: '2027-03-10', actionKeys: all });
    expect(JSON.stringify(approved.body)).not.toContain('Corail');
    const outbox = await ask('chief', 'GET', '/api/v1/outbox');
    expect(JSON.stringify(outbox.body)).not.toContain('Corail');
  });

  test('has no rows of others in the outbox, by list or by id', async () => {
    const chosen = (await ask('chief', 'GET', '/api/v1/reminders/actions')).body.items.find(
      ({ actionKey }: { actionKey: string }) => actionKey.startsWith(`${ids.C!.customer}.`),
    );
    await ask('chief', 'POST', '/api/v1/reminders/approve', { on: '2027-03-10', actionKeys: [chosen.actionKey] });
    const { items } = (await ask('chief', 'GET', '/api/v1/outbox')).body;
    const row = items.find(({ customerName }: { customerName: string }) => customerName === 'Couvent Corail');
    expect(row).toBeDefined();
    expect(JSON.stringify((await ask('lea', 'GET', '/api/v1/outbox')).body)).not.toContain('Corail');
    expect((await ask('lea', 'GET', `/api/v1/outbox/${row.actionId}`)).status).toBe(404);
    await ask('lea', 'POST', '/api/v1/outbox/cancel', { actionIds: [row.actionId] });
    const after = (await ask('chief', 'GET', `/api/v1/outbox/${row.actionId}`)).body;
    expect(after.state ?? after.row?.state).not.toBe('cancelled');
  });

  test('does not do what concerns the whole company, and is told what they see', async () => {
    for (const url of ['/api/v1/imports', '/api/v1/journal', '/api/v1/users']) {
      expect([url, (await ask('lea', 'GET', url)).status]).toEqual([url, 403]);
    }
    const { current } = (await ask('lea', 'GET', '/api/v1/session')).body;
    expect(current.portfolio).toEqual({ own: true, segments: ['btp'] });
    expect(current.permissions).not.toContain('import.write');
  });

  test('sees another portfolio from the next request on, and nothing once disabled', async () => {
    const { userId } = (await ask('lea', 'GET', '/api/v1/session')).body.user;
    const rights = { role: 'collector', portfolio: { own: false, segments: ['btp'] } };
    expect((await ask('chief', 'PUT', `/api/v1/users/${userId}/rights`, rights)).status).toBe(200);
    expect((await ask('lea', 'GET', '/api/v1/customers')).body.total).toBe(1);
    expect((await ask('chief', 'PUT', `/api/v1/users/${userId}/disabled`, { disabled: true })).status).toBe(200);
    expect((await ask('lea', 'GET', '/api/v1/customers')).status).toBe(401);
  });
});
