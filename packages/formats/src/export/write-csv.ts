// CSV exports: UTF-8 with byte order mark, semicolons, CR LF, comma decimals; no cell can be taken for a formula by a spreadsheet.
import type { ExportColumn, ExportKind, ExportSheet, ExportValue } from './columns.ts';

const SEPARATOR = ';';
const ROWS_PER_CHUNK = 500;

/** Cents as a decimal number with a comma: 123456 → 1234,56. */
export function decimalText(cents: number, mark: ',' | '.' = ','): string {
  const size = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${size.slice(0, -2)}${mark}${size.slice(-2)}`;
}

const NUMERIC = /^[-+]?\d+([.,]\d+)?$/;

/** Puts an apostrophe before text a spreadsheet would run (= + - @ tab CR, also in their wide forms), numbers apart. */
export const withoutFormula = (text: string): string =>
  /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) && !NUMERIC.test(text) ? `'${text}` : text;

const quoted = (text: string): string => (/[";\r\n\t|,]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function fieldText(value: ExportValue, kind: ExportKind): string {
  if (value === null || value === undefined) return '';
  if (kind === 'cents') return decimalText(Number(value));
  if (kind === 'text') return quoted(withoutFormula(String(value)));
  return String(value);
}

/** The bytes of a sheet as CSV, in chunks, in flat memory. */
export async function* writeCsv<Key extends string>(table: ExportSheet<Key>): AsyncGenerator<Buffer, void> {
  const header = table.columns.map((column) => fieldText(column.header, 'text'));
  let lines = [`\ufeff${header.join(SEPARATOR)}`];
  for await (const row of table.rows) {
    lines.push(
      table.columns.map((column: ExportColumn<Key>) => fieldText(row[column.key], column.kind)).join(SEPARATOR),
    );
    if (lines.length < ROWS_PER_CHUNK) continue;
    yield chunkOf(lines);
    lines = [];
  }
  if (lines.length > 0) yield chunkOf(lines);
}

const chunkOf = (lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8');
