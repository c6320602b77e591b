// Payments over HTTP with the real use cases: a difference refused with its figures, money expected, an entry cancelled and entered again,
// what is not applied as a file, an early-payment discount agreed. Every answer is read by the contract's own shape.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api } from '@quittance/contracts/api';
import type { CompanyId, CustomerId, OrgId, ReceivableId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import { clockAt } from '@quittance/usecases/ports';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { createServer } from '../src/http/index.ts';
import { wire } from '../src/wiring/wire.ts';
import { knock } from './house.ts';

// Tuesday 31 March 2026, 10:00 in Paris
const clock = clockAt(new Date('2026-03-31T08:00:00Z'));
let database: TestDatabase;
let server: FastifyInstance;
let dataDir: string;
let cookie = '';
let close = async () => {};
let customerId: CustomerId;
let receivableId: ReceivableId;
let invoiceId: number;

const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await knock(server, {
    method,
    url: `/api/v1/${url}`,
    headers: { cookie },
    ...(payload && { payload }),
  });
  const isJson = answer.headers['content-type']?.includes('json');
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.body };
};
/** Asks, and reads the answer by its contract. */
const read = async <T>(route: { method: string; output: ZodType<T> }, url: string, payload?: object): Promise<T> => {
  const { status, body } = await ask(route.method as 'GET', url, payload);
  expect([200, 201], JSON.stringify(body)).toContain(status);
  return route.output.parse(body);
};
const { payments, announcements, invoices } = api;

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'quittance-payments-'));
  const place = {
    db: database.db,
    dataDir,
    appUrl: database.appUrl,
    env: {},
    work: false,
    onError: console.error,
    clock,
  };
  const wiring = await wire(place);
  const web = { secret: 's'.repeat(43), publicUrl: 'http://localhost:3000', webRoot: join(dataDir, 'no-web') };
  const more = { version: '0.0.0-test', logLevel: 'silent' as const };
  server = await createServer({ db: database.db, services: wiring.services, dataDir, ...web, ...more });
  close = async () => {
    await wiring.close();
    await server.close();
  };
  const user = { name: 'Marie', email: 'marie@delorme.fr', password: 'un long mot de passe' };
  const made = await ask('POST', 'setup', { company: { name: 'Atelier Vauban' }, user });
  const payload = { email: user.email, password: user.password };
  const signedIn = await knock(server, { method: 'POST', url: '/api/auth/sign-in', payload });
  cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const ours = made.body as { orgId: OrgId; companyId: CompanyId };
  const portfolio = new Portfolio(database.db, { orgId: ours.orgId, companyId: ours.companyId });
  customerId = await portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
  const terms = [{ dueOn: '2026-03-01', cents: 120_000 }];
  const owed = await portfolio.invoice({ customer: customerId, number: 'FA-2026-0110', issuedOn: '2026-02-01', terms });
  receivableId = owed.receivables[0]!;
  const found = await read(invoices.list, 'invoices?search=FA-2026-0110');
  invoiceId = found.items[0]!.invoiceId;
}, 120_000);
afterAll(async () => {
  await close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('a difference above the limit is refused with both figures, in words', async () => {
  const order = { receivableId, cents: 1_501, nature: 'write_off' };
  const { status, body } = await ask('POST', 'adjustments', order);
  expect(status).toBe(422);
  const facts = { amountCents: 1_501, limitCents: 1_500, currency: 'EUR' };
  expect(body).toMatchObject({ code: 'over_limit', facts });
  // No-break spaces before the sign.
  expect(body.detail.replaceAll('\u00A0', ' ')).toContain('(15,01 €)');
  expect(body.detail.replaceAll('\u00A0', ' ')).toContain('(15,00 €)');
});

test('money expected on a Tuesday holds through five worked days, Good Friday being one and Easter Monday none', async () => {
  // 2026: Easter on 5 April; 31 March + 1, 2, 3, 7, 8 April.
  expect(await read(announcements.until, 'announcements/until?expectedOn=2026-03-31')).toEqual({
    heldUntilOn: '2026-04-08',
    delayWorkedDays: 5,
  });
});

describe('a payment entered by hand', () => {
  let deedId: number;

  test('waits, and is carried away as a file', async () => {
    const money = { customerId, on: '2026-03-30', cents: 50_000, method: 'cheque', reference: '=CHQ 7' };
    const made = await read(payments.record, 'payments', money);
    deedId = made.deedId;
    const { status, body } = await ask('GET', 'payments/export?view=unapplied&format=csv');
    expect(status).toBe(200);
    const [head, ...rows] = String(body).trim().split('\r\n');
    expect(head).toContain('Non affecté');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/C1;Menuiserie Dupontel;/);
    // A reference that a spreadsheet would take for a formula is told as text.
    expect(rows[0]).not.toMatch(/;=CHQ/);
    expect(rows[0]).toContain('500,00');
  });

  test('is cancelled and entered again, once, where it was', async () => {
    const { items } = await read(payments.list, `payments?view=unapplied&customerId=${customerId}`);
    const credit = { kind: 'payment', id: items[0]!.paymentId };
    await ask('POST', 'allocations', { ...credit, parts: [{ receivableId, cents: 50_000 }] });
    const open = async () => (await read(invoices.get, `invoices/${invoiceId}`)).openCents;
    expect(await open()).toBe(70_000);
    await read(payments.undo, `payments/deeds/${deedId}/undo`, {});
    expect(await open()).toBe(120_000);
    const again = await read(payments.again, `payments/deeds/${deedId}/again`);
    expect(again).toMatchObject({ kind: 'record', cents: 50_000, undoneOn: null });
    expect(await open()).toBe(70_000);
    expect(await ask('POST', `payments/deeds/${deedId}/again`)).toMatchObject({ status: 409 });
  });
});

describe('an early-payment discount', () => {
  const url = () => `invoices/${invoiceId}/terms/${receivableId}/discount`;
  const discount = { cents: 2_400, untilOn: '2026-04-10' };

  test('is agreed, told on the invoice with its author, and taken off', async () => {
    const agreed = await read(invoices.agreeDiscount, url(), { discount, old: null, reason: 'Accord du 30/03' });
    expect(agreed.terms[0]!.discount).toEqual(discount);
    expect(await ask('POST', url(), { discount: null, old: null })).toMatchObject({ status: 409 });
    const gone = await read(invoices.agreeDiscount, url(), { discount: null, old: discount });
    expect(gone.terms[0]!.discount).toBeNull();
    const { items } = await read(invoices.timeline, `invoices/${invoiceId}/timeline`);
    const told = items.filter(({ kind }) => kind.startsWith('discount_'));
    // Both at one instant of a clock that stands still: in the order of their names.
    expect(told.sort((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
      { kind: 'discount_agreed', cents: 2_400, untilOn: '2026-04-10', text: 'Accord du 30/03', author: 'Marie' },
      { kind: 'discount_removed', cents: 2_400, author: 'Marie' },
    ]);
  });

  test.each([
    { cents: 120_000, untilOn: '2026-04-10' },
    { cents: 100, untilOn: '2026-01-31' },
  ])('is refused where it cannot be: %o', async (impossible) => {
    const { status, body } = await ask('POST', url(), { discount: impossible, old: null });
    expect([status, body.code]).toEqual([422, 'discount_impossible']);
  });
});
