// Workbooks: the first filled sheet, styles and strings of all sorts, and hostile files.
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectXlsx, readXlsx } from './read-xlsx.ts';

type Cells = (string | number | Date | boolean | null | object)[];

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const withRows = (rows: Cells[], name = 'Feuil1') =>
  workbook((book) => {
    book.addWorksheet('Vide');
    book.addWorksheet(name).addRows(rows);
  });

async function read(bytes: Uint8Array) {
  const reading = readXlsx('invoices', [bytes]);
  const rows: unknown[] = [];
  const errors: unknown[] = [];
  for await (const batch of reading.batches) {
    rows.push(...batch.rows);
    errors.push(...batch.errors);
  }
  return { rows, errors, outcome: reading.outcome() };
}

const HEADER: Cells = ['Client', 'Facture', 'Date facture', 'Échéance', 'TTC', 'Libellé'];

describe('a workbook', () => {
  it('gives the rows of its first filled sheet', async () => {
    const bytes = await withRows([
      ['Export du 31/03/2026'],
      [],
      HEADER,
      [
        'C1',
        'F1',
        new Date('2026-01-15T00:00:00Z'),
        '14/02/2026',
        1234.56,
        { richText: [{ text: 'Ré' }, { text: 'glé' }] },
      ],
      [411_000, 12, 46_112, new Date('2026-02-14T00:00:00Z'), { formula: '1+1', result: 2 }, null],
      ['C3', 'F3', 'hier', '14/02/2026', 1, null],
    ]);
    const { rows, errors, outcome } = await read(bytes);
    expect(outcome).toMatchObject({ ok: true, value: { rows: 2, errors: 1 } });
    expect(rows).toMatchObject([
      {
        row: 4,
        customerRef: 'C1',
        number: 'F1',
        issuedOn: '2026-01-15',
        dueOn: '2026-02-14',
        grossCents: 123_456,
        label: 'Réglé',
      },
      { row: 5, customerRef: '411000', number: '12', issuedOn: '2026-03-31', grossCents: 200 },
    ]);
    expect(errors).toMatchObject([{ row: 6, column: 'Date facture', code: 'unreadable_date', seen: 'hier' }]);
  });

  it('says when an amount had to be rounded to the cent', async () => {
    const { outcome } = await read(await withRows([HEADER, ['C1', 'F1', '2026-01-01', '2026-01-31', 12.3456]]));
    expect(outcome).toMatchObject({ ok: true, value: { notes: [{ code: 'amount_rounded', row: 2, count: 1 }] } });
  });

  it('can be looked at before it is read', async () => {
    const seen = await inspectXlsx([
      await withRows([HEADER, ['C1', 'F1', new Date('2026-01-15T00:00:00Z'), '2026-02-14', 5]]),
    ]);
    expect(seen).toMatchObject({
      ok: true,
      value: { headers: HEADER, preview: [['C1', 'F1', '2026-01-15', '2026-02-14', '5']] },
    });
    expect(seen.ok && seen.value.guesses[0]?.kind).toBe('invoices');
  });
});

/** A zip of one deflated part, enough to be taken for a workbook. */
function zipOf(parts: Readonly<Record<string, Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const FRAME = {
  'xl/workbook.xml': Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': Buffer.from(
    '<Relationships><Relationship Id="1" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
};

describe('hostile workbooks', () => {
  it('refuses a part that inflates without end', async () => {
    const bomb = Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(300 * 1024 * 1024, ' ')]);
    const { outcome } = await read(zipOf({ ...FRAME, 'xl/worksheets/sheet1.xml': bomb }));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'workbook_too_large' } });
  });

  it('refuses a row number beyond what a sheet can hold', async () => {
    const rows = Buffer.from(
      '<worksheet><sheetData><row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData></worksheet>',
    );
    const { outcome } = await read(zipOf({ ...FRAME, 'xl/worksheets/sheet1.xml': rows }));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'workbook_too_large' } });
  });

  it('does not expand entities', async () => {
    const xml = Buffer.from(
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
    );
    const { outcome } = await read(zipOf({ ...FRAME, 'xl/worksheets/sheet1.xml': xml }));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'damaged_workbook' } });
  });

  it('refuses a zip that is no workbook', async () => {
    const { outcome } = await read(zipOf({ 'readme.txt': Buffer.from('hello') }));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'wrong_format', seen: 'zip' } });
  });

  it('answers a workbook damaged anywhere with a summary or a refusal', async () => {
    const good = await withRows([HEADER, ['C1', 'F1', '2026-01-01', '2026-01-31', 12]]);
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (hits) => {
        const bytes = Buffer.from(good);
        for (const [at, byte] of hits) bytes[at] = byte;
        expect(typeof (await read(bytes)).outcome.ok).toBe('boolean');
      }),
      { numRuns: 150 },
    );
  });
});
