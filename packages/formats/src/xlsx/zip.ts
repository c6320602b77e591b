// The zip container of a workbook: its directory, and its entries inflated as streams under a size limit (zip bombs are refused).
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type ByteSource, RefusalSignal, signatureOf } from '../text/index.ts';

/** A workbook file larger than this is refused. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** A part of a workbook that inflates beyond this is refused. */
export const MAX_PART_BYTES = 256 * 1024 * 1024;
/** Past 8 MB, a part that inflates more than this many times is no table: sheets inflate ten to forty times. */
const MOST_INFLATION = 250;
const INFLATION_CHECKED_FROM = 8 * 1024 * 1024;

const EXPECTED = 'an Excel workbook (.xlsx)';
const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

type Entry = Readonly<{ method: number; compressedBytes: number; offset: number; isEncrypted: boolean }>;

const damaged = (seen: string): never => {
  throw new RefusalSignal('damaged_workbook', { seen, expected: EXPECTED });
};

const tooLarge = (seen: string, expected: string): never => {
  throw new RefusalSignal('workbook_too_large', { seen, expected });
};

/** All bytes of a source. @throws RefusalSignal `workbook_too_large`. */
export async function allBytes(source: ByteSource): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > MAX_FILE_BYTES) tooLarge('file', 'a workbook of at most 64 MB');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A zip file in memory. */
export class ZipFile {
  private readonly bytes: Buffer;
  private readonly entries = new Map<string, Entry>();

  /** @throws RefusalSignal `encrypted_workbook`, `wrong_format`, `empty_file`, `damaged_workbook`. */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    checkSignature(bytes);
    this.readDirectory();
  }

  /** Whether the file holds this part. */
  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of a part, inflated. @throws RefusalSignal `damaged_workbook`, `encrypted_workbook`, `workbook_too_large`. */
  async *part(name: string): AsyncGenerator<Buffer, void> {
    const entry = this.entries.get(name) ?? damaged(`no ${name}`);
    if (entry.isEncrypted) throw new RefusalSignal('encrypted_workbook', { seen: name, expected: EXPECTED });
    const raw = this.rawBytes(entry);
    if (entry.method === STORED) yield raw;
    else if (entry.method === DEFLATED) yield* inflate(raw, name);
    else damaged(`compression method ${entry.method}`);
  }

  private readDirectory(): void {
    const { bytes } = this;
    const end = lastIndexOfRecord(bytes);
    if (end < 0) damaged('no end of directory');
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    for (let i = 0; i < count; i++) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_RECORD) damaged('directory entry');
      const nameBytes = bytes.readUInt16LE(at + 28);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/');
      this.entries.set(name, {
        isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
        method: bytes.readUInt16LE(at + 10),
        compressedBytes: bytes.readUInt32LE(at + 20),
        offset: bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }

  private rawBytes({ offset, compressedBytes }: Entry): Buffer {
    const { bytes } = this;
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_RECORD) damaged('entry header');
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + compressedBytes > bytes.length) damaged('entry beyond the end of the file');
    return bytes.subarray(start, start + compressedBytes);
  }
}

function checkSignature(bytes: Buffer): void {
  if (bytes.length === 0) throw new RefusalSignal('empty_file', { expected: EXPECTED });
  const signature = signatureOf(bytes);
  if (signature === 'zip') return;
  if (signature !== 'ole') throw new RefusalSignal('wrong_format', { seen: signature ?? 'text', expected: EXPECTED });
  const isEncrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new RefusalSignal(isEncrypted ? 'encrypted_workbook' : 'wrong_format', { seen: 'ole', expected: EXPECTED });
}

function lastIndexOfRecord(bytes: Buffer): number {
  const from = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= from; at--) if (bytes.readUInt32LE(at) === END_RECORD) return at;
  return -1;
}

function checkInflation(name: string, size: number, compressed: number): void {
  if (size > MAX_PART_BYTES) tooLarge(name, 'parts of at most 256 MB');
  if (size > INFLATION_CHECKED_FROM && size > compressed * MOST_INFLATION) {
    tooLarge(name, `parts that inflate at most ${MOST_INFLATION} times`);
  }
}

async function* inflate(raw: Buffer, name: string): AsyncGenerator<Buffer, void> {
  let size = 0;
  const stream = Readable.from([raw]).pipe(createInflateRaw());
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: Error) => damaged(`${name}: ${error.message}`));
      if (next.done) return;
      size += next.value.length;
      checkInflation(name, size, raw.length);
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}
