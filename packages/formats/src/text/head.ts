// The head of a stream: enough bytes to know what the file is, handed back so that nothing is lost.

/** Bytes as they come: a file stream, an upload, an array of buffers in a test. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** How many bytes detection looks at. */
export const HEAD_BYTES = 256 * 1024;

/** The first bytes of a stream, and the whole stream again. */
export type HeadedStream = Readonly<{ head: Buffer; whole: AsyncGenerator<Buffer, void> }>;

const asBuffer = (part: Uint8Array): Buffer => Buffer.from(part.buffer, part.byteOffset, part.byteLength);

async function* iterate(source: ByteSource): AsyncGenerator<Buffer, void> {
  for await (const part of source) if (part.length > 0) yield asBuffer(part);
}

/** Reads up to `limit` bytes ahead; `whole` gives them again and then the rest. */
export async function readHead(source: ByteSource, limit = HEAD_BYTES): Promise<HeadedStream> {
  const rest = iterate(source);
  const parts: Buffer[] = [];
  let size = 0;
  while (size < limit) {
    const next = await rest.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(parts);
  const whole = (async function* () {
    if (head.length > 0) yield head;
    yield* rest;
  })();
  return { head: head.subarray(0, limit), whole };
}
