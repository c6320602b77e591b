// The printed balance: sums carried from page to page, one page for so many rows, names of any length on one line.
import { bucketsOf } from '@quittance/core/ageing';
import { day } from '@quittance/core/kernel';
import type { BalancePrint } from '@quittance/usecases/ports';
import { afterAll, expect, test } from 'vitest';
import { balanceModel, ROWS_PER_PAGE } from './balance-model.ts';
import { createLetterRenderer } from './letter-renderer.ts';

const renderer = createLetterRenderer({ threads: 1 });
afterAll(() => renderer.close());

const cut = bucketsOf([30]);
if (!cut.ok) throw new Error('bounds');

/** `count` customers who owe 100,00 € late and 1,00 € not due each, and have 0,50 € of credits. */
const printOf = (count: number, more: Partial<BalancePrint> = {}): BalancePrint => ({
  company: 'Menuiserie Delorme',
  on: day('2026-03-31'),
  currency: 'EUR',
  language: 'fr',
  by: 'customer',
  buckets: cut.value,
  filters: [],
  rows: Array.from({ length: count }, (_, i) => ({
    ref: `C${i}`,
    name:
      i === 1
        ? 'Société des établissements réunis de menuiserie, charpente et agencement du Grand Ouest et de la Loire'
        : `Client ${i}`,
    customers: 1,
    amounts: [100, 0, 10_000, -50, 10_050],
    heldCents: i === 0 ? 10_000 : 0,
  })),
  totals: [100, 0, 10_000, -50, 10_050].map((amount) => amount * count),
  heldCents: 10_000,
  tie: { on: day('2026-03-30'), ledgerCents: 10_050 * count, differenceCents: 0 },
  ...more,
});

test('sums are carried out of a page and into the next', () => {
  const { pages, total } = balanceModel(printOf(ROWS_PER_PAGE + 1));
  expect(pages.map((page) => page.rows.length)).toEqual([ROWS_PER_PAGE, 1]);
  // 28 × 100,50
  const forward = ['28,00', '–', '2\u202F800,00', '−14,00', '2\u202F814,00'];
  expect(pages[0]?.carried).toBeNull();
  expect(pages[0]?.forward).toMatchObject({ texts: ['À reporter', ''], amounts: forward, held: '100,00' });
  expect(pages[1]?.carried).toMatchObject({ texts: ['Report', ''], amounts: forward });
  expect(pages[1]?.forward).toBeNull();
  expect(total.amounts.at(-1)).toBe('2\u202F914,50');
});

test('says how it compares with the books, or that there is nothing', () => {
  expect(balanceModel(printOf(1)).notes).toEqual([
    'Rapproché des comptes clients (411 et 416) au centime, au 30/03/2026.',
  ]);
  const tie = { on: day('2026-03-30'), ledgerCents: 0, differenceCents: -1_250 };
  expect(balanceModel(printOf(1, { tie })).notes).toEqual([
    'Écart avec les comptes clients (411 et 416) au 30/03/2026\u00A0: −12,50 EUR.',
  ]);
  expect(balanceModel(printOf(0, { tie: null })).notes).toEqual(['Rien dans les comptes clients à cette date.']);
});

test.each([
  ['one page', 1, 1],
  ['a full page', ROWS_PER_PAGE, 1],
  ['one row more', ROWS_PER_PAGE + 1, 2],
  ['five pages', ROWS_PER_PAGE * 5, 5],
  ['nothing', 0, 1],
])('%s is drawn on as many pages', async (_, rows, pages) => {
  const drawn = await renderer.renderBalance(printOf(rows));
  expect(drawn.pages).toBe(pages);
  expect(Buffer.from(drawn.pdf.subarray(0, 5)).toString()).toBe('%PDF-');
});

test('groups say how many customers they hold, and those without one are named', async () => {
  const print = printOf(2, { by: 'segment' });
  const rows = [{ ...print.rows[0]!, name: '', customers: 12 }];
  const model = balanceModel({ ...print, rows });
  expect(model.heads.texts).toEqual(['Segment', 'Clients']);
  expect(model.pages[0]?.rows[0]?.texts).toEqual(['Sans segment', '12']);
  expect((await renderer.renderBalance(print)).pages).toBe(1);
});
