// Going live by segment, over the mail server the company set itself: only live customers' e-mails reach it, and no secret is ever shown.
import { createLetterRenderer } from '@quittance/adapters/letters-pdf';
import { createMailAccounts } from '@quittance/adapters/mail-accounts';
import { createMessageRenderer } from '@quittance/adapters/messages';
import { createTemplateEngine } from '@quittance/adapters/templates-liquid';
import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import {
  forgetMailSettings,
  readMailSettings,
  saveMailSettings,
  sendTestMail,
  type TypedMailSettings,
  verifyMailSettings,
} from '@quittance/usecases/channels';
import { setLive } from '@quittance/usecases/companies';
import { previewLive, runReminders } from '@quittance/usecases/reminders';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeRenderer, type MailServer, openMailServer, PostOffice, refusal } from './post/post-office.ts';

const SECRET = 'motdepasse-tres-secret';
const letters = createLetterRenderer();
const renderer = createMessageRenderer({ engine: createTemplateEngine(), letters });
const timeouts = { connect: 2_000, greeting: 2_000, answer: 2_000 };

let database: TestDatabase;
let server: MailServer;
let accounts: ReturnType<typeof createMailAccounts>;
let offices = 0;
beforeAll(async () => {
  database = await testDatabase();
  accounts = createMailAccounts('la clé d’un dossier de données, assez longue', { timeouts });
});
afterAll(async () => {
  await accounts.close();
  await letters.close();
  await closeRenderer();
  await database.close();
});
beforeEach(async () => {
  server = await openMailServer();
});
afterEach(() => server.close());

/** A company in test mode, with a customer in each of two segments and one in none. */
async function open() {
  offices += 1;
  const post = await PostOffice.open(database.db, `segments-${offices}`, server.port);
  await post.sql(sql`UPDATE companies SET test_mode = true WHERE org_id = current_org()`);
  for (const ref of ['C1', 'C2', 'C3']) await post.debtor(ref);
  await post.sql(sql`UPDATE customers SET segment = CASE ref WHEN 'C1' THEN 'PME' WHEN 'C2' THEN 'Public' END`);
  return post;
}

const typed = (more: Partial<TypedMailSettings> = {}): TypedMailSettings => ({
  host: '127.0.0.1',
  port: server.port,
  security: 'none',
  user: null,
  perSecond: 0,
  fromName: 'Relances Vauban',
  fromAddress: 'relances@vauban.example',
  replyTo: 'compta@vauban.example',
  ...more,
});

const save = (post: PostOffice, more: Partial<TypedMailSettings> = {}) =>
  saveMailSettings(post.context, { accounts, companyId: post.companyId, typed: typed(more) });

const test = (post: PostOffice) =>
  sendTestMail(
    post.context,
    { renderer, mail: null, accounts },
    {
      companyId: post.companyId,
      on: post.on,
      to: { name: 'Camille', address: 'camille@vauban.example' },
      language: 'fr',
    },
  );

const run = (post: PostOffice) =>
  runReminders(
    post.context,
    { renderer, mail: null, accounts, worker: 1 },
    { companyId: post.companyId, on: post.on, approve: 'all' },
  );

const goLive = (post: PostOffice, segments: readonly string[], all = false) =>
  setLive(post.context, post.companyId, { all, segments, mail: null });

