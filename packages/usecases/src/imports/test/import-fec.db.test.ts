// Books brought in on the real database: to the cent, again without change, newer, next year, hostile. Balances are added up apart.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CompanyId, day } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import {
  type BookLine,
  customerBalance,
  fecText,
  ledgerLook,
  receipt,
  rowCounts,
  sale,
} from '@quittance/testkit/books';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importStage } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

const look = (companyId: CompanyId) => ledgerLook(stage.db, { orgId: stage.orgId, companyId });
const counts = () => rowCounts(stage.db, stage.orgId);

const SAMPLES =
  process.env.QUITTANCE_SAMPLES ?? fileURLToPath(new URL('../../../../../../shared/data', import.meta.url));
const realBooks = existsSync(`${SAMPLES}/fec`)
  ? readdirSync(`${SAMPLES}/fec`).filter((name) => /^\d+FEC\d+\.txt$/.test(name))
  : [];

describe.skipIf(realBooks.length === 0)(`real books (${realBooks.length} samples)`, () => {
  it.each(realBooks)('%s imports to the cent, and again without change', async (name) => {
    const content = readFileSync(`${SAMPLES}/fec/${name}`);
    const companyId = await stage.company();
    const first = await stage.bring(companyId, content, { kind: 'auto', fileName: name });
    expect(first).toMatchObject({
      status: 'imported',
      kind: 'fec',
      errors: [],
      openCents: customerBalance(content.toString('utf8')),
    });
    const before = await counts();
    expect(await stage.bring(companyId, content)).toMatchObject({ status: 'unchanged', openCents: first.openCents });
    // The same lines in another file (one more line end): read again, and nothing is new.
    const again = await stage.bring(companyId, Buffer.concat([content, Buffer.from('\r\n')]));
    expect(again).toMatchObject({ status: 'imported', openCents: first.openCents });
    expect(
      again.counts.invoices.created +
        again.counts.payments.created +
        again.counts.allocations.created +
        again.counts.allocations.updated,
    ).toBe(0);
    expect(await counts()).toEqual(before);
  });
});

const YEAR: BookLine[] = [
  ...sale('1', '2024-01-10', 'DUPOND', 120_000, { let: 'A', letOn: '2024-02-15' }),
  ...sale('2', '2024-02-10', 'DUPOND', 60_000),
  ...sale('3', '2024-02-12', 'MARTIN', 50_000, { let: 'B' }),
  ...receipt('1', '2024-02-14', 'DUPOND', 120_000, { let: 'A', letOn: '2024-02-15' }),
  ...receipt('2', '2024-03-01', 'MARTIN', 30_000, { let: 'B' }),
];

