// Hostile text in ladders and texts over HTTP with the real use cases: kept and shown letter for letter, or refused; never markup, a field,
// or an error of ours.
import { hashPassword } from '@quittance/adapters/passwords';
import { STANDARD } from '@quittance/core/dunning';
import { Portfolio } from '@quittance/testkit/ledger';
import { clockAt } from '@quittance/usecases/ports';
import { createHouse, createUser } from '@quittance/usecases/users';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, signInAs } from './house.ts';
import { openWorkingHouse, Visitor } from './working-house.ts';

const HOSTILE = {
  markup: '<img src=x onerror=alert(1)>"\'&',
  script: '</script><script>alert(1)</script>',
  field: '{{ customer.name }} {% if x %}',
  formula: '=HYPERLINK("http://x.example";"x")',
  'right to left': '\u202Eeriassilit\u202C שלום',
  typesetting: '#let x = 1 $ \\ @ref',
  emoji: '👩‍👩‍👧 é ﬁ',
} as const;

// Wednesday 10 March 2027, 10:00 in Paris
const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
let visitor: Visitor;
let close = async () => {};
const customers = {} as Record<string, number>;

beforeAll(async () => {
  const house = await openWorkingHouse({ clock });
  close = house.close;
  const { db } = house.database;
  const place = { db, clock, actor: 'test' };
  const { orgId, companyId } = await createHouse(place, { name: 'Atelier Vauban', siren: null });
  const user = { name: 'Le admin', email: 'admin@test.fr', password: PASSWORD, language: 'fr' as const, role: 'admin' };
  await createUser({ ...place, orgId }, hashPassword, user as never);
  const portfolio = new Portfolio(db, { orgId, companyId });
  for (const [index, [kind, name]] of Object.entries(HOSTILE).entries()) {
    const customer = await portfolio.customer({ ref: `C${index}`, name });
    customers[kind] = customer;
    const terms = [{ dueOn: '2027-02-12', cents: 45_050 }];
    await portfolio.invoice({ customer, number: `F-${index}`, issuedOn: '2027-01-13', terms });
  }
  visitor = new Visitor(house.server, await signInAs(house.server, 'admin'));
});
afterAll(() => close());

const ask = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  visitor.ask(method, `/api/v1${url}`, payload);

/** In a message the marks that force a direction are left out: a name may not turn round the words after it. */
const inMessage = (text: string): string => text.replace(/[\u202A-\u202E]/g, '');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const steps = STANDARD.steps.map(({ rank: _, ...step }) => step);
const all = Object.entries(HOSTILE).map(([kind, text], index) => ({ kind, text, index }));
const which = { tone: 'courteous', language: 'fr', audience: 'business' };

describe('a ladder', () => {
  test.each(all)('is named $kind, letter for letter', async ({ text, index }) => {
    const path = `/scenarios/hostile_${index}`;
    expect((await ask('PUT', path, { name: text, steps, version: 0 })).status).toBe(200);
    expect((await ask('GET', path)).body.name).toBe(text);
  });

  test('is refused a name of 5 000 letters, and a step whose name is markup', async () => {
    const named = await ask('PUT', '/scenarios/hostile', { name: 'x'.repeat(5000), steps, version: 0 });
    expect([named.status, named.body.code]).toEqual([400, 'invalid_request']);
    const marked = steps.map((step) => ({ ...step, code: '<b>x</b>' }));
    expect((await ask('PUT', '/scenarios/hostile', { name: 'x', steps: marked, version: 0 })).status).toBe(400);
  });
});

describe('a text', () => {
  test.each(all)('says $kind of a customer as text', async ({ kind, text }) => {
    const words = { subject: '{{ customer.name }}', body: 'Bonjour {{ customer.name }},\n\nMerci.' };
    const asked = { ...which, ...words, customerId: customers[kind] };
    const mail = await ask('POST', '/templates/preview', { ...asked, channel: 'email' });
    expect([mail.status, mail.body.text]).toEqual([200, expect.stringContaining(inMessage(text))]);
    const inert = escaped(inMessage(text));
    expect(mail.body.html).toContain(inert);
    expect(mail.body.html.replaceAll(inert, '')).not.toMatch(/onerror|<script/);
  });

  test.each([
    ...all.filter(({ kind }) => kind !== 'field'),
    { kind: '5 000 letters', text: 'x'.repeat(5000), index: 0 },
    { kind: 'half a character', text: 'a\ud83d', index: 0 },
  ])('whose own words are $kind is drawn, by e-mail and by letter', async ({ text }) => {
    for (const channel of ['email', 'letter']) {
      const preview = await ask('POST', '/templates/preview', { ...which, channel, subject: 'x', body: text });
      expect([channel, preview.status, preview.body.detail ?? '']).toEqual([channel, 200, '']);
      expect(preview.body.html ?? '').not.toMatch(/<script|<img src=x/);
    }
  });
});
