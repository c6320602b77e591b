// Invoices over HTTP with the real use cases: found, held, applied and undone, due later, counted with interest, documented, exported.
import { clockAt } from '@quittance/usecases/ports';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkingHouse, setUpByMarie, type Visitor } from './working-house.ts';

// Tuesday 10 March 2026, 10:00 in Paris
const clock = clockAt(new Date('2026-03-10T09:00:00Z'));
let marie: Visitor;
let close = async () => {};
const ids: Record<string, number> = {};

const ask: Visitor['ask'] = (...asked) => marie.ask(...asked);
const send: Visitor['send'] = (...sent) => marie.send(...sent);

beforeAll(async () => {
  const house = await openWorkingHouse({ clock, work: true });
  close = house.close;
  ({ marie } = await setUpByMarie(house.server));
  await marie.bringInCsv('customers', [
    'customer_ref;name;email;kind;segment',
    'C1;Menuiserie Delorme;compta@delorme.example;business;Artisans',
    'C2;Jean Petit;jean@petit.example;consumer;',
  ]);
  await marie.bringInCsv('invoices', [
    'customer_ref;invoice_number;document_type;issue_date;due_date;amount_gross',
    'C1;FA-2025-0009;invoice;2025-11-01;2025-12-01;500,00',
    'C1;FA-2026-0001;invoice;2026-01-05;2026-02-04;1200,00',
    'C1;FA-2026-0002;invoice;2026-03-01;2026-03-31;300,00',
    'C2;P-7;invoice;2026-01-05;2026-02-04;80,00',
  ]);
  await marie.bringInCsv('payments', [
    'customer_ref;paid_on;amount;method;reference;invoice_numbers',
    'C1;2025-12-01;500,00;virement;VIR1;FA-2025-0009',
    'C1;2026-03-05;450,00;virement;VIR2;',
  ]);
  const { body } = await ask('GET', '/api/v1/invoices');
  for (const row of body.items) ids[row.number] = row.invoiceId;
}, 120_000);
afterAll(() => close());

const invoice = async (number: string) => (await ask('GET', `/api/v1/invoices/${ids[number]}`)).body;
const numbers = async (query: string) =>
  (await ask('GET', `/api/v1/invoices?sort=number&${query}`)).body.items.map((row: { number: string }) => row.number);

describe('the list', () => {
  test.each([
    { query: 'search=fa20260001', want: ['FA-2026-0001'] },
    { query: 'search=2026%2F0002', want: ['FA-2026-0002'] },
    { query: 'search=0009', want: ['FA-2025-0009'] },
    { query: 'status=overdue', want: ['FA-2026-0001', 'P-7'] },
    { query: 'status=not_due', want: ['FA-2026-0002'] },
    { query: 'status=paid', want: ['FA-2025-0009'] },
    { query: 'segment=Artisans&open=true', want: ['FA-2026-0001', 'FA-2026-0002'] },
    { query: 'segment=-', want: ['P-7'] },
    { query: 'owner=-&status=paid', want: ['FA-2025-0009'] },
    { query: 'issuedFrom=2026-03-01', want: ['FA-2026-0002'] },
    { query: 'dueTo=2026-02-04&minCents=8000&maxCents=50000', want: ['FA-2025-0009', 'P-7'] },
    { query: 'chased=true', want: [] },
  ])('$query finds $want', async ({ query, want }) => expect(await numbers(query)).toEqual(want));

  test('sums what is open and late of all that match', async () => {
    const { body } = await ask('GET', '/api/v1/invoices?size=1');
    expect(body.sums).toEqual([{ currency: 'EUR', openCents: 158_000, overdueCents: 128_000 }]);
  });

  test('is exported as it is filtered', async () => {
    const { status, body, headers } = await ask('GET', '/api/v1/invoices/export?format=csv&status=overdue');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain('factures-2026-03-10.csv');
    const lines = Buffer.from(body).toString('utf8').trim().split(/\r?\n/);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('Reste dû');
  });

  test('is held by its filters but some, and released together', async () => {
    const chosen = { all: true, filters: { open: 'true' }, except: [ids['P-7']] };
    const held = await ask('POST', '/api/v1/invoices/hold', { chosen, untilOn: '2026-03-20', note: 'inventaire' });
    expect(held.status).toBe(201);
    expect(held.body.holdIds).toHaveLength(2);
    expect(await numbers('status=held')).toEqual(['FA-2026-0001', 'FA-2026-0002']);
    expect((await invoice('FA-2026-0001')).terms[0].why).toMatchObject({ reason: 'manual', until: '2026-03-20' });
    const released = await ask('POST', '/api/v1/invoices/release', { holdIds: held.body.holdIds });
    expect(released.body).toEqual({ count: 2 });
    expect(await numbers('status=held')).toEqual([]);
  });
});