describe('going live', () => {
  it('is refused without a mail server, then without a test that went well', async () => {
    const post = await open();
    expect(await goLive(post, ['PME'])).toEqual({ ok: false, refusal: { code: 'mail_server_missing' } });
    await save(post);
    expect(await goLive(post, ['PME'])).toEqual({ ok: false, refusal: { code: 'mail_not_tested' } });
    server.manners.recipient = () => refusal(550, '5.1.1 no such user');
    expect(await test(post)).toMatchObject({ ok: true, value: { code: 'mailbox_unknown' } });
    expect(await goLive(post, ['PME'])).toMatchObject({ ok: false });
    server.manners.recipient = () => null;
    expect(await test(post)).toMatchObject({ ok: true, value: { code: null, to: 'camille@vauban.example' } });
    expect(await goLive(post, ['PME'])).toMatchObject({ ok: true, value: { testMode: true, liveSegments: ['PME'] } });
  });

  it('for one segment, sends that segment’s e-mails alone; then all', async () => {
    const post = await open();
    await save(post);
    await test(post);
    await goLive(post, ['PME']);
    expect(await run(post)).toMatchObject({ planned: 3, sent: 3 });
    expect(server.raw).toHaveLength(2); // the test to oneself, and C1
    expect(server.raw[0]).toMatch(/^To: "?Camille"? <camille@vauban\.example>/m);
    expect(server.raw[1]).toMatch(/^To: .*<c1@/im);
    expect(server.raw[1]).toMatch(/^From: "?Relances Vauban"? <relances@vauban\.example>/m);
    expect(server.raw[1]).toMatch(/^Reply-To: compta@vauban\.example/m);
    const flags = await post.sql<{ text: string }>(sql`
      SELECT c.ref || ' ' || a.test AS text FROM actions a JOIN customers c USING (org_id, customer_id)
      WHERE a.org_id = current_org() ORDER BY 1`);
    expect(flags.map(({ text }) => text)).toEqual(['C1 false', 'C2 true', 'C3 true']);
    // The day after all go live, the rehearsals of C2 and C3 count for nothing: their first reminder really leaves.
    await goLive(post, [], true);
    post.pass();
    await run(post);
    expect(server.raw.slice(2).map((raw) => /^To: .*<(c\d)@/im.exec(raw)?.[1])).toEqual(
      expect.arrayContaining(['c2', 'c3']),
    );
    expect(server.raw).toHaveLength(4);
  });

  it('for customers without a segment leaves the others in test mode; back to test stops all', async () => {
    const post = await open();
    await save(post);
    await test(post);
    await goLive(post, ['']);
    await goLive(post, []);
    await run(post);
    expect(server.raw).toHaveLength(1);
  });

  it('outside the sending hours, rehearses the others and lets the live ones wait', async () => {
    const post = await open();
    await save(post);
    await test(post);
    await goLive(post, ['PME']);
    post.hour = 23;
    expect(await run(post)).toMatchObject({ sent: 2 });
    expect(server.raw).toHaveLength(1);
    expect(await post.told()).toEqual([
      'email courteous C1 queued',
      'email courteous C2 sent',
      'email courteous C3 sent',
    ]);
  });

  it('is shown before it happens, segment by segment', async () => {
    const post = await open();
    const asked = { companyId: post.companyId, on: post.on };
    const shown = await previewLive(post.context, { mail: null }, asked);
    expect(shown.mail).toBe('missing');
    expect(shown.segments.map(({ segment, customers, actions }) => [segment, customers, actions.length])).toEqual([
      ['', 1, 1],
      ['PME', 1, 1],
      ['Public', 1, 1],
    ]);
  });
});

describe('the password', () => {
  it('is in no journal, no answer and no readable column', async () => {
    const post = await open();
    await save(post, { user: 'relances', password: SECRET });
    await verifyMailSettings(post.context, {
      accounts,
      companyId: post.companyId,
      typed: typed({ user: 'relances', password: SECRET }),
    });
    await test(post);
    const shown = await readMailSettings(post.context, post.companyId);
    expect(shown).toMatchObject({ hasPassword: true, own: { user: 'relances' } });
    const rows = await withOrg(database.db, post.orgId, async (tx) => [
      ...(await sql`SELECT row_to_json(e) AS row FROM events e`.execute(tx)).rows,
      ...(await sql`SELECT row_to_json(s) AS row FROM channel_settings s`.execute(tx)).rows,
    ]);
    const all = JSON.stringify([shown, rows]);
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain(Buffer.from(SECRET).toString('hex'));
    expect(all).not.toContain(Buffer.from(SECRET).toString('base64'));
  });

  it('stays for the same server and user, and is never offered to another', async () => {
    const post = await open();
    await save(post, { user: 'relances', password: SECRET });
    await save(post, { user: 'relances', fromName: 'Autre nom' });
    expect((await readMailSettings(post.context, post.companyId)).hasPassword).toBe(true);
    await save(post, { user: 'relances', host: 'mail.ailleurs.example', security: 'tls' });
    expect((await readMailSettings(post.context, post.companyId)).hasPassword).toBe(false);
  });

  it('goes with the settings that are given up', async () => {
    const post = await open();
    await save(post, { user: 'relances', password: SECRET });
    await forgetMailSettings(post.context, post.companyId);
    expect(await readMailSettings(post.context, post.companyId)).toEqual({ own: null, hasPassword: false, test: null });
  });

  it('does not leave in clear for another machine', async () => {
    const post = await open();
    expect(await save(post, { host: 'mail.ailleurs.example', user: 'relances', password: SECRET })).toEqual({
      ok: false,
      refusal: { code: 'mail_not_encrypted' },
    });
  });
});

describe('a trial connection', () => {
  const verify = (post: PostOffice, more: Partial<TypedMailSettings>) =>
    verifyMailSettings(post.context, { accounts, companyId: post.companyId, typed: typed(more) });

  it('says that all is well, or what is wrong', async () => {
    const post = await open();
    expect(await verify(post, {})).toMatchObject({ ok: true, value: { ok: true, secure: false } });
    expect(await verify(post, { host: 'introuvable.invalid', security: 'tls' })).toMatchObject({
      ok: true,
      value: { ok: false, code: 'dns' },
    });
    const { port } = server;
    await server.close();
    expect(await verify(post, { port })).toMatchObject({ ok: true, value: { ok: false, code: 'unreachable' } });
    server = await openMailServer(port);
  });
});
