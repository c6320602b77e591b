// Ladders and texts over HTTP with the real use cases: what a change does before it is saved, versions, assignment, archive, simulation,
// and the test of a text, which reaches the person who asks and nobody else.
import { hashPassword } from '@quittance/adapters/passwords';
import { STANDARD, type Step } from '@quittance/core/dunning';
import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio, sql } from '@quittance/testkit/ledger';
import { clockAt } from '@quittance/usecases/ports';
import { createHouse, createUser } from '@quittance/usecases/users';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, signInAs } from './house.ts';
import { type MailServer, openMailServer } from './post/post-office.ts';
import { openWorkingHouse, Visitor } from './working-house.ts';

// Wednesday 10 March 2027, 10:00 in Paris
const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
let database: TestDatabase;
let mails: MailServer;
let portfolio: Portfolio;
let visitors: Record<'admin' | 'collector', Visitor>;
let close = async () => {};

beforeAll(async () => {
  database = await testDatabase();
  mails = await openMailServer();
  const env = { QUITTANCE_SMTP_URL: `smtp://127.0.0.1:${mails.port}` };
  const house = await openWorkingHouse({ clock, database, env });
  const place = { db: database.db, clock, actor: 'test' };
  const { orgId, companyId } = await createHouse(place, { name: 'Atelier Vauban', siren: null });
  for (const role of ['admin', 'collector'] as const) {
    const user = { name: `Le ${role}`, email: `${role}@test.fr`, password: PASSWORD, language: 'fr' as const, role };
    await createUser({ ...place, orgId }, hashPassword, user);
  }
  portfolio = new Portfolio(database.db, { orgId, companyId });
  const visitorAs = async (role: 'admin' | 'collector') =>
    new Visitor(house.server, await signInAs(house.server, role));
  visitors = { admin: await visitorAs('admin'), collector: await visitorAs('collector') };
  close = async () => {
    await house.close();
    await mails.close();
  };
  // F-1 fell due on Tuesday 2 March 2027, F-2 on Friday 12 February
  const valmorin = await portfolio.customer({ ref: 'C1', name: 'Valmorin', segment: 'grands comptes' });
  const loriette = await portfolio.customer({ ref: 'C2', name: 'Loriette <script>' });
  await portfolio.invoice({
    customer: valmorin,
    number: 'F-1',
    issuedOn: '2027-01-31',
    terms: [{ dueOn: '2027-03-02', cents: 120_000 }],
  });
  const { receivables } = await portfolio.invoice({
    customer: loriette,
    number: 'F-2',
    issuedOn: '2027-01-13',
    terms: [{ dueOn: '2027-02-12', cents: 45_050 }],
  });
  // F-2 was reminded twice: firm is the third step of the standard ladder
  await withOrg(database.db, orgId, (tx) =>
    sql`INSERT INTO receivable_levels (receivable_id, rank, company_id, customer_id, scenario, step, done_on, origin, actor)
      VALUES (${receivables[0]}, 2, ${companyId}, ${loriette}, 'standard', 'courteous', '2027-02-19', 'imported', 'test'),
        (${receivables[0]}, 3, ${companyId}, ${loriette}, 'standard', 'firm', '2027-03-01', 'imported', 'test')`.execute(
      tx,
    ),
  );
});
afterAll(() => close());

const ask = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, who: 'admin' | 'collector' = 'admin') =>
  visitors[who].ask(method, `/api/v1${url}`, payload);

const plain = (steps: readonly Step[]) => steps.map(({ rank: _, ...step }) => step);
const STEPS = plain(STANDARD.steps);
/** The standard ladder with its courteous reminder ten days after the due date instead of seven. */
const LATER = STEPS.map((step) => (step.code === 'courteous' ? { ...step, offsetDays: 10 } : step));

