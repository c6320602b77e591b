// Any text file as a stream of UTF-8 bytes: the ground every text reader stands on. Binary content is refused.
import { type Encoding, transcoderFor } from './encoding.ts';
import { type ByteSource, readHead } from './head.ts';
import type { NoteBook } from './notes.ts';
import { RefusalSignal } from './refusal.ts';
import { signatureOf } from './signature.ts';

/** A text being read: its UTF-8 bytes, a sample of them, and the encoding found so far. */
export type Utf8Text = Readonly<{
  /** The beginning of the text in UTF-8, for looking at the header. */
  sample: Buffer;
  chunks: AsyncGenerator<Buffer, void>;
  encoding: () => Encoding;
}>;

const TEXT_EXPECTED = 'a text file';

/**
 * Opens a text file of any supported encoding.
 * @throws RefusalSignal `empty_file`, `wrong_format` (a known binary format), `binary_file` (NUL bytes), here or while streaming.
 */
export async function openUtf8(source: ByteSource, notes: NoteBook): Promise<Utf8Text> {
  const { head, whole } = await readHead(source);
  if (head.length === 0) throw new RefusalSignal('empty_file', { expected: TEXT_EXPECTED });
  const signature = signatureOf(head);
  if (signature) throw new RefusalSignal('wrong_format', { seen: signature, expected: TEXT_EXPECTED });
  const transcoder = transcoderFor(head, notes);
  const first = await whole.next();
  const sample = checked(transcoder.push(first.value ?? Buffer.alloc(0)));
  const chunks = (async function* () {
    if (sample.length > 0) yield sample;
    for await (const chunk of whole) yield checked(transcoder.push(chunk));
    const last = checked(transcoder.end());
    if (last.length > 0) yield last;
  })();
  return { sample, chunks, encoding: () => transcoder.encoding };
}

function checked(chunk: Buffer): Buffer {
  if (chunk.includes(0)) throw new RefusalSignal('binary_file', { expected: TEXT_EXPECTED });
  return chunk;
}
