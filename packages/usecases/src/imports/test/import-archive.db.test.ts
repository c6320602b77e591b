// Zipped files: each with its own report, in an order that lets them find each other; damaged, swollen and nested ones are refused alone.
import { crc32, deflateRawSync } from 'node:zlib';
import { type BookLine, fecText, sale } from '@quittance/testkit/books';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAll } from '../import-all.ts';
import { summarise } from '../summarise.ts';
import { cfonb } from './bank-files.ts';
import { importStage, TODAY } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

type Packed = Readonly<{ name: string; content: string | Buffer; crc?: number }>;

/** A zip, written by its format: local records, directory, end. */
function zipOf(files: readonly Packed[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, crc } of files) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc ?? crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, tail, Buffer.from(name));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, listed, Buffer.from('PK\u0005\u0006'), end]);
}

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

  it('cut short is refused whole', async () => {
    const whole = zipOf([{ name: 'c.txt', content: fecText(BOOKS) }]);
    expect(await bring(whole.subarray(0, whole.length - 30))).toMatchObject([
      { status: 'refused', refusal: { code: 'damaged_archive' } },
    ]);
  });
});
