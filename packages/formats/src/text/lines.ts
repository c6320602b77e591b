// Line splitting over chunk borders for CR LF, LF, CR and CR CR LF, with the line numbers a text editor would show.
import { RefusalSignal } from './refusal.ts';
import type { Utf8Text } from './utf8-stream.ts';

/** How lines end: LF also stands for CR LF and CR CR LF, whose carriage returns are dropped. */
export type LineEnd = 'lf' | 'cr';

/** A line longer than this many bytes is not a line: the file is refused. */
export const MAX_LINE_BYTES = 1024 * 1024;

/** CR only where the sample has no LF at all. */
export const lineEndOf = (sample: Uint8Array): LineEnd => (!sample.includes(10) && sample.includes(13) ? 'cr' : 'lf');

/** The byte that ends a line. */
export const lineEndByte = (lineEnd: LineEnd): 10 | 13 => (lineEnd === 'lf' ? 10 : 13);

/** @throws RefusalSignal `line_too_long` when what is carried over is longer than any line may be. */
export function checkLineLength(bytes: number, row: number): void {
  if (bytes <= MAX_LINE_BYTES) return;
  throw new RefusalSignal('line_too_long', { row, seen: `${bytes} bytes`, expected: 'lines of at most 1 MB' });
}

/** One line of text with its 1-based number. */
export type TextLine = Readonly<{ row: number; text: string }>;

/** The lines of a text, a batch per chunk. @throws RefusalSignal `line_too_long`. */
export async function* lineBatches(text: Utf8Text): AsyncGenerator<TextLine[], void> {
  const end = lineEndByte(lineEndOf(text.sample));
  let carried = Buffer.alloc(0);
  let row = 0;
  for await (const chunk of text.chunks) {
    const buffer = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
    const lines: TextLine[] = [];
    let start = 0;
    for (let at = buffer.indexOf(end); at >= 0; at = buffer.indexOf(end, start)) {
      checkLineLength(at - start, row + 1);
      lines.push({ row: ++row, text: lineText(buffer, start, at) });
      start = at + 1;
    }
    carried = Buffer.from(buffer.subarray(start));
    checkLineLength(carried.length, row + 1);
    if (lines.length > 0) yield lines;
  }
  if (carried.length > 0) yield [{ row: row + 1, text: lineText(carried, 0, carried.length) }];
}

const LF = 10;
const CR = 13;

/** The text between two line ends, without the carriage returns before one and the line feed after the other. */
function lineText(buffer: Buffer, start: number, end: number): string {
  let last = end;
  while (last > start && buffer[last - 1] === CR) last--;
  return buffer.toString('utf8', buffer[start] === LF ? start + 1 : start, last);
}
