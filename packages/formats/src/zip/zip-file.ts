// The zip container of a workbook or an archive: its directory, and its entries inflated as streams under a size limit (zip bombs are refused).
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type ByteSource, type FileRefusalCode, RefusalSignal, signatureOf } from '../text/index.ts';

/** What the container is, which names its refusals. */
type ZipKind = 'workbook' | 'archive';

type Words = Readonly<Record<'damaged' | 'encrypted' | 'tooLarge', FileRefusalCode> & { expected: string }>;
const WORDS: Readonly<Record<ZipKind, Words>> = {
  workbook: {
    damaged: 'damaged_workbook',
    encrypted: 'encrypted_workbook',
    tooLarge: 'workbook_too_large',
    expected: 'an Excel workbook (.xlsx)',
  },
  archive: {
    damaged: 'damaged_archive',
    encrypted: 'encrypted_archive',
    tooLarge: 'archive_too_large',
    expected: 'a zip file',
  },
};

/** A workbook file larger than this is refused. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** A part of a workbook that inflates beyond this is refused. */
const MAX_PART_BYTES = 256 * 1024 * 1024;
/** Past 8 MB, a part that inflates more than this many times is no table: sheets inflate ten to forty times. */
const MOST_INFLATION = 250;
const INFLATION_CHECKED_FROM = 8 * 1024 * 1024;

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

type Entry = Readonly<{ method: number; compressedBytes: number; offset: number; isEncrypted: boolean; crc: number }>;

/** Throws the refusals of one kind of container. */
class Refusing {
  private readonly words: Words;

  constructor(kind: ZipKind) {
    this.words = WORDS[kind];
  }

  damaged(seen: string): never {
    throw new RefusalSignal(this.words.damaged, { seen, expected: this.words.expected });
  }

  encrypted(seen: string): never {
    throw new RefusalSignal(this.words.encrypted, { seen, expected: this.words.expected });
  }

  tooLarge(seen: string, expected: string): never {
    throw new RefusalSignal(this.words.tooLarge, { seen, expected });
  }

  wrong(seen: string): never {
    throw new RefusalSignal('wrong_format', { seen, expected: this.words.expected });
  }

  empty(): never {
    throw new RefusalSignal('empty_file', { expected: this.words.expected });
  }
}

/** All bytes of a source. @throws RefusalSignal `workbook_too_large`. */
export async function allBytes(source: ByteSource, kind: ZipKind = 'workbook'): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > MAX_FILE_BYTES) new Refusing(kind).tooLarge('file', 'a file of at most 64 MB');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A zip file in memory. */
export class ZipFile {
  private readonly bytes: Buffer;
  private readonly entries = new Map<string, Entry>();
  private readonly refuse: Refusing;

  /** @throws RefusalSignal `encrypted_workbook`, `wrong_format`, `empty_file`, `damaged_workbook`. */
  constructor(bytes: Buffer, kind: ZipKind = 'workbook') {
    this.bytes = bytes;
    this.refuse = new Refusing(kind);
    checkSignature(bytes, this.refuse);
    this.readDirectory();
  }

  /** The names of its parts; folders end with a slash. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The checksum that its directory gives for a part. */
  crcOf(name: string): number | undefined {
    return this.entries.get(name)?.crc;
  }

  /** Whether the file holds this part. */
  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of a part, inflated. @throws RefusalSignal `damaged_workbook`, `encrypted_workbook`, `workbook_too_large`. */
  async *part(name: string): AsyncGenerator<Buffer, void> {
    const entry = this.entries.get(name) ?? this.refuse.damaged(`no ${name}`);
    if (entry.isEncrypted) this.refuse.encrypted(name);
    const raw = this.rawBytes(entry);
    if (entry.method === STORED) yield raw;
    else if (entry.method === DEFLATED) yield* inflate(raw, name, this.refuse);
    else this.refuse.damaged(`compression method ${entry.method}`);
  }

  private readDirectory(): void {
    const { bytes } = this;
    const end = lastIndexOfRecord(bytes);
    if (end < 0) this.refuse.damaged('no end of directory');
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    for (let i = 0; i < count; i++) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_RECORD) this.refuse.damaged('directory entry');
      const nameBytes = bytes.readUInt16LE(at + 28);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/');
      this.entries.set(name, {
        isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
        compressedBytes: bytes.readUInt32LE(at + 20),
        offset: bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }

  private rawBytes({ offset, compressedBytes }: Entry): Buffer {
    const { bytes } = this;
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_RECORD) this.refuse.damaged('entry header');
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + compressedBytes > bytes.length) this.refuse.damaged('entry beyond the end of the file');
    return bytes.subarray(start, start + compressedBytes);
  }
}

function checkSignature(bytes: Buffer, refuse: Refusing): void {
  if (bytes.length === 0) refuse.empty();
  const signature = signatureOf(bytes);
  if (signature === 'zip') return;
  if (signature !== 'ole') refuse.wrong(signature ?? 'text');
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) refuse.encrypted('ole');
  refuse.wrong('ole');
}

function lastIndexOfRecord(bytes: Buffer): number {
  const from = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= from; at--) if (bytes.readUInt32LE(at) === END_RECORD) return at;
  return -1;
}

function checkInflation(name: string, sizes: Readonly<{ size: number; compressed: number }>, refuse: Refusing): void {
  const { size, compressed } = sizes;
  if (size > MAX_PART_BYTES) refuse.tooLarge(name, 'parts of at most 256 MB');
  if (size > INFLATION_CHECKED_FROM && size > compressed * MOST_INFLATION) {
    refuse.tooLarge(name, `parts that inflate at most ${MOST_INFLATION} times`);
  }
}

async function* inflate(raw: Buffer, name: string, refuse: Refusing): AsyncGenerator<Buffer, void> {
  let size = 0;
  const stream = Readable.from([raw]).pipe(createInflateRaw());
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: Error) => refuse.damaged(`${name}: ${error.message}`));
      if (next.done) return;
      size += next.value.length;
      checkInflation(name, { size, compressed: raw.length }, refuse);
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}