describe('books', () => {
  it('become customers, invoices with an estimated due date, payments and lettering', async () => {
    const companyId = await stage.company();
    const report = await stage.bring(companyId, fecText(YEAR));
    expect(report).toMatchObject({
      status: 'imported',
      counts: {
        customers: { created: 2 },
        invoices: { created: 3 },
        payments: { created: 2 },
        allocations: { created: 2 },
      },
      openCents: 80_000,
      notes: expect.arrayContaining([{ code: 'unbalanced_lettering', groups: 1, cents: 20_000 }]),
    });
    expect(await look(companyId)).toEqual([
      'debt DUPOND F1 invoice 2024-01-10 2024-02-09 120000 0',
      'debt DUPOND F2 invoice 2024-02-10 2024-03-11 60000 60000',
      'debt MARTIN F3 invoice 2024-02-12 2024-03-13 50000 20000',
      'in DUPOND 2024-02-14 120000 0',
      'in MARTIN 2024-03-01 30000 0',
    ]);
  });

  it.each([
    ['pipe, ISO-8859-15', (text: string) => Buffer.from(text.replaceAll('\t', '|'), 'latin1')],
    ['UTF-16 with a mark', (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['UTF-8 with a mark, LF', (text: string) => Buffer.from(`\ufeff${text.replaceAll('\r\n', '\n')}`)],
    ['Windows-1252, CR', (text: string) => Buffer.from(text.replaceAll('\r\n', '\r'), 'latin1')],
    ['Montant and Sens', (text: string) => Buffer.from(montantSens(text))],
    ['minus signs instead of the other side', (text: string) => Buffer.from(signed(text))],
  ])('written as %s are the same books', async (_, encode) => {
    const plain = await stage.company();
    await stage.bring(plain, fecText(YEAR));
    const companyId = await stage.company();
    expect(await stage.bring(companyId, encode(fecText(YEAR)))).toMatchObject({
      status: 'imported',
      openCents: 80_000,
    });
    expect(await look(companyId)).toEqual(await look(plain));
  });

  it('hold refunds, credit notes and adjustments', async () => {
    const companyId = await stage.company();
    const lines: BookLine[] = [
      ...sale('1', '2024-01-10', 'D', 10_000),
      { j: 'VE', n: '2', on: '2024-01-20', a: '411000', aux: 'D', piece: 'AV1', c: -4_000, let: 'R' },
      { j: 'BQ', n: '3', on: '2024-02-20', a: '411000', aux: 'D', piece: 'V3', c: 4_000, let: 'R' },
      { j: 'OD', n: '4', on: '2024-03-01', a: '411000', aux: 'D', c: -5 },
    ];
    expect(await stage.bring(companyId, fecText(lines))).toMatchObject({ openCents: 9_995 });
    expect(await look(companyId)).toEqual([
      'credit D 4 adjustment 2024-03-01 5 5',
      'credit D AV1 credit_note 2024-01-20 4000 0',
      'debt D F1 invoice 2024-01-10 2024-02-09 10000 10000',
      'out D 2024-02-20 4000 0',
    ]);
  });

  it('move a claim to 416 without inventing an invoice or a payment', async () => {
    const companyId = await stage.company();
    const moved: BookLine[] = [
      ...sale('1', '2024-01-10', 'D', 10_000, { let: 'A' }),
      { j: 'OD', n: '9', on: '2024-06-01', a: '416000', aux: 'D', piece: 'F1', c: 10_000, let: 'B' },
      { j: 'OD', n: '9', on: '2024-06-01', a: '411000', aux: 'D', piece: 'F1', c: -10_000, let: 'A' },
      { j: 'BQ', n: '3', on: '2024-09-01', a: '416000', aux: 'D', piece: 'V3', c: -2_500, let: 'B' },
    ];
    expect(await stage.bring(companyId, fecText(moved))).toMatchObject({ status: 'imported', openCents: 7_500 });
    expect(await look(companyId)).toEqual([
      'debt D F1 invoice 2024-01-10 2024-02-09 10000 7500 doubtful',
      'in D 2024-09-01 2500 0',
    ]);
  });
});

describe('what is no book', () => {
  it.each([
    ['an empty file', '', 'empty_file'],
    ['a page', '<!doctype html><html><body>Session expirée</body></html>', null],
    ['bytes', Buffer.from([0, 1, 2, 3, 0, 255, 254, 9, 0, 0]), null],
    ['a header alone', fecText([]), 'no_entry'],
    ['a header without its columns', 'JournalCode\tJournalLib\tEcritureNum\r\nVE\tVentes\t1\r\n', null],
    ['a table', 'customer_ref;name\r\nC1;Durand\r\n', null],
  ])('%s is refused and the ledger does not move', async (_, content, code) => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(YEAR));
    const before = await counts();
    const report = await stage.bring(companyId, content, { fileName: 'x.txt' });
    expect(report.status).toBe('refused');
    if (code) expect(report.refusal?.code).toBe(code);
    expect(report.openCents).toBe(80_000);
    expect(await counts()).toEqual(before);
  });

  it('a kind not read yet is named and refused', async () => {
    const companyId = await stage.company();
    expect(await stage.bring(companyId, 'x', { kind: 'einvoice' })).toMatchObject({
      status: 'refused',
      refusal: { code: 'kind_not_supported_yet', seen: 'einvoice' },
    });
  });

  it('rows that cannot be read are listed and the rest goes in; with strict, nothing does', async () => {
    const text = fecText(YEAR).replace('600,00', 'six cents');
    const companyId = await stage.company();
    const strict = await stage.bring(companyId, text, { strict: true });
    expect(strict).toMatchObject({
      status: 'refused',
      refusal: { code: 'unreadable_rows' },
      errors: [{ row: 4, column: 'Debit', code: 'unreadable_amount', seen: 'six cents' }],
    });
    expect(await look(companyId)).toEqual([]);
    expect(await stage.bring(companyId, text)).toMatchObject({ status: 'imported', errorCount: 1, openCents: 20_000 });
  });
});