describe('a ladder', () => {
  test('is listed with who is on it and why', async () => {
    const { body } = await ask('GET', '/scenarios');
    const standard = body.items.find((each: { code: string }) => each.code === 'standard');
    expect(standard).toMatchObject({ customers: 2, receivables: 2, isDefault: true, active: true, version: 1 });
    expect(standard.followers).toEqual([{ by: 'default', segment: null, customers: 2, receivables: 2 }]);
    expect(body.segments).toEqual(['grands comptes']);
  });

  test('is told on a real invoice before it is saved', async () => {
    const { body } = await ask('POST', '/scenarios/validate', { name: 'Essai', steps: LATER, customerId: 1 });
    expect(body.problems).toEqual([]);
    expect(body.examples).toHaveLength(1);
    expect(body.examples[0]).toMatchObject({ invoiceNumber: 'F-1', customerName: 'Valmorin', dueOn: '2027-03-02' });
    // 2 March + 10 days is Friday the 12th
    expect(body.examples[0].days).toContainEqual({ step: 'courteous', on: '2027-03-12' });
  });

  test('says what a change does to open items, and saves nothing', async () => {
    const { body } = await ask('POST', '/scenarios/standard/effect', { steps: LATER });
    expect(body).toMatchObject({ receivables: 2, customers: 2 });
    expect(body.counts).toEqual({ same: 1, earlier: 0, later: 1, other: 0, added: 0, ended: 0 });
    // due since the 9th, so today; then the 12th
    expect(body.examples).toHaveLength(1);
    expect(body.examples[0]).toMatchObject({
      kind: 'later',
      invoiceNumber: 'F-1',
      before: { step: 'courteous', on: '2027-03-10' },
      after: { step: 'courteous', on: '2027-03-12' },
    });
    expect((await ask('GET', '/scenarios/standard')).body.version).toBe(1);
  });

  test('is simulated beside the one in force', async () => {
    const order = { days: 7, on: '2027-03-10', code: 'standard', steps: LATER };
    const { body } = await ask('POST', '/scenarios/simulation', order);
    const courteous = (days: { on: string; lines: { step: string; count: number }[] }[]) =>
      days.filter(({ lines }) => lines.some(({ step }) => step === 'courteous')).map(({ on }) => on);
    expect(body).toMatchObject({ from: '2027-03-10', to: '2027-03-16', customers: 2, failed: 0 });
    expect(body.now).toHaveLength(7);
    expect(courteous(body.now)).toEqual(['2027-03-10']);
    expect(courteous(body.edited)).toEqual(['2027-03-12']);
    expect(body.lines.map((line: { customerName: string }) => line.customerName)).toContain('Valmorin');
  });

  test('that is unsound is refused by its step', async () => {
    const steps = STEPS.map((step) => (step.code === 'courteous' ? { ...step, offsetDays: -7 } : step));
    const { status, body } = await ask('PUT', '/scenarios/standard', { name: 'Standard', steps, version: 1 });
    expect([status, body.code, body.facts.rank]).toEqual([422, 'scenario_invalid', 2]);
  });

  test('saved is a new version; what was done keeps its place, so that nothing leaves twice', async () => {
    const steps = LATER.filter((step) => step.code !== 'notice');
    const saved = await ask('PUT', '/scenarios/standard', { name: 'Standard', steps, version: 1 });
    expect([saved.status, saved.body.version]).toEqual([200, 2]);
    const { rows } = await withOrg(database.db, portfolio.orgId, (tx) =>
      sql<{ rank: number; step: string }>`SELECT rank, step FROM receivable_levels ORDER BY rank`.execute(tx),
    );
    // firm, third of the old ladder, is second of the new one: call comes next, not letter
    expect(rows.at(-1)).toEqual({ rank: 2, step: 'firm' });
    const conflict = await ask('PUT', '/scenarios/standard', { name: 'Standard', steps, version: 1 });
    expect([conflict.status, conflict.body.code]).toEqual([409, 'version_conflict']);
    const { body } = await ask('GET', '/scenarios/standard/versions');
    expect(body.items.map((each: { version: number; steps: unknown[] }) => [each.version, each.steps.length])).toEqual([
      [2, 6],
      [1, 7],
    ]);
    expect(body.items[0].editedBy).toBe('Le admin');
  });

  test('is given to a segment once its effect was seen', async () => {
    const assignment = { segments: ['grands comptes'], isDefault: false };
    const effect = await ask('POST', '/scenarios/strict/assignment/effect', assignment);
    expect(effect.body).toMatchObject({ receivables: 1, customers: 1 });
    const done = await ask('PUT', '/scenarios/strict/assignment', assignment);
    expect(done.body).toMatchObject({ customers: 1, segments: ['grands comptes'], isDefault: false });
    expect(done.body.followers).toEqual([{ by: 'segment', segment: 'grands comptes', customers: 1, receivables: 1 }]);
  });

  test('is archived when nobody is on it, and comes back', async () => {
    const used = await ask('PUT', '/scenarios/strict/archive', { archived: true });
    expect([used.status, used.body.code, used.body.facts.customers]).toEqual([409, 'scenario_in_use', 1]);
    const put = (archived: boolean) => ask('PUT', '/scenarios/trusted/archive', { archived });
    expect((await put(true)).body.active).toBe(false);
    expect((await put(false)).body.active).toBe(true);
    expect((await ask('PUT', '/scenarios/nothing/archive', { archived: true })).status).toBe(404);
  });

  test('is read but not changed by a collector', async () => {
    expect((await ask('GET', '/scenarios', undefined, 'collector')).status).toBe(200);
    expect((await ask('POST', '/scenarios/simulation', { days: 7 }, 'collector')).status).toBe(200);
    const order = { name: 'Standard', steps: STEPS, version: 2 };
    expect((await ask('PUT', '/scenarios/standard', order, 'collector')).status).toBe(403);
    const test = { tone: 'firm', channel: 'email', language: 'fr', audience: 'business', subject: 'x', body: 'x' };
    expect((await ask('POST', '/templates/test', test, 'collector')).status).toBe(403);
  });
});

