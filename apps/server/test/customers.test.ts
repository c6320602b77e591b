// Customers over HTTP with the real use cases: found, changed in bulk and back, annotated, written to by hand; hostile text stays text.
import { clockAt } from '@quittance/usecases/ports';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkingHouse, setUpByMarie, until, type Visitor } from './working-house.ts';

// Wednesday 10 March 2027, 10:00 in Paris
const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
const SCRIPT = '<script>alert(1)</script> & Fils';
const FORMULA = '=HYPERLINK("http://evil.example","x")';
const RTL = 'شركة النور \u202Eevil';
const LONG = 'é'.repeat(3_900);

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
    'customer_ref;name;email;segment;address_line1;postal_code;city',
    'C1;Menuiserie Delorme;compta@delorme.example;Artisans;1 rue du Port;69005;Lyon',
    `C2;"${SCRIPT}";;Artisans;;;`,
    `C3;"${FORMULA.replaceAll('"', '""')}";c@c.example;;;;`,
    `C4;${RTL};d@d.example;;;;`,
  ]);
  await marie.bringInCsv('invoices', [
    'customer_ref;invoice_number;document_type;issue_date;due_date;amount_gross',
    'C1;F-1;invoice;2027-01-20;2027-02-19;1200,00',
    'C1;F-2;invoice;2027-03-01;2027-03-31;300,00',
    'C2;F-3;invoice;2027-01-20;2027-02-19;450,00',
    'C3;F-4;invoice;2027-03-01;2027-03-31;80,00',
  ]);
  const { body } = await ask('GET', '/api/v1/customers?sort=ref');
  for (const row of body.items) ids[row.ref] = row.customerId;
}, 120_000);
afterAll(() => close());

const refs = async (query: string) =>
  (await ask('GET', `/api/v1/customers?sort=ref&${query}`)).body.items.map((row: { ref: string }) => row.ref);
const timeline = async (kinds = '') =>
  (await ask('GET', `/api/v1/customers/${ids.C1}/timeline?kinds=${kinds}`)).body.items as Record<string, unknown>[];

