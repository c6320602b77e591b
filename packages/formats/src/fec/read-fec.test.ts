// The FEC reader on single questions: encodings, header forms, notes and refusals, one small invented file each.
import { describe, expect, it } from 'vitest';
import { readFecFileName } from './layout/file-name.ts';
import { looksLikeFec } from './layout/layout.ts';
import { readFec } from './read-fec.ts';

const HEADER =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'.split(
    ' ',
  );

type Cells = Readonly<Record<string, string>>;

const BASE: Cells = {
  JournalCode: 'VE',
  JournalLib: 'Ventes',
  EcritureNum: '1',
  EcritureDate: '20240115',
  CompteNum: '411000',
  CompteLib: 'Clients',
  PieceRef: 'F1',
  PieceDate: '20240115',
  EcritureLib: 'Facture',
  Debit: '10,00',
  Credit: '0,00',
  ValidDate: '20240131',
};
const SALE: Cells = { CompteNum: '706000', CompteLib: 'Prestations', Debit: '0,00', Credit: '10,00' };

/** A file of rows given by what differs from a plain one. */
const fileOf = (...rows: Cells[]): string =>
  [HEADER, ...rows.map((row) => HEADER.map((name) => ({ ...BASE, ...row })[name] ?? ''))]
    .map((cells) => cells.join('\t'))
    .join('\n');

async function read(content: string | Buffer) {
  const reading = readFec([typeof content === 'string' ? Buffer.from(content) : content]);
  const lines = [];
  const errors = [];
  for await (const batch of reading.batches) {
    lines.push(...batch.lines);
    errors.push(...batch.errors);
  }
  return { lines, errors, outcome: reading.outcome() };
}

async function noteCodes(...rows: Cells[]): Promise<string[]> {
  const { outcome } = await read(fileOf(...rows));
  return outcome.ok ? outcome.value.notes.map(({ code }) => code) : [outcome.refusal.code];
}

describe('notes', () => {
  it('has none for a minimal compliant file', async () => {
    expect(await noteCodes({}, SALE)).toEqual([]);
  });

  it.each([
    ['zero_amounts', [{ Debit: '0,00' }]],
    ['lettering_without_date', [{ EcritureLet: 'A' }, SALE]],
    ['amount_without_currency', [{ Montantdevise: '12,00' }, SALE]],
    ['zero_date', [{ DateLet: '00000000' }, SALE]],
    ['empty_amount', [{ Credit: '' }, SALE]],
    ['journal_two_labels', [{}, { ...SALE, JournalLib: 'Autres ventes' }]],
    [
      'auxiliary_two_labels',
      [
        { CompAuxNum: 'C1', CompAuxLib: 'Un' },
        { ...SALE, CompAuxNum: 'C1', CompAuxLib: 'Deux' },
      ],
    ],
    [
      'auxiliary_customer_and_supplier',
      [{ CompAuxNum: 'C1' }, { CompteNum: '401000', CompAuxNum: 'C1', Debit: '0,00', Credit: '10,00' }],
    ],
    ['dates_not_in_order', [{}, { ...SALE, EcritureDate: '20240114' }]],
    [
      'opening_after_others',
      [{}, SALE, { JournalCode: 'AN', JournalLib: 'A nouveaux', Debit: '10,00', Credit: '10,00' }],
    ],
    [
      'opening_on_result_account',
      [
        { JournalCode: 'AN', CompteNum: '606000' },
        { JournalCode: 'AN', CompteNum: '706000', Debit: '0,00', Credit: '10,00' },
      ],
    ],
    ['embedded_auxiliary', [{ CompteNum: '411DUPONT' }, SALE]],
    ['missing_journal_code', [{ JournalCode: '' }, { ...SALE, JournalCode: '' }]],
  ] as [string, Cells[]][])('says %s', async (code, rows) => {
    expect(await noteCodes(...rows)).toContain(code);
  });

  it('says an entry of one line does not balance', async () => {
    expect(await noteCodes({})).toEqual(['unbalanced_entry', 'unbalanced_file']);
  });

  it('accepts one entry number in two journals', async () => {
    expect(
      await noteCodes(
        {},
        SALE,
        { JournalCode: 'BQ', JournalLib: 'Banque' },
        { ...SALE, JournalCode: 'BQ', JournalLib: 'Banque' },
      ),
    ).toEqual([]);
  });

  it('follows an entry whose lines are scattered', async () => {
    expect(await noteCodes({}, { EcritureNum: '2' }, SALE, { ...SALE, EcritureNum: '2' })).toEqual([]);
  });

  it('reports the euro sign of Windows-1252 in a file otherwise ISO-8859-15', async () => {
    const text = fileOf({ EcritureLib: 'Manœuvre réglée 10 \u0080' }, { ...SALE, EcritureLib: 'Œuvre, cœur réglés' });
    const latin9 = [...text].map((char) => ({ œ: 0xbd, Œ: 0xbc })[char] ?? char.charCodeAt(0));
    const { outcome, lines } = await read(Buffer.from(latin9));
    expect(lines[0]?.label).toBe('Manœuvre réglée 10 €');
    expect(outcome).toMatchObject({ ok: true, value: { variant: { encoding: 'iso-8859-15' } } });
    expect(outcome.ok && outcome.value.notes.map(({ code }) => code)).toContain('cp1252_byte_in_latin9');
  });
});

