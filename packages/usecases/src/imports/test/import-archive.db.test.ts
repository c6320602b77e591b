// Zipped files: each with its own report, in an order that lets them find each other; damaged, swollen and nested ones are refused alone.
import { Readable } from 'node:stream';
import { listBankAccounts } from '@quittance/db/bank';
import { withOrg } from '@quittance/db/tx';
import { type BookLine, fecText, sale } from '@quittance/testkit/books';
import { type Packed, zipOf } from '@quittance/testkit/zip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAll } from '../import-all.ts';
import { summarise } from '../summarise.ts';
import { bankCsv, camt, cfonb, ibanOf, mt940 } from './bank-files.ts';
import { importStage, TODAY } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

const BOOKS: BookLine[] = sale('1', '2024-01-10', 'DUPOND', 120_000);
const WEEK = { openingCents: 0, openingOn: '2025-05-30', lines: [{ on: '2025-06-02', cents: 500, text: 'VIR' }] };

async function bring(files: readonly Packed[] | Buffer) {
  const companyId = await stage.company();
  const bytes = Buffer.isBuffer(files) ? files : zipOf(files);
  const open = async function* () {
    yield bytes;
  };
  return importAll(stage.context, { companyId, kind: 'auto', fileName: 'tout.zip', open, on: TODAY }, () => {});
}

describe('an archive', () => {
  it('brings each file in with its own report, books before payments and statements', async () => {
    const reports = await bring([
      { name: 'a/releve.txt', content: cfonb({ ...WEEK, account: '00000000901' }) },
      { name: 'b.csv', content: 'customer_ref;paid_on;amount;invoice_numbers\nDUPOND;2024-02-01;100,00;F1\n' },
      { name: 'c.txt', content: fecText(BOOKS) },
      { name: 'd.bin', content: Buffer.from([0, 1, 2]) },
      { name: '__MACOSX/._c.txt', content: 'x' },
      { name: 'folder/', content: '' },
    ]);
    expect(reports.map(({ file, status, kind }) => [file, status, kind])).toEqual([
      ['tout.zip/c.txt', 'imported', 'fec'],
      ['tout.zip/b.csv', 'imported', 'csv-payments'],
      ['tout.zip/a/releve.txt', 'imported', 'cfonb120'],
      ['tout.zip/d.bin', 'refused', 'unknown'],
    ]);
    const one = summarise('tout.zip', reports);
    expect(one).toMatchObject({
      status: 'imported',
      counts: { invoices: { created: 1 }, payments: { created: 1 }, transactions: { created: 1 } },
      openCents: 110_000,
    });
    expect(one.notes).toContainEqual({ code: 'file_refused', file: 'tout.zip/d.bin', reason: 'unknown_kind' });
  });

  it('refuses a swollen, a damaged and a nested file, and takes the others', async () => {
    const reports = await bring([
      { name: 'bomb.txt', content: Buffer.alloc(20 * 1024 * 1024) },
      { name: 'crc.txt', content: fecText(BOOKS), crc: 1 },
      { name: 'inner.zip', content: zipOf([{ name: 'x', content: 'y' }]) },
      { name: 'ok.txt', content: fecText(BOOKS) },
    ]);
    expect(reports.map(({ file, refusal }) => [file, refusal?.code]).sort()).toEqual([
      ['tout.zip/bomb.txt', 'archive_too_large'],
      ['tout.zip/crc.txt', 'damaged_archive'],
      ['tout.zip/inner.zip', 'archive_in_archive'],
      ['tout.zip/ok.txt', undefined],
    ]);
  });

  it('of statements brings each in, then tables that name no account, and loses nothing beside a bad one', async () => {
    const companyId = await stage.company();
    const account = '00000000902';
    const later = {
      openingCents: 500,
      openingOn: '2025-06-02',
      lines: [{ on: '2025-06-03', cents: 700, text: 'VIR DEUX' }],
    };
    const cut = camt({ ...WEEK, account }).slice(0, 400);
    const packed = zipOf([
      { name: 'a.csv', content: bankCsv(WEEK) },
      { name: 'b.xml', content: cut },
      { name: 'c.txt', content: cfonb({ ...WEEK, account }) },
      { name: 'd.sta', content: mt940({ ...later, account }) },
    ]);
    const bringIt = () =>
      importAll(
        stage.context,
        { companyId, kind: 'auto', fileName: 'mois.zip', open: () => Readable.from([packed]), on: TODAY },
        () => {},
      );
    const reports = await bringIt();
    expect(reports.map(({ file, status, counts }) => [file, status, counts.transactions.created])).toEqual([
      ['mois.zip/b.xml', 'refused', 0],
      ['mois.zip/c.txt', 'imported', 1],
      ['mois.zip/d.sta', 'imported', 1],
      ['mois.zip/a.csv', 'imported', 0],
    ]);
    expect(summarise('mois.zip', reports).notes).toContainEqual({
      code: 'file_refused',
      file: 'mois.zip/b.xml',
      reason: 'malformed_xml',
    });
    const accounts = await withOrg(stage.db, stage.orgId, (tx) => listBankAccounts(tx, companyId));
    expect(accounts).toMatchObject([{ iban: ibanOf(account), movements: 2, statements: 3, closingCents: 1_200 }]);
    const again = await bringIt();
    expect(again.map(({ status }) => status)).toEqual(['refused', 'unchanged', 'unchanged', 'unchanged']);
  });

  it('cut short is refused whole', async () => {
    const whole = zipOf([{ name: 'c.txt', content: fecText(BOOKS) }]);
    expect(await bring(whole.subarray(0, whole.length - 30))).toMatchObject([
      { status: 'refused', refusal: { code: 'damaged_archive' } },
    ]);
  });
});
