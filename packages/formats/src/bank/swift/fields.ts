// Fields of a SWIFT statement: `:61:` and what follows until the next tag; blocks and bank headers around messages are dropped.
import type { TextLine } from '../../text/index.ts';

/** A field with its lines, from where it stands in the file. */
export type SwiftField = { row: number; tag: string; lines: string[] };

const TAG = /^(?:\{4:)?:(\d{2}[A-Z]?):(.*)$/;
/** The end of a message, or a block header of the network. */
const BORDER = /^(-\}?|\{[1235]:.*|\{4:)$/;

/** Groups lines into fields; lines before the first tag are the bank's headers. */
export class SwiftFields {
  readonly fields: SwiftField[] = [];

  add({ row, text }: TextLine): void {
    const line = text.trimEnd();
    const found = TAG.exec(line);
    if (found) this.fields.push({ row, tag: found[1] ?? '', lines: [found[2] ?? ''] });
    else if (BORDER.test(line)) this.fields.push({ row, tag: '-', lines: [] });
    else this.fields.at(-1)?.lines.push(line);
  }
}

/** Lines as wide as the field allows were cut in the middle of a word. */
const WRAPPED_AT = 65;

/** The lines of a field as text: those the network cut are joined, those the bank ended stay lines. */
export const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line, index) => {
    if (index === 0) return line;
    const before = lines[index - 1] ?? '';
    return before.length >= WRAPPED_AT ? text + line : `${text}\n${line}`;
  }, '');
