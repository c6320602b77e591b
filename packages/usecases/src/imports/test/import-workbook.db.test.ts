// Workbooks brought in on the real database, and the file read back as it came.
import { createHash, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { findFile, readFile } from '@quittance/db/files';
import { insertFile } from '@quittance/db/files/write';
import { withOrg } from '@quittance/db/tx';
import { sheet, writeXlsx } from '@quittance/formats/export';
import { ledgerLook } from '@quittance/testkit/books';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importStage } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

const joined = async (parts: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
};

const COLUMNS = ['customer_ref', 'invoice_number', 'kind', 'issued_on', 'due_on', 'gross', 'customer_name'] as const;
const workbook = () =>
  joined(
    writeXlsx(
      sheet(
        'Factures',
        COLUMNS.map((key) => ({ key, header: key, kind: 'text' as const })),
        [
          {
            customer_ref: 'C1',
            invoice_number: 'F1',
            kind: 'invoice',
            issued_on: '2025-01-10',
            due_on: '2025-02-10',
            gross: '120,00',
            customer_name: 'Durand',
          },
        ],
      ),
    ),
  );

/** A zip of one entry that would open to far more than it weighs. */
function bomb(): Buffer {
  const content = deflateRawSync(Buffer.alloc(300 * 1024 * 1024));
  const name = Buffer.from('xl/workbook.xml');
  const header = (signature: number, size: number) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32LE(signature, 0);
    return bytes;
  };
  const local = header(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(1_000, 22);
  local.writeUInt16LE(name.length, 26);
  const central = header(0x02014b50, 46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt32LE(1_000, 24);
  central.writeUInt16LE(name.length, 28);
  const end = header(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + content.length, 16);
  return Buffer.concat([local, name, content, central, name, end]);
}

describe('a workbook', () => {
  it('goes in as the table its headers say', async () => {
    const companyId = await stage.company();
    const report = await stage.bring(companyId, await workbook(), { kind: 'auto', fileName: 'factures.xlsx' });
    expect(report).toMatchObject({
      kind: 'xlsx',
      status: 'imported',
      counts: { customers: { created: 1 }, invoices: { created: 1 } },
      openCents: 12_000,
      errors: [],
    });
    expect(await ledgerLook(stage.db, { orgId: stage.orgId, companyId })).toEqual([
      'debt C1 F1 invoice 2025-01-10 2025-02-10 12000 12000',
    ]);
  });

  it.each([
    ['that is cut', async () => (await workbook()).subarray(0, 2_000)],
    ['that is a bomb', async () => bomb()],
    ['that is none', async () => randomBytes(4_096)],
  ])('%s is refused and nothing moves', async (_, make) => {
    const companyId = await stage.company();
    const report = await stage.bring(companyId, await make(), { kind: 'xlsx', fileName: 'x.xlsx' });
    expect(report).toMatchObject({ status: 'refused', openCents: 0 });
    expect(await ledgerLook(stage.db, { orgId: stage.orgId, companyId })).toEqual([]);
  });
});

describe('a file', () => {
  it.each([0, 1, 1024 * 1024, 2 * 1024 * 1024 + 7])(
    'of %i bytes is kept once and read back as it came',
    async (size) => {
      const content = randomBytes(size);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const file = { sha256, name: 'x.bin', mediaType: 'application/octet-stream', bytes: size };
      const source = async function* () {
        for (let at = 0; at < size; at += 300_000) yield content.subarray(at, at + 300_000);
      };
      await withOrg(stage.db, stage.orgId, async (tx) => {
        expect(await insertFile(tx, file, source())).toBe(true);
        expect(await insertFile(tx, file, source())).toBe(false);
        expect(await findFile(tx, sha256)).toMatchObject({ name: 'x.bin', bytes: size });
        expect((await joined(readFile(tx, sha256))).equals(content)).toBe(true);
      });
    },
  );
});
