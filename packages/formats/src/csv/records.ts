// CSV records (RFC 4180, read leniently): a quoted field may hold separators, doubled quotes and line ends. Rows keep their line number.
import type { TableRow } from '../table/index.ts';
import { lineBatches, MAX_LINE_BYTES, RefusalSignal, type TextLine, type Utf8Text } from '../text/index.ts';
import { type CsvSeparator, separatorOf } from './separator.ts';

/** Fields of a record, or null when its last quoted field goes on beyond the text. */
export function splitRecord(text: string, separator: CsvSeparator): string[] | null {
  if (!text.includes('"')) return text.split(separator).map((field) => field.trim());
  const fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const opening = /\S/.exec(text.slice(at, at + 64))?.index ?? 0;
    if (text[at + opening] !== '"' || text[at + opening] === separator) {
      const end = indexOrEnd(text, separator, at);
      fields.push(text.slice(at, end).trim());
      at = end + 1;
      continue;
    }
    const closing = closingQuote(text, at + opening + 1);
    if (closing < 0) return null;
    const end = indexOrEnd(text, separator, closing + 1);
    const inside = text.slice(at + opening + 1, closing).replaceAll('""', '"');
    fields.push((inside + text.slice(closing + 1, end)).trim());
    at = end + 1;
  }
  return fields;
}

const indexOrEnd = (text: string, separator: string, from: number): number => {
  const at = text.indexOf(separator, from);
  return at < 0 ? text.length : at;
};

/** Where the quote that closes the field stands: the next one that is not doubled. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** A quoted field may run over this many lines before it is taken for a quote that was never closed. */
const MOST_LINES = 200;

/** The rows of a CSV text, a batch per chunk. @throws RefusalSignal `malformed_quotes`, `line_too_long`. */
export async function* csvRows(text: Utf8Text): AsyncGenerator<TableRow[], void> {
  const separator = separatorOf(text.sample.toString('utf8', 0, 64 * 1024).split(/\r\n|\n|\r/));
  let pending: { row: number; text: string; lines: number } | null = null;
  for await (const lines of lineBatches(text)) {
    const rows: TableRow[] = [];
    for (const line of lines) {
      pending = joined(pending, line);
      const cells = splitRecord(pending.text, separator);
      if (cells) rows.push({ row: pending.row, cells });
      if (cells) pending = null;
      else checkPending(pending);
    }
    if (rows.length > 0) yield rows;
  }
  if (pending) refuseQuotes(pending.row, pending.text);
}

const joined = (pending: { row: number; text: string; lines: number } | null, line: TextLine) =>
  pending
    ? { row: pending.row, text: `${pending.text}\n${line.text}`, lines: pending.lines + 1 }
    : { row: line.row, text: line.text, lines: 1 };

function checkPending(pending: { row: number; text: string; lines: number }): void {
  if (pending.lines > MOST_LINES || pending.text.length > MAX_LINE_BYTES) refuseQuotes(pending.row, pending.text);
}

function refuseQuotes(row: number, seen: string): never {
  throw new RefusalSignal('malformed_quotes', { row, seen, expected: 'a quoted field that is closed' });
}
