// The demo's played past is what its stories define: each step told is done and no other, each agreement stands, and 411 ties.
import { STANDARD, TRUSTED } from '@quittance/core/dunning';
import { addDays, type Currency, day, ok } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLedgerTie } from '../../ageing/ledger-tie.ts';
import { clockAt } from '../../ports/index.ts';
import type { SetUpDone } from '../../users/index.ts';
import { buildDemoPortfolio } from '../build-demo-portfolio.ts';
import { DEMO_NOTES, DEMO_TEAM } from '../people/team.ts';
import { fecs, isCustomerLine, seen, sum } from '../read-back.ts';
import { setUpDemo } from '../set-up-demo.ts';
import { STORIES } from '../stories/all-stories.ts';
import { AGREEMENTS } from './agree.ts';
import type { HistoryPorts } from './moment.ts';

const TODAY = day('2026-11-25');
const portfolio = buildDemoPortfolio(TODAY);
const clock = clockAt(new Date(`${TODAY}T09:00:00Z`));
const PDF = new TextEncoder().encode('%PDF-1.7');
const rendered = async () => ({ pdf: PDF, pages: 1 });

/** The outside, as plain as it can be: words that name nothing, papers of one page, no mail server. */
const ports: HistoryPorts = {
  delivery: {
    renderer: {
      renderMessage: async ({ channel }) => {
        const [subject, text] = ['Objet', 'Texte'];
        if (channel === 'email') return ok({ kind: 'email', subject, text, html: '<p>Texte</p>', images: [] });
        if (channel !== 'letter' && channel !== 'registered_letter') return ok({ kind: 'script', subject, text });
        return ok({ kind: 'letter', subject, pdf: PDF, pages: 1, registered: channel === 'registered_letter' });
      },
    },
    mail: null,
    worker: 1,
  },
  printer: { buildBatch: async () => ({ pdf: PDF, pages: 1, firstPages: [], postageCsv: '' }) },
  letters: { renderLetter: rendered, renderStatement: rendered, close: async () => {} },
};

let database: TestDatabase;
let scope: SetUpDone;

beforeAll(async () => {
  database = await testDatabase();
  const user = {
    name: 'Anna',
    email: 'anna@quittance.example',
    password: 'une longue phrase de test',
    language: 'fr',
  } as const;
  const place = { db: database.db, clock, actor: 'setup' };
  const done = await setUpDemo(place, async () => 'hash', { user, history: ports });
  if (!done.ok) throw new Error(done.refusal.code);
  scope = done.value;
}, 240_000);
afterAll(() => database.close());

const lines = async (query: RawBuilder<{ text: string }>): Promise<string[]> => {
  const { rows } = await withOrg(database.db, scope.orgId, (tx) => query.execute(tx));
  return rows.map(({ text }) => text);
};
const storyRefs = portfolio.story.map(({ customerRef }) => customerRef);
const refOf = (key: string): string => portfolio.story.find((story) => story.key === key)!.customerRef;

describe('steps', () => {
  test('told of a story are done, each once, and no other', async () => {
    const done = await lines(sql`
      SELECT c.ref || ' ' || i.number || ' ' || l.rank AS text FROM receivable_levels l
      JOIN receivables r ON r.org_id = l.org_id AND r.receivable_id = l.receivable_id
      JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
      JOIN customers c ON c.org_id = r.org_id AND c.customer_id = r.customer_id
      WHERE c.ref = ANY(${storyRefs})`);
    const told = portfolio.pastSteps.map((step) => `${step.customerRef} ${step.invoiceNumber} ${step.rank}`);
    expect(done.sort()).toEqual(told.sort());
  });

  test.each(STORIES.filter(({ key }) => key.startsWith('rung_')))(
    '$key: every message spoke of the whole invoice',
    async ({ key, invoices }) => {
      const [invoice] = invoices!;
      const sent = await lines(sql`
      SELECT concat_ws(' ', a.rank, a.channel, a.total_cents, i.number, t.cents) AS text FROM actions a
      JOIN customers c ON c.org_id = a.org_id AND c.customer_id = a.customer_id
      JOIN action_items t ON t.org_id = a.org_id AND t.action_id = a.action_id
      JOIN receivables r ON r.org_id = t.org_id AND r.receivable_id = t.receivable_id
      JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
      WHERE c.ref = ${refOf(key)} AND a.state = 'sent' ORDER BY a.rank`);
      const cents = Math.round(invoice!.euros * 100);
      const number = seen(portfolio, key).invoices[0]!.invoice_number;
      const ladder = STANDARD.steps;
      const told = (invoice!.steps ?? []).map(
        ({ rank }) => `${rank} ${ladder[rank - 1]!.channel} ${cents} ${number} ${cents}`,
      );
      expect(sent).toEqual(told);
    },
  );

  test('left to the test outbox alone', async () => {
    expect(await lines(sql`SELECT action_id::text AS text FROM actions WHERE state = 'sent' AND NOT test`)).toEqual([]);
  });
});

describe('what people agreed', () => {
  test('each stands on its invoice, for its days and amount', async () => {
    const held = await lines(sql`
      SELECT concat_ws(' ', c.ref, i.number, h.reason, h.cents, h.from_on, h.until_on, h.note) AS text FROM holds h
      JOIN customers c ON c.org_id = h.org_id AND c.customer_id = h.customer_id
      JOIN receivables r ON r.org_id = h.org_id AND r.receivable_id = h.receivable_id
      JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
      WHERE c.ref = ANY(${AGREEMENTS.map(({ key }) => refOf(key))})`);
    const agreed = AGREEMENTS.map(({ key, invoice, reason, cents, from, until, note }) => {
      const number = portfolio.story.find((story) => story.key === key)!.invoiceNumbers[invoice];
      const days = [from, until].flatMap((offset) => (offset === null ? [] : [addDays(TODAY, offset)]));
      return [refOf(key), number, reason, ...(cents === null ? [] : [cents]), ...days, note].join(' ');
    });
    expect(held.sort()).toEqual(agreed.sort());
  });

  test('two papers are kept, the colleagues and their notes are there, the trusted ladder waits five days longer at its end', async () => {
    const papers = await lines(sql`SELECT c.ref || ' ' || d.kind AS text FROM customer_documents d
      JOIN customers c ON c.org_id = d.org_id AND c.customer_id = d.customer_id ORDER BY d.document_id`);
    expect(papers).toEqual([`${refOf('rung_decide')} correspondence`, `${refOf('six_same_week')} delivery_note`]);
    expect(await lines(sql`SELECT text FROM notes ORDER BY note_id`)).toEqual(DEMO_NOTES);
    const users = await lines(sql`SELECT user_id::text AS text FROM members`);
    expect(users).toHaveLength(DEMO_TEAM.length + 1);
    const ends = await lines(sql`SELECT version || ' ' || (steps -> -1 ->> 'offsetDays') AS text FROM scenarios
      WHERE code = 'trusted' ORDER BY version`);
    const end = TRUSTED.steps.at(-1)!.offsetDays;
    expect(ends).toEqual([`1 ${end}`, `2 ${end + 5}`]);
  });
});

test('the ledger ties to 411 and 416 of the last books, to the cent', async () => {
  const context = { db: database.db, orgId: scope.orgId, actor: 'test', clock };
  const tie = await withOrg(database.db, scope.orgId, (tx) =>
    readLedgerTie(tx, context, { companyId: scope.companyId, currency: 'EUR' as Currency }),
  );
  expect(tie).toMatchObject({ differenceCents: 0, ledgerCents: sum(fecs(portfolio).at(-1)!.filter(isCustomerLine)) });
});