describe('an import', () => {
  it('tried dry reports everything and leaves nothing', async () => {
    const companyId = await stage.company();
    const before = await counts();
    const dry = await stage.bring(companyId, fecText(YEAR), { dryRun: true });
    expect(dry).toMatchObject({
      status: 'dry_run',
      importId: null,
      openCents: 80_000,
      counts: { invoices: { created: 3 } },
    });
    expect(await counts()).toEqual(before);
    const kept = await withOrg(stage.db, stage.orgId, (tx) =>
      sql`SELECT 1 FROM imports WHERE company_id = ${companyId}`.execute(tx),
    );
    expect(kept.rows).toEqual([]);
  });

  it('of the same file twice at once ends imported and unchanged', async () => {
    const companyId = await stage.company();
    const both = await Promise.all([stage.bring(companyId, fecText(YEAR)), stage.bring(companyId, fecText(YEAR))]);
    expect(both.map((report) => report.status).sort()).toEqual(['imported', 'unchanged']);
    expect(await look(companyId)).toHaveLength(5);
  });

  it('is written in the journal, and its file kept as it came', async () => {
    const companyId = await stage.company();
    const report = await stage.bring(companyId, fecText(YEAR));
    const { rows } = await withOrg(stage.db, stage.orgId, (tx) =>
      sql<{
        kind: string;
        bytes: number;
      }>`SELECT e.kind, f.bytes FROM events e JOIN files f ON f.sha256 = ${report.sha256}
        WHERE e.subject_type = 'import' AND e.subject_id = ${String(report.importId)}`.execute(tx),
    );
    expect(rows).toEqual([{ kind: 'import.done', bytes: Buffer.byteLength(fecText(YEAR)) }]);
  });

  it('in a company leaves another company alone', async () => {
    const [one, two] = [await stage.company(), await stage.company()];
    await stage.bring(one, fecText(YEAR));
    await stage.bring(two, fecText(YEAR), { on: day('2025-07-01') });
    expect(await look(one)).toEqual(await look(two));
  });
});

/** Debit and Credit become Montant and Sens. */
function montantSens(text: string): string {
  return text
    .split('\r\n')
    .map((row, i) => {
      const cells = row.split('\t');
      if (row === '') return row;
      const [debit, credit] = [cells[11]!, cells[12]!];
      const both = i === 0 ? ['Montant', 'Sens'] : debit !== '0,00' ? [debit, 'D'] : [credit, 'C'];
      return [...cells.slice(0, 11), ...both, ...cells.slice(13)].join('\t');
    })
    .join('\r\n');
}

/** Every credit is written as a negative debit. */
function signed(text: string): string {
  return text
    .split('\r\n')
    .map((row, i) => {
      const cells = row.split('\t');
      if (i === 0 || row === '' || cells[12] === '0,00') return row;
      return [...cells.slice(0, 11), `-${cells[12]}`, '0,00', ...cells.slice(13)].join('\t');
    })
    .join('\r\n');
}
