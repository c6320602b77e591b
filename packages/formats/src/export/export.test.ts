// Exports: no formula gets through, figures and days are typed, what is written as a workbook reads back.
import { cents, type Day } from '@quittance/core/kernel';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../xlsx/index.ts';
import { sheet } from './columns.ts';
import { decimalText, withoutFormula, writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const COLUMNS = [
  { header: 'Code client', key: 'ref', kind: 'text' },
  { header: 'N° facture', key: 'number', kind: 'text' },
  { header: 'Date facture', key: 'issuedOn', kind: 'day' },
  { header: 'Échéance', key: 'dueOn', kind: 'day' },
  { header: 'Montant TTC', key: 'grossCents', kind: 'cents' },
] as const;
const ROWS = [
  {
    ref: '=HYPERLINK("http://x")',
    number: 'FA;1',
    issuedOn: '2026-01-15' as Day,
    dueOn: '2026-02-14' as Day,
    grossCents: cents(123_456),
  },
  { ref: 'C2', number: null, issuedOn: '2026-01-15' as Day, dueOn: '2026-02-14' as Day, grossCents: cents(-5) },
];

async function bytesOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

describe('CSV', () => {
  it('is UTF-8 with its mark, semicolons and comma decimals', async () => {
    const text = (await bytesOf(writeCsv(sheet('x', COLUMNS, ROWS)))).toString('utf8');
    expect(text).toBe(
      '\ufeffCode client;N° facture;Date facture;Échéance;Montant TTC\r\n' +
        `"'=HYPERLINK(""http://x"")";"FA;1";2026-01-15;2026-02-14;1234,56\r\nC2;;2026-01-15;2026-02-14;-0,05\r\n`,
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+33 1 99', "'+33 1 99"],
    ['-x', "'-x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    [' =1', "' =1"],
    ['-12,50', '-12,50'],
    ['+33', '+33'],
    ['Dupont', 'Dupont'],
    ['', ''],
  ])('writes %j as %j', (text, expected) => {
    expect(withoutFormula(text)).toBe(expected);
  });

  it.each([
    [0, '0,00'],
    [5, '0,05'],
    [-123_456, '-1234,56'],
  ])('writes %i cents as %s', (amount, expected) => {
    expect(decimalText(amount)).toBe(expected);
  });
});

describe('a workbook', () => {
  it('reads back as it was written, formulas as plain text', async () => {
    const bytes = await bytesOf(writeXlsx(sheet('Factures [2026]', COLUMNS, [ROWS[0]!])));
    const reading = readXlsx('invoices', [bytes]);
    const rows: unknown[] = [];
    for await (const batch of reading.batches) rows.push(...batch.rows);
    expect(reading.outcome()).toMatchObject({ ok: true, value: { notes: [], errors: 0 } });
    expect(rows).toMatchObject([
      {
        row: 2,
        customerRef: '=HYPERLINK("http://x")',
        number: 'FA;1',
        issuedOn: '2026-01-15',
        dueOn: '2026-02-14',
        grossCents: 123_456,
      },
    ]);
  });

  it('lets an error of its rows through', async () => {
    const failing = (function* () {
      yield ROWS[0]!;
      throw new Error('the database is gone');
    })();
    await expect(bytesOf(writeXlsx(sheet('x', COLUMNS, failing)))).rejects.toThrow('the database is gone');
  });

  it('stops when its reader goes away', async () => {
    let given = 0;
    const endless = (function* () {
      for (;;) {
        given++;
        yield { ...ROWS[0]!, number: `F${given}${Math.sqrt(given)}` };
      }
    })();
    for await (const _ of writeXlsx(sheet('x', COLUMNS, endless))) break;
    await new Promise((resume) => setTimeout(resume, 50));
    const before = given;
    await new Promise((resume) => setTimeout(resume, 50));
    expect(given).toBe(before);
  });
});
