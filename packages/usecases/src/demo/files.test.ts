// The demo's files, read by the product's own readers: every line, no error, nothing odd.
import { day } from '@quittance/core/kernel';
import { readCsv } from '@quittance/formats/csv';
import { type FecSummary, readFec, readFecFileName } from '@quittance/formats/fec';
import { expect, test } from 'vitest';
import { buildDemoPortfolio } from './index.ts';

const portfolio = buildDemoPortfolio(day('2026-11-25'));
const books = portfolio.files.filter((file) => file.kind === 'fec');

const read = async (content: string): Promise<{ summary: FecSummary; errors: unknown[] }> => {
  const reading = readFec([Buffer.from(content)]);
  const errors: unknown[] = [];
  for await (const batch of reading.batches) errors.push(...batch.errors);
  const outcome = reading.outcome();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return { summary: outcome.value, errors };
};

test.each(books)('$name is read whole', async ({ name, content }) => {
  const { summary, errors } = await read(content);
  expect(errors).toEqual([]);
  expect(summary.lines).toBe(content.trimEnd().split('\r\n').length - 1);
  expect([summary.unreadable, summary.unbalancedCount, summary.notes]).toEqual([0, 0, []]);
  expect(summary.debitCents).toBe(summary.creditCents);
  expect(readFecFileName(name)).not.toBeNull();
});

test.each(['customers', 'contacts', 'invoices', 'payments'] as const)('the CSV of %s is read whole', async (kind) => {
  const { content } = portfolio.files.find((file) => file.kind === `csv-${kind}`)!;
  const reading = readCsv(kind, [Buffer.from(content)]);
  const errors: unknown[] = [];
  let rows = 0;
  for await (const batch of reading.batches) {
    errors.push(...batch.errors);
    rows += batch.rows.length;
  }
  const outcome = reading.outcome();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  expect(errors).toEqual([]);
  expect(rows).toBe(content.trimEnd().split('\n').length - 1);
  expect([outcome.value.unused, outcome.value.notes]).toEqual([[], []]);
});
