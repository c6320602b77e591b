// FEC layout: what the header line says — separator, where each column stands, how amounts are written.
import { type LineEnd, lineEndOf, NoteBook, RefusalSignal, readable, refusedBy } from '../../text/index.ts';
import { columnOf, EXPECTED_COLUMNS, FEC_COLUMNS, type FecColumn, NEEDED_COLUMNS } from './columns.ts';

/** The variant of a FEC file. */
export type FecLayout = Readonly<{
  separator: '\t' | '|' | ';';
  lineEnd: LineEnd;
  /** Position of each column in a line, or -1 when the file has not got it. */
  position: Readonly<Record<FecColumn, number>>;
  /** The header's own word for a column, for messages. */
  headerOf: (column: FecColumn) => string;
  /** Number of columns of the header, trailing separators apart. */
  columns: number;
  amounts: 'debit_credit' | 'montant_sens';
}>;

const SEPARATORS = ['\t', '|', ';'] as const;
const EXPECTED =
  'a FEC header line: JournalCode, JournalLib, EcritureNum, EcritureDate, CompteNum … separated by tabs or |';

/** A header is looked for in this many bytes. */
const LONGEST_HEADER = 8192;

/** Fewer recognised names than this and the line is no FEC header at all. */
const FEWEST_NAMES = 5;

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();

const split = (line: string, separator: string): string[] => line.split(separator).map(unquoted);

const known = (names: readonly string[]): number => names.filter((name) => columnOf(name)).length;

/** The separator under which most names of the line are FEC columns. */
function bestSeparator(line: string): { separator: FecLayout['separator']; names: string[] } {
  const tried = SEPARATORS.map((separator) => ({ separator, names: split(line, separator) }));
  return tried.reduce((best, next) => (known(next.names) > known(best.names) ? next : best));
}

/** Where the header ends once trailing separators and blanks are left out. */
function lastOfHeader(text: string): number {
  let end = text.length;
  while (end > 0 && '\t|; '.includes(text[end - 1]!)) end--;
  return end;
}

/** First line of the sample that is not blank, with its number. */
export function headerLine(sample: Buffer, lineEnd: LineEnd): { text: string; row: number } {
  const lines = sample.toString('utf8', 0, LONGEST_HEADER).split(lineEnd === 'lf' ? '\n' : '\r');
  const index = lines.findIndex((line) => line.trim() !== '');
  return { text: (lines[index] ?? '').trim(), row: index + 1 };
}

/**
 * Reads the header of a FEC.
 * @throws RefusalSignal `no_header` when the first line already holds an entry, `wrong_format` when it is something else,
 * `missing_columns` when a column is absent without which nothing can be read.
 */
export function readLayout(sample: Buffer, notes: NoteBook): FecLayout {
  const lineEnd = lineEndOf(sample);
  const header = headerLine(sample, lineEnd);
  const text = header.text.slice(0, lastOfHeader(header.text));
  const { separator, names } = bestSeparator(text);
  if (known(names) < FEWEST_NAMES) refuseHeader(header.text, header.row);
  if (separator === ';') notes.add('semicolon_separator', header.row);
  const position = positions(names, header.row, notes);
  requireColumns(position, header);
  noteColumns(position, names.length, { row: header.row, notes });
  const headerOf = (column: FecColumn): string => names[position[column]] ?? column;
  const amounts = position.Debit >= 0 && position.Credit >= 0 ? 'debit_credit' : 'montant_sens';
  return { separator, lineEnd, position, headerOf, columns: names.length, amounts };
}

function refuseHeader(text: string, row: number): never {
  const looksLikeEntry = /(^|[\t|;])"?(19|20)\d{6}"?[\t|;]/.test(text) && /\d[.,]\d\d/.test(text);
  throw new RefusalSignal(looksLikeEntry ? 'no_header' : 'wrong_format', { row, seen: text, expected: EXPECTED });
}

function positions(names: readonly string[], row: number, notes: NoteBook): Record<FecColumn, number> {
  const position = Object.fromEntries(FEC_COLUMNS.map((name) => [name, -1])) as Record<FecColumn, number>;
  names.forEach((name, index) => {
    const match = columnOf(name);
    if (!match) notes.add('unknown_column', row, name);
    else if (position[match.column] >= 0) notes.add('repeated_column', row, name);
    else {
      position[match.column] = index;
      if (!match.isLegal) notes.add('header_alias', row, readable(name));
    }
  });
  return position;
}

function requireColumns(position: Readonly<Record<FecColumn, number>>, header: { text: string; row: number }): void {
  const missing: string[] = NEEDED_COLUMNS.filter((name) => position[name] < 0);
  const hasPair = (a: FecColumn, b: FecColumn): boolean => position[a] >= 0 && position[b] >= 0;
  if (!hasPair('Debit', 'Credit') && !hasPair('Montant', 'Sens')) missing.push('Debit/Credit');
  if (missing.length === 0) return;
  throw new RefusalSignal('missing_columns', { row: header.row, seen: header.text, expected: missing.join(', ') });
}

function noteColumns(
  position: Readonly<Record<FecColumn, number>>,
  count: number,
  at: { row: number; notes: NoteBook },
): void {
  for (const name of EXPECTED_COLUMNS) if (position[name] < 0) at.notes.add('missing_column', at.row, name);
  if (count > 22) at.notes.add('extra_columns', at.row, String(count));
}

/** Whether a text (in UTF-8, its beginning is enough) has the header of a FEC. Never throws. */
export function looksLikeFec(text: string): boolean {
  try {
    readLayout(Buffer.from(text.slice(0, LONGEST_HEADER), 'utf8'), new NoteBook());
    return true;
  } catch (error) {
    return !refusedBy(error);
  }
}
