// Situations 19 and 21 to 23: documents, interest, sums and penalties of a message. In 2025, 3 March is a Monday.
import { createHash } from 'node:crypto';
import type { Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inOrganization } from '../../src/context/index.ts';
import { keepFile } from '../../src/files/index.ts';
import { interestOfInvoice } from '../../src/penalties/index.ts';
import { onStage } from '../on-stage.ts';
import type { Stage } from '../stage.ts';

const open = onStage();

async function document(stage: Stage, number: string, bytes: number): Promise<void> {
  const content = Buffer.alloc(bytes, number);
  const file = { name: `scan of ${number}`, mediaType: 'application/pdf', content };
  const sha256 = await inOrganization(stage.context, (tx) => keepFile(tx, file));
  await stage.sql(
    sql`UPDATE invoices SET document_sha256 = ${sha256} WHERE org_id = current_org() AND number = ${number}`,
  );
}

describe('19: the debtor never received the invoice', () => {
  it('its PDF goes with the reminder, byte for byte, under its number', async () => {
    const stage = await open('2025-03-10');
    await stage.goLive();
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F/2025 01', '2025-03-03');
    await stage.owed(customer, 'F2', '2025-03-03');
    await document(stage, 'F/2025 01', 5_000);
    await stage.run();
    expect(stage.views[0]!.attachments).toEqual(['F-2025-01.pdf']);
    const sent = stage.mails[0]!.attachments;
    expect(sent.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['F-2025-01.pdf', 'application/pdf'],
    ]);
    const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
    expect(hash(sent[0]!.content)).toBe(hash(Buffer.alloc(5_000, 'F/2025 01')));
  });
  it('ten megabytes at most go together; what is left out is named in the journal', async () => {
    const stage = await open('2025-03-10');
    await stage.goLive();
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    for (const [number, bytes] of [
      ['F1', 6_000_000],
      ['F2', 5_000_000],
      ['F3', 3_000_000],
    ] as const) {
      await stage.owed(customer, number, '2025-03-03');
      await document(stage, number, bytes);
    }
    await stage.run();
    expect(stage.mails[0]!.attachments.map((file) => file.filename)).toEqual(['F1.pdf', 'F3.pdf']);
    const [event] = await stage.sql<{ payload: string }>(
      sql`SELECT payload FROM events WHERE org_id = current_org() AND kind = 'action.sent'`,
    );
    expect(JSON.parse(event!.payload)).toMatchObject({ attached: ['F1.pdf', 'F3.pdf'], tooHeavy: ['F2'] });
  });
  it('a step that does not ask for it sends none', async () => {
    const stage = await open('2025-02-26'); // −5: the notice
    await stage.goLive();
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2025-03-03');
    await document(stage, 'F1', 5_000);
    await stage.run();
    expect(stage.mails[0]!.attachments).toEqual([]);
  });
});

it('21: three partial payments over two half-years: interest by segment of open amount and rate, to the cent', async () => {
  const stage = await open('2025-10-01');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivable = await stage.owed(customer, 'F1', '2025-04-30', 100_000);
  await stage.portfolio.pay({ customer, receivable, on: '2025-05-31', cents: 20_000 });
  await stage.portfolio.pay({ customer, receivable, on: '2025-07-15', cents: 30_000 });
  await stage.portfolio.pay({ customer, receivable, on: '2025-09-30', cents: 50_000 });
  const interest = await interestOfInvoice(stage.context, { companyId: stage.companyId, number: 'F1', on: stage.on });
  // ECB 3.15 % then 2.15 %, + 10 points:
  // 1 000 × 13.15 % × 31/365 = 11.17 · 800 × 13.15 % × 30/365 = 8.65 · 800 × 12.15 % × 15/365 = 3.99 · 500 × 12.15 % × 77/365 = 12.82
  expect(interest).toMatchObject({
    ok: true,
    value: {
      statement: {
        segments: [{ interestCents: 1_117 }, { interestCents: 865 }, { interestCents: 399 }, { interestCents: 1_282 }],
        ...{ interestCents: 3_663, fixedFeeCents: 4_000, totalCents: 7_663 },
      },
    },
  });
});

it('22: several invoices in one claim: the lines, less the credits, are the total, at every message', async () => {
  const stage = await open('2025-02-24');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const amounts = [1, 99, 100_001, 33_333, 66_667, 12_345];
  for (const [n, cents] of amounts.entries()) await stage.owed(customer, `F${n}`, `2025-03-0${n + 3}`, cents);
  await stage.live(60, async (on) => {
    if (on === '2025-03-20') await stage.portfolio.creditNote({ customer, number: 'A1', issuedOn: on, cents: 7_777 });
  });
  expect(stage.views.length).toBeGreaterThan(4);
  for (const view of stage.views) {
    const lines = view.lines.reduce((sum, line) => sum + line.openCents, 0);
    const credits = view.credits.reduce((sum, credit) => sum + credit.cents, 0);
    expect(lines - credits, `${view.on} ${view.channel}`).toBe(view.totalCents);
    if (view.penalties.mode === 'none') continue;
    expect(view.penalties.interestCents + view.penalties.fixedFeeCents).toBe(view.penalties.totalCents);
  }
});

it('23: penalties stand in the message that speaks of them; the invoice itself never changes', async () => {
  const stage = await open('2025-02-24');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(customer, 'F1', '2025-03-03');
  await stage.live(55); // through the formal notice of Thursday 17 April
  const shown = stage.views.map((view) => [view.on as Day, view.tone, view.penalties.mode, view.totalCents]);
  expect(shown).toEqual([
    ['2025-02-26', 'notice', 'none', 120_000],
    ['2025-03-10', 'courteous', 'none', 120_000],
    ['2025-03-18', 'firm', 'none', 120_000],
    ['2025-03-21', 'firm', 'none', 120_000], // the call
    ['2025-04-02', 'last_warning', 'shown', 120_000],
    ['2025-04-17', 'formal', 'shown', 120_000],
  ]);
  // 1 200 × 13.15 % × 45/365 = 19.45, and 40 €
  expect(stage.views.at(-1)!.penalties).toMatchObject({
    interestCents: 1_945,
    fixedFeeCents: 4_000,
    fixedFeeCount: 1,
    totalCents: 5_945,
  });
  expect(await stage.sql(sql`SELECT gross_cents, open_cents FROM receivables WHERE org_id = current_org()`)).toEqual([
    { gross_cents: 120_000, open_cents: 120_000 },
  ]);
});