describe('a text', () => {
  const which = { tone: 'courteous', channel: 'email', language: 'fr', audience: 'business' };
  const path = '/templates/courteous/email/fr/business';

  test('offers its fields and the shipped words', async () => {
    const { body } = await ask('GET', path);
    expect(body.template).toMatchObject({ version: 0, isShipped: true });
    expect(body.shipped.body).toBe(body.template.body);
    expect(body.fields).toContainEqual(
      expect.objectContaining({ field: 'to_pay', fr: expect.any(String), kind: 'text' }),
    );
  });

  test('at fault is told by line and column', async () => {
    const text = { subject: 'Rappel', body: 'Bonjour,\n\nIl reste {{ to_pai }}.' };
    const { body } = await ask('POST', '/templates/validate', { ...which, ...text });
    // "Il reste {{ " is twelve characters long
    expect(body.problems).toEqual([{ part: 'body', code: 'unknown_field', line: 3, column: 13, seen: 'to_pai' }]);
  });

  test('is previewed in both languages, on an example and on a customer, as a mail and as a letter', async () => {
    for (const name of [
      which,
      { ...which, language: 'en' },
      { ...which, tone: 'formal', channel: 'registered_letter' },
    ])
      for (const customer of [{}, { customerId: 2 }]) {
        const text = { subject: 'Rappel', body: 'Merci de payer {{ to_pay }}.' };
        const { status, body } = await ask('POST', '/templates/preview', { ...name, ...text, ...customer });
        expect([name, customer, status, body.detail ?? '']).toEqual([name, customer, 200, '']);
        expect(name.channel === 'email' ? body.html : body.pdf).toBeTruthy();
      }
  });

  test('keeps its versions, and is as shipped again once its words are', async () => {
    const shipped = (await ask('GET', path)).body.shipped;
    const first = await ask('PUT', path, { subject: 'Rappel', body: 'Il reste {{ to_pay }}.', version: 0 });
    expect(first.body).toMatchObject({ version: 1, isShipped: false });
    const back = await ask('PUT', path, { ...shipped, version: 1 });
    expect(back.body).toMatchObject({ version: 2, isShipped: true });
    const { body } = await ask('GET', `${path}/versions`);
    expect(body.items.map((each: { version: number }) => each.version)).toEqual([2, 1]);
  });

  test('is tested on oneself alone, marked, in test mode too, with a line in the journal', async () => {
    const text = { subject: 'Rappel <b>', body: 'Il reste {{ to_pay }} à {{ customer.name }}.' };
    const without = await ask('POST', '/templates/test', { ...which, ...text, customerId: 2 });
    expect(without.body.code).toBe('mail_sender_missing');
    await withOrg(database.db, portfolio.orgId, (tx) =>
      sql`UPDATE companies SET letterhead = '{"email":"compta@vauban.example"}'::jsonb`.execute(tx),
    );
    const sent = await ask('POST', '/templates/test', { ...which, ...text, customerId: 2 });
    expect([sent.status, sent.body]).toEqual([200, { to: 'admin@test.fr' }]);
    expect(mails.raw).toHaveLength(1);
    expect(mails.raw[0]).toMatch(/^Subject: \[TEST\] Rappel <b>/m);
    expect(mails.raw[0]).toMatch(/^To: .*admin@test\.fr/m);
    expect(mails.raw[0]!.split('Content-Type: text/html')[1]).not.toContain('<script>');
    const { body } = await ask('GET', '/journal?search=template.tested');
    expect(body.total).toBe(1);
  });

  test('a server that refuses is said in its words', async () => {
    mails.manners.recipient = () => Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    const { status, body } = await ask('POST', '/templates/test', { ...which, subject: 'x', body: 'x' });
    expect([status, body.code]).toEqual([409, 'test_not_sent']);
    expect(body.detail).toContain('no such mailbox');
  });
});