describe('header', () => {
  it('is read whatever the case, the accents and the order of its names', async () => {
    const { lines } = await read(
      'credit;DÉBIT;CompteNum;ecrituredate;journalcode;Libellé écriture\n0,00;5,00;411;20240101;VE;x;\n',
    );
    expect(lines).toMatchObject([{ debitCents: 500, account: '411', label: 'x', journalCode: 'VE' }]);
  });

  it('tells a FEC from other files', () => {
    expect(looksLikeFec(`${HEADER.join('|')}\n`)).toBe(true);
    expect(looksLikeFec('date;libelle;debit;credit;devise\n')).toBe(false);
    expect(looksLikeFec('')).toBe(false);
  });

  it('is not looked for in a line of a megabyte of separators', async () => {
    const { outcome } = await read(`x${'\t'.repeat(1_000_000)}x\n`);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'wrong_format' } });
  });

  it('refuses a line without end', async () => {
    const { outcome } = await read(`${fileOf({}, SALE)}\n${'x'.repeat(1_100_000)}`);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'line_too_long', row: 4 } });
  });

  it('refuses NUL bytes in the middle of the file', async () => {
    const { outcome } = await read(`${fileOf({}, SALE)}\n\u0000`);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'binary_file' } });
  });
});

describe('amounts', () => {
  it.each([
    ['1234,56', 123_456],
    ['1234,5', 123_450],
    ['1234', 123_400],
    ['-1234,56', -123_456],
    ['1234,56-', -123_456],
    ['+12,00', 1200],
    [' 000000000012,34', 1234],
    ['12,3400', 1234],
    ['1234.56', 123_456],
    ['1 234,56', 123_456],
    ['1\u00a0234,56', 123_456],
    ['1.234,56', 123_456],
    ['1.234.567', 123_456_700],
    ['"12,00"', 1200],
    ['-0,00', 0],
  ])('reads %s', async (text, expected) => {
    const { lines } = await read(fileOf({ Debit: text }));
    expect(lines).toMatchObject([{ debitCents: expected }]);
    expect(Object.is(lines[0]?.debitCents, -0)).toBe(false);
  });

  it.each(['1,2,3', '1.234', '12,345', '-12,00-', '1e5', 'NaN', '--1', ',', '-', '1234567890123456789', '12€'])(
    'refuses to guess %s',
    async (text) => {
      const { errors, lines } = await read(fileOf({ Debit: text }));
      expect(errors).toMatchObject([{ row: 2, column: 'Debit', code: 'unreadable_amount', seen: text }]);
      expect(lines).toEqual([]);
    },
  );
});

describe('file name', () => {
  it.each([
    ['732829320FEC20231231.txt', { siren: '732829320', closedOn: '2023-12-31', part: null }],
    ['/tmp/732829320fec20231231_2.TXT', { siren: '732829320', closedOn: '2023-12-31', part: 2 }],
    ['0000000001FEC20220831.txt', { siren: null, closedOn: '2022-08-31', part: null }],
    ['732829320FEC20231331.txt', null],
    ['export.txt', null],
  ])('%s', (name, expected) => {
    expect(readFecFileName(name)).toEqual(expected);
  });
});
