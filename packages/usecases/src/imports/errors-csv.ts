// Row errors as a CSV file, so that whoever made the file can mend it line by line.
import type { RowError } from '@quittance/core/kernel';
import { sheet, writeCsv } from '@quittance/formats/export';

const HEADERS = {
  fr: { row: 'ligne', column: 'colonne', code: 'code', seen: 'lu', expected: 'attendu' },
  en: { row: 'row', column: 'column', code: 'code', seen: 'seen', expected: 'expected' },
} as const;

/** The whole file as bytes; cells that a spreadsheet would run are made harmless. */
export async function errorsCsv(errors: readonly RowError[], language: 'fr' | 'en'): Promise<Buffer> {
  const headers = HEADERS[language];
  const columns = [
    { header: headers.row, key: 'row', kind: 'int' },
    { header: headers.column, key: 'column', kind: 'text' },
    { header: headers.code, key: 'code', kind: 'text' },
    { header: headers.seen, key: 'seen', kind: 'text' },
    { header: headers.expected, key: 'expected', kind: 'text' },
  ] as const;
  const pieces: Buffer[] = [];
  for await (const piece of writeCsv(sheet('errors', columns, errors))) pieces.push(piece);
  return Buffer.concat(pieces);
}