describe('an allocation', () => {
  test('is undone with a reason, once, and applied again', async () => {
    const [line] = (await invoice('FA-2025-0009')).allocations;
    expect(line).toMatchObject({ cents: 50_000, source: 'payment', number: 'VIR1', origin: 'file', reversedOn: null });
    const url = `/api/v1/allocations/${line.allocationId}`;
    expect((await ask('POST', `${url}/undo`, { reason: '' })).status).toBe(400);
    expect((await ask('POST', `${url}/undo`, { reason: 'mauvaise facture' })).status).toBe(200);
    expect(await invoice('FA-2025-0009')).toMatchObject({
      openCents: 50_000,
      daysLate: 99, // 1 December to 10 March: 30 + 31 + 28 + 10
      allocations: [{ reversedOn: '2026-03-10', reversedBy: 'Marie', reversedWhy: 'mauvaise facture' }],
    });
    const twice = await ask('POST', `${url}/undo`, { reason: 'encore' });
    expect([twice.status, twice.body.code]).toEqual([409, 'allocation_undone']);
    expect((await ask('POST', `${url}/redo`)).status).toBe(200);
    expect(await invoice('FA-2025-0009')).toMatchObject({ openCents: 0, allocations: [{}, { reversedOn: null }] });
  });

  test('is proposed for the invoice named, and refused where the money is gone', async () => {
    const { customerId, terms } = await invoice('FA-2026-0001');
    const { items } = (await ask('GET', `/api/v1/allocations/credits?customerId=${customerId}`)).body;
    expect(items).toMatchObject([{ kind: 'payment', number: 'VIR2', openCents: 45_000 }]);
    const query = `kind=payment&id=${items[0].id}`;
    const { parts } = (await ask('GET', `/api/v1/allocations/proposal?${query}&invoiceId=${ids['FA-2026-0002']}`)).body;
    expect(
      parts.map((part: { invoiceNumber: string; proposedCents: number }) => [part.invoiceNumber, part.proposedCents]),
    ).toEqual([
      ['FA-2026-0002', 30_000],
      ['FA-2026-0001', 15_000],
    ]);
    const order = { kind: 'payment', id: items[0].id, parts: [{ receivableId: terms[0].receivableId, cents: 45_000 }] };
    expect((await ask('POST', '/api/v1/allocations', order)).status).toBe(201);
    expect((await invoice('FA-2026-0001')).openCents).toBe(75_000);
    const again = await ask('POST', '/api/v1/allocations', order);
    expect([again.status, again.body.code]).toEqual([409, 'credit_spent']);
    const sheet = (await ask('GET', `/api/v1/allocations/credit?${query}`)).body;
    expect(sheet).toMatchObject({ openCents: 0, uses: [{ invoiceNumber: 'FA-2026-0001', cents: 45_000 }] });
  });
});

describe('a due date agreed later', () => {
  test('is previewed with the legal maximum, kept with its reason, and not overwritten', async () => {
    const [term] = (await invoice('FA-2026-0002')).terms;
    const url = `/api/v1/invoices/${ids['FA-2026-0002']}/terms/${term.receivableId}/due-date`;
    const preview = (await ask('GET', `${url}?dueOn=2026-05-15`)).body;
    // 60 days from 1 March: 30 April; 15 May is 15 days beyond.
    expect(preview.limit).toMatchObject({ latestDueOn: '2026-04-30', maxDays: 60, overByDays: 15 });
    expect(preview.after.on > preview.before.on).toBe(true);
    const order = { dueOn: '2026-04-30', oldDueOn: '2026-03-31', reason: 'accord du gérant' };
    const changed = await ask('POST', url, order);
    expect(changed.body).toMatchObject({
      dueOn: '2026-04-30',
      dueChanges: [{ oldDueOn: '2026-03-31', newDueOn: '2026-04-30', reason: 'accord du gérant', author: 'Marie' }],
    });
    const stale = await ask('POST', url, { ...order, dueOn: '2026-04-15' });
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
    const early = await ask('GET', `${url}?dueOn=2026-02-01`);
    expect([early.status, early.body.code]).toEqual([422, 'due_before_issue']);
  });
});