describe('the list', () => {
  test.each([
    { query: 'segment=Artisans', want: ['C1', 'C2'] },
    { query: 'overdue=true', want: ['C1', 'C2'] },
    { query: 'withoutEmail=true', want: ['C2'] },
    { query: 'atLeast=45000', want: ['C1', 'C2'] },
    { query: 'owner=none&search=delorme', want: ['C1'] },
    { query: 'scenario=standard&doubtful=true', want: [] },
    { query: 'held=true', want: [] },
    { query: 'level=1', want: [] },
    { query: `search=${encodeURIComponent('%')}`, want: [] },
  ])('finds by $query', async ({ query, want }) => expect(await refs(query)).toEqual(want));

  test('sums what was found, not the page', async () => {
    const { body } = await ask('GET', '/api/v1/customers?size=1');
    // 1 200 + 300 + 450 + 80; overdue 1 200 + 450
    expect(body).toMatchObject({ total: 4, outstandingCents: 203_000, overdueCents: 165_000 });
    expect(body.items).toHaveLength(1);
  });

  test('is exported whole, and no name runs in a spreadsheet', async () => {
    const { status, body, headers } = await ask('GET', '/api/v1/customers/export?format=csv&sort=ref');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain('attachment');
    const text = body.toString('utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect(text).toContain(SCRIPT);
    expect(text.trim().split('\r\n')).toHaveLength(5);
    const xlsx = await ask('GET', '/api/v1/customers/export?format=xlsx&segment=Artisans');
    expect(xlsx.body.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('bulk changes', () => {
  const all = { all: true, filters: { segment: 'Artisans' }, except: [] as number[] };

  test('of the owner are previewed, done and undone', async () => {
    const change = { set: 'owner', to: 'Marie@delorme.fr' };
    const preview = await ask('POST', '/api/v1/customers/bulk/preview', { rows: all, change });
    expect(preview.body).toEqual({ chosen: 2, customers: 2, reminders: 0 });
    expect(await refs('owner=marie@delorme.fr')).toEqual([]);
    const done = await ask('POST', '/api/v1/customers/bulk', { rows: { ...all, except: [ids.C2] }, change });
    expect(done.body.customers).toBe(1);
    expect(await refs('owner=marie@delorme.fr')).toEqual(['C1']);
    const { firstSeq, lastSeq } = done.body;
    expect((await ask('POST', '/api/v1/customers/bulk/undo', { firstSeq, lastSeq })).body).toEqual({ customers: 1 });
    expect((await ask('POST', '/api/v1/customers/bulk/undo', { firstSeq, lastSeq })).body).toEqual({ customers: 0 });
    expect(await refs('owner=marie@delorme.fr')).toEqual([]);
  });

  test('to somebody who is no member, or a scenario that is none, change nothing', async () => {
    for (const change of [
      { set: 'owner', to: 'nobody@elsewhere.fr' },
      { set: 'scenario', to: 'nowhere' },
    ]) {
      expect((await ask('POST', '/api/v1/customers/bulk', { rows: all, change })).status).toBe(404);
      expect((await ask('POST', '/api/v1/customers/bulk/preview', { rows: all, change })).status).toBe(404);
    }
  });

  test('a pause says how many reminders it stops; its undo frees them', async () => {
    const rows = { ids: [ids.C1] };
    const change = { set: 'hold', reason: 'manual', untilOn: null, note: '' };
    const preview = await ask('POST', '/api/v1/customers/bulk/preview', { rows, change });
    expect(preview.body).toEqual({ chosen: 1, customers: 1, reminders: 1 });
    const done = await ask('POST', '/api/v1/customers/bulk', { rows, change });
    expect(await refs('held=true')).toEqual(['C1']);
    const { firstSeq, lastSeq } = done.body;
    await ask('POST', '/api/v1/customers/bulk/undo', { firstSeq, lastSeq });
    expect(await refs('held=true')).toEqual([]);
    const past = { ...change, untilOn: '2027-03-01' };
    expect((await ask('POST', '/api/v1/customers/bulk', { rows, change: past })).body.code).toBe('hold_in_past');
  });
});

describe('one customer', () => {
  test('is changed by hand, told in the timeline, and left so by imports', async () => {
    const url = `/api/v1/customers/${ids.C1}`;
    const changed = await ask('PATCH', url, { segment: 'Grands comptes', kind: 'public', paymentTerms: '45 jours' });
    expect(changed.body).toEqual({ changed: ['segment', 'kind', 'terms'].sort(), dueDates: 0 });
    await marie.bringInCsv('customers', [
      'customer_ref;name;segment;kind;phone',
      'C1;Menuiserie Delorme;Artisans;business;0478000000',
    ]);
    const { body } = await ask('GET', url);
    expect(body).toMatchObject({ segment: 'Grands comptes', kind: 'public', paymentTerms: '45 jours' });
    const [line] = (await timeline('change')).filter(({ code }) => code === 'segment');
    expect(line).toMatchObject({ before: 'Artisans', after: 'Grands comptes', author: 'Marie' });
    expect((await ask('PATCH', url, { paymentTerms: 'plus tard' })).status).toBe(400);
  });

  test('gets contacts; a name twice is refused as such; one removed is written to no more and comes back', async () => {
    const contact = {
      name: 'Anne Roux',
      roles: ['reminders'],
      language: null,
      email: 'anne@delorme.example',
      phone: null,
    };
    const made = await ask('POST', `/api/v1/customers/${ids.C1}/contacts`, contact);
    expect(made.status).toBe(201);
    const twice = await ask('POST', `/api/v1/customers/${ids.C1}/contacts`, contact);
    expect([twice.status, twice.body.code]).toEqual([409, 'contact_exists']);
    const active = (yes: boolean) => ask('POST', `/api/v1/contacts/${made.body.contactId}/active`, { active: yes });
    await active(false);
    expect((await ask('GET', `/api/v1/customers/${ids.C1}`)).body.contacts).toEqual([]);
    await marie.bringInCsv('contacts', ['customer_ref;name;email', 'C1;Anne Roux;autre@delorme.example']);
    expect((await ask('GET', `/api/v1/customers/${ids.C1}`)).body.contacts).toEqual([]);
    await active(true);
    expect((await ask('GET', `/api/v1/customers/${ids.C1}`)).body.contacts).toMatchObject([
      { email: 'anne@delorme.example' },
    ]);
  });

  test('gets notes: long, right to left or hostile, they are kept as written', async () => {
    for (const text of [SCRIPT, RTL, LONG]) {
      const made = await ask('POST', `/api/v1/customers/${ids.C1}/notes`, { text });
      expect(made).toMatchObject({ status: 201, body: { text, author: 'Marie' } });
      await ask('PUT', `/api/v1/notes/${made.body.noteId}`, { text: 'Relu.' });
      const removed = await ask('POST', `/api/v1/notes/${made.body.noteId}/remove`, { removed: true });
      expect(removed.status).toBe(200);
      expect((await ask('GET', `/api/v1/customers/${ids.C1}/notes`)).body.items).toEqual([]);
      await ask('POST', `/api/v1/notes/${made.body.noteId}/remove`, { removed: false });
      expect(await timeline('note')).toMatchObject([{ text: 'Relu.' }]);
      await ask('POST', `/api/v1/notes/${made.body.noteId}/remove`, { removed: true });
    }
    expect((await ask('POST', `/api/v1/customers/${ids.C1}/notes`, { text: 'x'.repeat(5_000) })).status).toBe(400);
    const foreign = (await ask('GET', '/api/v1/invoices?search=F-3')).body.items[0].invoiceId;
    const wrong = await ask('POST', `/api/v1/customers/${ids.C1}/notes`, { text: 'x', invoiceId: foreign });
    expect(wrong.status).toBe(404);
  });

  test('gets documents told from their bytes, and opened without being run', async () => {
    const url = `/api/v1/customers/${ids.C1}/documents`;
    const kept = await send(`${url}?kind=contract`, 'contrat "2027".pdf', '%PDF-1.7\n%%EOF');
    expect(kept).toMatchObject({ status: 201, body: { kind: 'contract', mediaType: 'application/pdf' } });
    const page = await send(url, 'contrat.pdf', '<!doctype html><script>alert(1)</script>');
    expect([page.status, page.body.code]).toEqual([422, 'file_refused']);
    const opened = await ask('GET', `/api/v1/documents/${kept.body.documentId}/file`);
    expect(opened.headers['x-content-type-options']).toBe('nosniff');
    expect(opened.headers['content-type']).toContain('application/pdf');
    await ask('POST', `/api/v1/documents/${kept.body.documentId}/remove`, { removed: true });
    expect((await ask('GET', url)).body.items).toEqual([]);
    await ask('POST', `/api/v1/documents/${kept.body.documentId}/remove`, { removed: false });
    expect(await timeline('document')).toMatchObject([
      { label: expect.stringContaining('contrat'), ref: { kind: 'document' } },
    ]);
  });
});

describe('a message by hand', () => {
  const draftOf = async (about: string[], more: object = {}) => {
    const { body } = await ask('GET', `/api/v1/customers/${ids.C1}`);
    const rows = body.receivables as { invoiceNumber: string; receivableId: number }[];
    const receivableIds = rows.filter((row) => about.includes(row.invoiceNumber)).map((row) => row.receivableId);
    const draft = { channel: 'email', tone: 'courteous', language: 'fr', contactId: null, receivableIds, words: null };
    return { ...draft, ...more };
  };
  const url = () => `/api/v1/customers/${ids.C1}/messages`;

  test('is previewed with words to edit, sent once in test mode, and stands in the timeline', async () => {
    const preview = await ask('POST', `${url()}/preview`, await draftOf(['F-1']));
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ stops: [], testMode: true });
    expect(preview.body.message.to).toContain('compta@delorme.example');
    const words = { subject: 'Votre facture F-1', body: `Bonjour,\n\n${SCRIPT}\n\n[[factures]]` };
    const given = { ...(await draftOf(['F-1'], { words })), requestKey: crypto.randomUUID() };
    const [first, second] = await Promise.all([ask('POST', url(), given), ask('POST', url(), given)]);
    const sent = [first!, second!];
    expect(sent.map(({ status }) => status)).toEqual([201, 201]);
    expect(second!.body.actionId).toBe(first!.body.actionId);
    const again = await ask('POST', url(), given);
    expect([again.status, again.body.actionId]).toEqual([201, sent[0]!.body.actionId]);
    const lines = await until(
      () => timeline('message'),
      ([line]) => line?.state === 'rehearsed',
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ code: 'email', label: 'Votre facture F-1', ref: { id: sent[0]!.body.actionId } });
    expect(lines[0]!.text).toContain(SCRIPT);
  });

  test('never chases what is not due, nor under insolvency', async () => {
    const soon = await ask('POST', `${url()}/preview`, await draftOf(['F-2']));
    expect(soon.body.stops).toEqual(['not_due_yet']);
    const hold = await ask('POST', '/api/v1/holds', { customerId: ids.C1, reason: 'insolvency' });
    const given = { ...(await draftOf(['F-1'])), requestKey: crypto.randomUUID() };
    const refused = await ask('POST', url(), given);
    expect([refused.status, refused.body.code, refused.body.facts.reason]).toEqual([
      409,
      'message_stopped',
      'insolvency',
    ]);
    await ask('POST', `/api/v1/holds/${hold.body.holdId}/lift`, {});
  });
});

test('the statement is made for a period', async () => {
  const { status, body } = await ask('GET', `/api/v1/customers/${ids.C1}/statement.pdf?from=2027-02-01&to=2027-03-10`);
  expect([status, body.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
});

test('views are kept for oneself, replaced by name, and removed', async () => {
  const view = {
    screen: 'customers',
    name: 'En retard',
    shared: false,
    search: { overdue: 'true' },
    columns: ['overdue'],
  };
  await ask('PUT', '/api/v1/views', view);
  const again = await ask('PUT', '/api/v1/views', { ...view, search: { overdue: 'true', segment: 'Artisans' } });
  const listed = await ask('GET', '/api/v1/views?screen=customers');
  expect(listed.body.items).toMatchObject([{ own: true, author: 'Marie', search: { segment: 'Artisans' } }]);
  expect((await ask('GET', '/api/v1/views?screen=invoices')).body.items).toEqual([]);
  expect((await ask('POST', `/api/v1/views/${again.body.viewId}/remove`, {})).status).toBe(200);
  expect((await ask('POST', `/api/v1/views/${again.body.viewId}/remove`, {})).status).toBe(404);
});
