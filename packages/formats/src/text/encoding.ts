// Encoding detection and streaming transcoding to UTF-8: BOMs, UTF-16 without BOM, UTF-8, and the French one-byte encodings.
import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { NoteBook } from './notes.ts';
import { guessSingleByte, type SingleByteEncoding, singleByteToUtf8 } from './single-byte.ts';

/** What a text file was written in. `ascii` is UTF-8 that used no accent. */
export type Encoding = 'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteEncoding;

/** What the first bytes say: a mark, a width, or nothing yet. */
export type EncodingStart = Readonly<{
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'undecided';
  bomBytes: 0 | 2 | 3;
}>;

/** Reads a byte order mark, or recognises UTF-16 without one by where its zero bytes fall. */
export function startOfEncoding(head: Uint8Array): EncodingStart {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  return { encoding: bareUtf16(head) ?? 'undecided', bomBytes: 0 };
}

/** Western text in UTF-16 has nearly every second byte zero, and always on the same side. */
function bareUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(head.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (pairs < 4) return null;
  if (odd > pairs * 0.8 && even === 0) return 'utf-16le';
  return even > pairs * 0.8 && odd === 0 ? 'utf-16be' : null;
}

/** Turns chunks into UTF-8, remembering what is left between them. */
export interface Transcoder {
  /** The encoding as far as it is known. */
  readonly encoding: Encoding;
  push(chunk: Buffer): Buffer;
  /** What was held back at the end of the stream. */
  end(): Buffer;
}

/** The transcoder for a file that begins with `head`; the byte order mark is dropped by it. */
export function transcoderFor(head: Uint8Array, notes: NoteBook): Transcoder {
  const start = startOfEncoding(head);
  if (start.encoding === 'utf-16le' || start.encoding === 'utf-16be') return new Utf16(start.encoding);
  return new Narrow(start, notes);
}

class Utf16 implements Transcoder {
  readonly encoding: Encoding;
  private readonly decoder: { write(chunk: Buffer): string; end(): string | undefined };
  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.encoding = encoding;
    this.decoder = iconv.getDecoder(encoding) as typeof this.decoder;
  }
  push(chunk: Buffer): Buffer {
    return Buffer.from(this.decoder.write(chunk), 'utf8');
  }
  end(): Buffer {
    return Buffer.from(this.decoder.end() ?? '', 'utf8');
  }
}

/** Bytes at the end of `chunk` that begin a UTF-8 character without finishing it: 0 to 3. */
function unfinished(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** ASCII until an accent comes; then UTF-8 if it is valid, else the likeliest one-byte encoding, for the rest of the file. */
class Narrow implements Transcoder {
  encoding: Encoding;
  private readonly notes: NoteBook;
  private bomLeft: number;
  private held = Buffer.alloc(0);
  private single: ((chunk: Buffer) => Buffer) | null = null;

  constructor(start: EncodingStart, notes: NoteBook) {
    this.encoding = start.encoding === 'utf-8' ? 'utf-8' : 'ascii';
    this.bomLeft = start.bomBytes;
    this.notes = notes;
  }

  push(chunk: Buffer): Buffer {
    const bytes = this.withoutBom(chunk);
    if (this.single) return this.single(bytes);
    const joined = this.held.length > 0 ? Buffer.concat([this.held, bytes]) : bytes;
    const cut = joined.length - unfinished(joined);
    this.held = Buffer.from(joined.subarray(cut));
    return this.decided(joined.subarray(0, cut), joined);
  }

  end(): Buffer {
    if (this.held.length === 0) return this.held;
    const left = this.held;
    this.held = Buffer.alloc(0);
    return this.decided(left, left);
  }

  private decided(body: Buffer, joined: Buffer): Buffer {
    if (isUtf8(body)) {
      if (this.encoding === 'ascii' && !isAscii(body)) this.encoding = 'utf-8';
      return body;
    }
    if (this.encoding === 'ascii') return this.becomeSingle(joined);
    this.notes.add('invalid_utf8', null);
    return Buffer.from(body.toString('utf8'), 'utf8');
  }

  private becomeSingle(joined: Buffer): Buffer {
    const encoding = guessSingleByte(joined);
    this.encoding = encoding;
    this.single = singleByteToUtf8(encoding, this.notes);
    this.held = Buffer.alloc(0);
    return this.single(joined);
  }

  private withoutBom(chunk: Buffer): Buffer {
    if (this.bomLeft === 0) return chunk;
    const skip = Math.min(this.bomLeft, chunk.length);
    this.bomLeft -= skip;
    return chunk.subarray(skip);
  }
}