describe('interest', () => {
  test('is counted line by line: on 1 200,00 € until the money came, on 750,00 € after', async () => {
    const { body } = await ask('GET', `/api/v1/invoices/${ids['FA-2026-0001']}/interest?on=2026-03-31`);
    // VIR2 came on 5 March, whenever it was applied. 5 February to 5 March: 29 days at 2,15 + 10 = 12,15 %: 120 000 × 0,1215 × 29 / 365
    // = 1 158,41; then 26 days on 75 000: 649,11.
    expect(body.lines).toMatchObject([
      { from: '2026-02-05', to: '2026-03-05', days: 29, rate: 1_215, principalCents: 120_000, interestCents: 1_158 },
      { from: '2026-03-06', to: '2026-03-31', days: 26, rate: 1_215, principalCents: 75_000, interestCents: 649 },
    ]);
    expect(body).toMatchObject({ interestCents: 1_807, fixedFeeCents: 4_000, totalCents: 5_807, feeWhy: null });
    expect(body.lines[0]).toMatchObject({ halfYear: '2026S1', isDoubtful: false });
  });

  test('is not owed by a consumer before a formal notice, nor the fixed fee ever', async () => {
    const { body } = await ask('GET', `/api/v1/invoices/${ids['P-7']}/interest`);
    expect(body).toMatchObject({ lines: [], totalCents: 0, feeWhy: 'consumer', rateRule: 'no_formal_notice' });
  });

  test('is refused where the rate of a half-year is unknown', async () => {
    const { status, body } = await ask('GET', `/api/v1/invoices/${ids['P-7']}/interest?on=2031-01-31`);
    expect([status, body.code]).toEqual([200, undefined]); // a consumer without notice needs no rate
    const other = await ask('GET', `/api/v1/invoices/${ids['FA-2026-0001']}/interest?on=2031-01-31`);
    expect([other.status, other.body.code]).toEqual([409, 'rate_missing']);
  });
});

describe('documents', () => {
  const PDF = '%PDF-1.7 invented';
  const bring = (name: string, content = PDF) => send('/api/v1/invoices/documents', name, content);

  test('find their invoice by the number in their name, whatever its dress', async () => {
    expect((await bring('Facture fa 2026 0001 (1).pdf')).body).toMatchObject({
      outcome: 'attached',
      number: 'FA-2026-0001',
    });
    expect((await bring('fa20260001.pdf', `${PDF}, corrected`)).body).toMatchObject({
      outcome: 'replaced',
      number: 'FA-2026-0001',
    });
    expect((await bring('contrat.pdf')).body).toMatchObject({ outcome: 'no_match', invoiceId: null });
    expect((await bring('FA-2026-0002.pdf', '<script>alert(1)</script>')).body).toMatchObject({ outcome: 'refused' });
  });

  test('are sent as PDF and nothing else, taken off and put back', async () => {
    const url = `/api/v1/invoices/${ids['FA-2026-0001']}/document`;
    const { status, headers } = await ask('GET', `${url}.pdf`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect((await ask('POST', `${url}/remove`)).body.document).toBeNull();
    expect((await ask('GET', `${url}.pdf`)).status).toBe(404);
    expect((await ask('POST', `${url}/restore`)).body.document).toMatchObject({ fileName: 'fa20260001.pdf' });
    const refused = await send(url, 'page.pdf', '<html></html>');
    expect([refused.status, refused.body.code]).toEqual([422, 'file_refused']);
  });
});

test('the history tells it all, newest first', async () => {
  const { body } = await ask('GET', `/api/v1/invoices/${ids['FA-2026-0001']}/timeline`);
  const kinds = new Set(body.items.map((item: { kind: string }) => item.kind));
  for (const kind of ['issued', 'imported', 'payment', 'hold', 'released', 'document']) expect(kinds).toContain(kind);
  expect(body.items.at(-1)).toMatchObject({ kind: 'issued', on: '2026-01-05', cents: 120_000 });
});
