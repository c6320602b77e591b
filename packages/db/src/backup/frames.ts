// Frames: pieces of known length in a stream of bytes. Read back whole or refused: a file cut short is never taken for a short one.

/** A stream that ends inside a frame, or holds a length no backup has. */
export class CutShort extends Error {
  override readonly name = 'CutShort';
}

const LENGTH_BYTES = 4;
/** No frame is longer; a row of COPY text holds at most a piece of a file, in hexadecimal. */
const LONGEST = 1 << 30;

/** One frame; an empty one ends a table. */
export function frame(content: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(LENGTH_BYTES + content.byteLength);
  framed.writeUInt32BE(content.byteLength);
  framed.set(content, LENGTH_BYTES);
  return framed;
}

/** Joins small pieces, so that a frame is worth its length. */
export async function* inLargePieces(source: AsyncIterable<Buffer>, enough = 1 << 16): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source) {
    pieces.push(piece);
    size += piece.length;
    if (size < enough) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(pieces);
}

/** Reads frames one after the other out of a stream cut anywhere. */
export class FrameReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer[] = [];
  #size = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes. @throws CutShort */
  async bytes(count: number): Promise<Buffer> {
    while (this.#size < count) {
      const { value, done } = await this.#source.next();
      if (done) throw new CutShort(`${count - this.#size} bytes are missing`);
      this.#held.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      this.#size += value.byteLength;
    }
    const all = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held);
    this.#held = all.length > count ? [all.subarray(count)] : [];
    this.#size = all.length - count;
    return all.subarray(0, count);
  }

  /** The next frame's content. @throws CutShort */
  async frame(): Promise<Buffer> {
    const length = (await this.bytes(LENGTH_BYTES)).readUInt32BE();
    if (length > LONGEST) throw new CutShort(`a frame of ${length} bytes`);
    return this.bytes(length);
  }

  /** Frames up to the empty one. @throws CutShort */
  async *frames(): AsyncGenerator<Buffer> {
    for (;;) {
      const content = await this.frame();
      if (content.length === 0) return;
      yield content;
    }
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
