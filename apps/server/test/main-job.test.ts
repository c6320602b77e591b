// The main job over HTTP, with the real use cases and adapters: books sent, imported, aged, planned, previewed, approved, in the outbox.

import { clockAt } from '@quittance/usecases/ports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fecOf } from './books.ts';
import { openWorkingHouse, setUpByMarie, until, type Visitor } from './working-house.ts';

// Wednesday 10 March 2027, 10:00 in Paris
const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
let house: Awaited<ReturnType<typeof openWorkingHouse>>;
let marie: Visitor;

beforeAll(async () => {
  house = await openWorkingHouse({ clock, work: true });
});
afterAll(() => house.close());

const ask: Visitor['ask'] = (...asked) => marie.ask(...asked);
const bringIn: Visitor['bringIn'] = (...brought) => marie.bringIn(...brought);

// Due 30 days after the document, estimated. On 10 March: F-1 is 8 days late (7: courteous), F-2 17 (15), F-3 not due, F-4 was paid.
const BOOKS = fecOf([
  { customer: 'C001', name: 'Menuiserie Delorme', number: 'F-1', on: '2027-01-31', cents: 120_000 },
  { customer: 'C002', name: 'Brasserie du Port', number: 'F-2', on: '2027-01-22', cents: 45_050 },
  { customer: 'C002', name: 'Brasserie du Port', number: 'F-3', on: '2027-03-01', cents: 10_000 },
  {
    customer: 'C001',
    name: 'Menuiserie Delorme',
    number: 'F-4',
    on: '2027-01-05',
    cents: 70_000,
    paidOn: '2027-02-03',
  },
]);

test('somebody sets the house up and signs in', async () => {
  ({ marie } = await setUpByMarie(house.server));
  expect((await ask('GET', '/api/v1/session')).body.current.company).toBe('atelier-vauban');
});

test('the books come in, and the same file again changes nothing', async () => {
  const dry = await bringIn('123456782FEC20271231.txt', BOOKS, { dryRun: true });
  expect(dry.sent).toMatchObject({ kind: 'fec', importedBefore: null });
  expect(dry.job.report).toMatchObject({ status: 'dry_run', importId: null });
  const real = await bringIn('123456782FEC20271231.txt', BOOKS);
  // open: 1 200,00 + 450,50 + 100,00
  expect(real.job.report).toMatchObject({ status: 'imported', openCents: 175_050, errorCount: 0, refusal: null });
  expect(real.job.report.counts.invoices.created).toBe(4);
  const again = await bringIn('123456782FEC20271231.txt', BOOKS);
  expect(again.job.report).toMatchObject({ status: 'unchanged', openCents: 175_050 });
});

test('the aged balance adds up and is tied to the books', async () => {
  const { status, body } = await ask('GET', '/api/v1/aged-balance');
  expect(status).toBe(200);
  expect(body.totals).toMatchObject({
    totalCents: 175_050,
    unappliedCents: 0,
    cents: { not_due: 10_000, d1_30: 165_050 },
  });
  expect(body.items.map((row: { ref: string }) => row.ref).sort()).toEqual(['C001', 'C002']);
});

test('the plan says what would leave and why the rest does not; contacts must be repaired first', async () => {
  const { body } = await ask('GET', '/api/v1/reminders/plan');
  // a FEC carries no address: nobody can be written to
  expect(body.actions.count).toBe(0);
  expect(body.repairs.length).toBeGreaterThan(0);
  const holds = await ask('GET', '/api/v1/reminders/holds');
  expect(
    Object.fromEntries(
      holds.body.items.map((hold: { invoiceNumber: string; reason: string }) => [hold.invoiceNumber, hold.reason]),
    ),
  ).toEqual({
    'F-1': 'no_contact',
    'F-2': 'no_contact',
    'F-3': 'not_due_yet',
  });
});

test('with an address, the message is previewed, approved, and found in the test outbox word for word', async () => {
  const customers = await ask('GET', '/api/v1/customers?search=delorme');
  const { customerId } = customers.body.items[0];
  const contact = {
    name: 'Claire Morel',
    roles: ['reminders'],
    language: null,
    email: 'claire@delorme.example',
    phone: null,
  };
  expect((await ask('POST', `/api/v1/customers/${customerId}/contacts`, contact)).status).toBe(201);

  const { body } = await ask('GET', '/api/v1/reminders/actions');
  expect(body.items).toHaveLength(1);
  const [action] = body.items;
  expect(action).toMatchObject({
    customerRef: 'C001',
    channel: 'email',
    step: 'courteous',
    totalCents: 120_000,
    state: 'proposed',
  });

  const preview = await ask('GET', `/api/v1/reminders/actions/${action.actionKey}/preview`);
  expect(preview.status).toBe(200);
  expect(preview.body.text).toContain('F-1');
  expect(preview.body.text).toContain('1\u202f200,00\u00a0€');

  const approved = await ask('POST', '/api/v1/reminders/approve', { on: '2027-03-10', actionKeys: [action.actionKey] });
  expect(approved.body).toMatchObject({ done: 1, refused: [] });
  const outbox = await until(
    () => ask('GET', '/api/v1/outbox?state=sent'),
    (seen) => seen.body.total === 1,
  );
  expect(outbox.body.items[0]).toMatchObject({
    state: 'sent',
    test: true,
    to: 'claire@delorme.example',
    totalCents: 120_000,
  });
  const message = await ask('GET', `/api/v1/outbox/${outbox.body.items[0].actionId}`);
  expect(message.body.text).toBe(preview.body.text);

  const again = await ask('GET', '/api/v1/reminders/actions');
  expect(again.body.items).toEqual([]);
  const why = await ask('GET', `/api/v1/customers/${customerId}`);
  expect(why.body.receivables[0]).toMatchObject({ invoiceNumber: 'F-1', level: 2, why: { outcome: 'hold' } });
});

test('the PDF of an invoice is kept and given back; what is no PDF is refused', async () => {
  const { body } = await ask('GET', '/api/v1/invoices?search=F-2');
  const { invoiceId } = body.items[0];
  const url = `/api/v1/invoices/${invoiceId}/document`;
  const fake = await marie.send(url, 'F-2.pdf', 'not a PDF');
  expect([fake.status, fake.body.code]).toEqual([422, 'file_refused']);
  const kept = await marie.send(url, 'F-2.pdf', '%PDF-1.7 invented');
  expect([kept.status, kept.body.document]).toEqual([200, { fileName: 'F-2.pdf', bytes: 17 }]);
  const back = await ask('GET', `${url}.pdf`);
  expect(String(back.body)).toBe('%PDF-1.7 invented');
});

test('the journal holds it all, unbroken', async () => {
  expect((await ask('GET', '/api/v1/journal/verify')).body).toMatchObject({ ok: true, firstBroken: null });
});
