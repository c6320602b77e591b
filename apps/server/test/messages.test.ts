// Messages as they really leave, word for word: the whole in the debtor's language (situation 15), penalties where they are spoken of
// (situation 23), documents named and attached (situation 19).
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Day, day } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeRenderer, type MailServer, openMailServer, PostOffice } from './post/post-office.ts';

let database: TestDatabase;
let server: MailServer;
beforeAll(async () => {
  database = await testDatabase();
  server = await openMailServer();
});
afterAll(async () => {
  await closeRenderer();
  await server.close();
  await database.close();
});

type Said = Readonly<{ on: Day; channel: string; tone: string; subject: string; text: string; html: string | null }>;

const said = (post: PostOffice): Promise<Said[]> =>
  post.sql<Said>(sql`
    SELECT a.done_on AS "on", a.channel, a.tone, m.subject, m.text_body AS text, m.html_body AS html
    FROM actions a JOIN messages m USING (org_id, action_id) WHERE org_id = current_org() AND a.state = 'sent' ORDER BY a.action_id`);

/** Lives through the ladder of an invoice due on Monday 3 March 2025. */
async function throughLadder(name: string, language: 'fr' | 'en'): Promise<Said[]> {
  const post = await PostOffice.open(database.db, name, server.port);
  const customer = await post.portfolio.customer({ ref: 'C1', name: 'Hartley & Sons', language });
  const terms = [{ dueOn: '2025-03-03', cents: 120_000 }];
  await post.portfolio.invoice({ customer, number: 'F-2025-01', issuedOn: '2025-01-30', terms });
  for (const on of ['2025-02-26', '2025-03-10', '2025-03-18', '2025-03-21', '2025-04-02', '2025-04-17', '2025-05-02']) {
    post.on = day(on);
    expect(await post.run(), on).toMatchObject({ sent: 1, failed: 0 });
  }
  return said(post);
}

/** With ordinary spaces. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

const FRENCH = /\b(?:facture|échéance|montant|règlement|retard|Bonjour|mars|avril|restant|payer)\b|\d,\d\d\s?€/i;
const ENGLISH = /\b(?:invoice|amount|payment|overdue|Dear|March|April|outstanding|regards)\b|€\d/i;

describe('15: the whole ladder in one language, whoever the company is', () => {
  it.each([
    { language: 'en' as const, other: FRENCH, amount: '€1,200.00', date: '3 March 2025', formal: /^FORMAL NOTICE/ },
    {
      language: 'fr' as const,
      other: ENGLISH,
      amount: '1 200,00 €',
      date: '3 mars 2025',
      formal: /^MISE EN DEMEURE/,
    },
  ])('$language: subjects, texts, tables, dates and amounts', async ({ language, other, amount, date, formal }) => {
    const all = await throughLadder(language, language);
    expect(all.map((each) => each.channel)).toEqual([
      'email',
      'email',
      'email',
      'call',
      'letter',
      'registered_letter',
      'task',
    ]);
    // the decision at the end is read by a colleague, in the company's language
    expect(all.at(-1)!.subject).toMatch(/^Décider de la suite/);
    for (const { on, subject, text, html } of all.filter((each) => each.channel !== 'task')) {
      expect(subject, on).not.toMatch(other);
      expect(text, on).not.toMatch(other);
      expect((html ?? '').replace(/<style>.*?<\/style>|<[^>]*>/gs, ' '), on).not.toMatch(other);
      expect(subject + text, on).toMatch(/\d/);
    }
    const mails = all.filter((each) => each.channel === 'email');
    for (const { html } of mails) expect(html).toContain(`<html lang="${language}"`);
    expect(plain(mails[1]!.text)).toContain(amount);
    expect(plain(mails[1]!.text)).toContain(date);
    expect(all[5]!.subject).toMatch(formal);
  });
});

it('23: penalties stand in the message that speaks of them, apart from the total', async () => {
  const post = await PostOffice.open(database.db, 'penalties', server.port);
  const customer = await post.portfolio.customer({ ref: 'C1', address: false }); // so the last warning is an e-mail
  const terms = [{ dueOn: '2025-03-03', cents: 120_000 }];
  await post.portfolio.invoice({ customer, number: 'F1', issuedOn: '2025-01-30', terms });
  for (const on of ['2025-02-26', '2025-03-10', '2025-03-18', '2025-03-21', '2025-04-02']) {
    post.on = day(on);
    await post.run();
  }
  const all = await said(post);
  expect(all.map((each) => each.tone)).toEqual(['notice', 'courteous', 'firm', 'firm', 'last_warning']);
  // 1 200 × 13.15 % × 30/365 = 12.97, and 40 €
  expect(plain(all[4]!.text)).toContain('12,97 €');
  expect(plain(all[4]!.text)).toContain('40,00 €');
  expect(plain(all[4]!.text)).toContain('1 200,00 €');
  for (const earlier of all.slice(0, 4)) expect(plain(earlier.text)).not.toMatch(/12,97|52,97/);
});

it('19: the invoice is announced in the text and travels with it, byte for byte', async () => {
  const post = await PostOffice.open(database.db, 'documents', server.port);
  await post.debtor('C1');
  const content = Buffer.from('%PDF-1.7 an invoice');
  const sha256 = createHash('sha256').update(content).digest('hex');
  await post.sql(
    sql`INSERT INTO files (sha256, name, media_type, bytes) VALUES (${sha256}, 'a.pdf', 'application/pdf', ${content.length})`,
  );
  await post.sql(sql`INSERT INTO file_pieces (sha256, piece, content) VALUES (${sha256}, 0, ${gzipSync(content)})`);
  await post.sql(sql`UPDATE invoices SET document_sha256 = ${sha256} WHERE org_id = current_org()`);
  const before = server.raw.length;
  expect(await post.run()).toMatchObject({ sent: 1 });
  expect((await said(post))[0]!.text).toContain('la facture est jointe');
  const mail = server.raw[before]!;
  expect(mail).toMatch(/filename="?F-C1\.pdf"?/);
  expect(mail).toContain(content.toString('base64'));
});
