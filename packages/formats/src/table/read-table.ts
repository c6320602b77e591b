// Reading a table: rows of cells in, typed records and row errors out. The header is found, the mapping guessed or given.
import type { TableKind, TableRows } from '@quittance/core/intake';
import { ok, type Result, type RowError } from '@quittance/core/kernel';
import { type FileNote, type FileRefusal, NoteBook, RefusalSignal, refusedBy } from '../text/index.ts';
import { BUILDERS } from './build-rows.ts';
import { cellText, type TableRow } from './cell.ts';
import { findHeader } from './find-header.ts';
import { guessMapping, type MappingGuess, missingColumns } from './guess.ts';
import type { TableMapping } from './mapping.ts';
import { RowLeftOut, RowReader } from './row-reader.ts';

/** Rows read ahead to find the header and learn how days and amounts are written. */
export const SAMPLE_ROWS = 500;

/** Records and errors of one stretch of the file. An error on an optional value leaves the value out, any other the row. */
export type TableBatch<K extends TableKind> = Readonly<{ rows: readonly TableRows[K][]; errors: readonly RowError[] }>;

/** What is known of a table once read. */
export type TableSummary = Readonly<{
  kind: TableKind;
  headers: readonly string[];
  /** As used: what to keep for the next file of this layout. */
  mapping: TableMapping;
  /** Per canonical column; 1 where the caller gave it. */
  confidence: Readonly<Record<string, number>>;
  unused: readonly string[];
  rows: number;
  errors: number;
  notes: readonly FileNote[];
}>;

/** A table being read. Go through `batches` to the end, then ask for the outcome. */
export type TableReading<K extends TableKind> = Readonly<{
  batches: AsyncGenerator<TableBatch<K>, void>;
  /** The summary, or why the file is refused: then nothing it gave may be kept. @throws Error before the end of `batches`. */
  outcome: () => Result<TableSummary, FileRefusal>;
}>;

/** Where the rows come from: each format gives this. */
export type RowSource = Readonly<{ rows: AsyncIterable<readonly TableRow[]>; is1904: () => boolean }>;

/** How to read a table. */
export type TableOptions = Readonly<{ mapping?: TableMapping }>;

/** Reads the table of one kind that `open` gives. Shared by CSV and XLSX. */
export function readTable<K extends TableKind>(
  kind: K,
  open: (notes: NoteBook) => Promise<RowSource>,
  options: TableOptions = {},
): TableReading<K> {
  let outcome: Result<TableSummary, FileRefusal> | null = null;
  async function* batches(): AsyncGenerator<TableBatch<K>, void> {
    try {
      const notes = new NoteBook();
      outcome = ok(yield* readRows(kind, await open(notes), { notes, options }));
    } catch (error) {
      outcome = refusedBy(error);
    }
  }
  return {
    batches: batches(),
    outcome: () => {
      if (!outcome) throw new Error('the table has not been read to its end');
      return outcome;
    },
  };
}

/** The first rows of a source, and all of them again. */
export async function sampleOf(rows: AsyncIterable<readonly TableRow[]>) {
  const rest = rows[Symbol.asyncIterator]();
  const sample: TableRow[] = [];
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    for (const row of next.value) sample.push(row);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  const all = (async function* () {
    yield sample as readonly TableRow[];
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  })();
  return { sample: sample.slice(0, SAMPLE_ROWS), all };
}

/** The mapping to use: the caller's with what the sample tells about writing, or a guess. @throws RefusalSignal `missing_columns`. */
function settleMapping(headers: readonly string[], guess: MappingGuess, given: TableMapping | undefined): MappingGuess {
  const used = given ? withGiven(headers, guess, given) : guess;
  if (used.missing.length === 0) return used;
  throw new RefusalSignal('missing_columns', { seen: headers.join(' | '), expected: used.missing.join(', ') });
}

function withGiven(headers: readonly string[], guess: MappingGuess, given: TableMapping): MappingGuess {
  const entries = Object.entries(given.columns).filter(([, header]) => headers.includes(header));
  const columns = Object.fromEntries(entries);
  const taken = new Set(Object.values(columns));
  const mapping = { ...given, columns, decimalMarks: { ...guess.mapping.decimalMarks, ...given.decimalMarks } };
  const confidence = Object.fromEntries(entries.map(([name]) => [name, 1]));
  return {
    mapping,
    confidence,
    missing: missingColumns(mapping),
    unused: headers.filter((header) => !taken.has(header)),
  };
}

async function* readRows<K extends TableKind>(
  kind: K,
  source: RowSource,
  file: { notes: NoteBook; options: TableOptions },
): AsyncGenerator<TableBatch<K>, TableSummary> {
  const { sample, all } = await sampleOf(source.rows);
  if (sample.length === 0) throw new RefusalSignal('empty_file', { expected: 'a header line and rows' });
  const header = findHeader(sample, [kind]);
  const guess = guessMapping(header.headers, header.below, kind);
  const { mapping, confidence, unused } = settleMapping(header.headers, guess, file.options.mapping);
  const { notes } = file;
  const reader = new RowReader(mapping, header.headers, { notes, is1904: source.is1904() });
  const counts = { rows: 0, errors: 0 };
  for await (const chunk of all) {
    const batch = build(
      kind,
      chunk.filter(({ row }) => row > header.row),
      reader,
    );
    counts.rows += batch.rows.length;
    counts.errors += batch.errors.length;
    if (batch.rows.length + batch.errors.length > 0) yield batch;
  }
  if (counts.rows + counts.errors === 0)
    throw new RefusalSignal('no_entry', { seen: 'a header line only', expected: 'at least one row' });
  return { kind, headers: header.headers, mapping, confidence, unused, ...counts, notes: notes.all() };
}

function build<K extends TableKind>(kind: K, chunk: readonly TableRow[], reader: RowReader): TableBatch<K> {
  const rows: TableRows[K][] = [];
  for (const row of chunk) {
    if (row.cells.every((cell) => cellText(cell) === '')) continue;
    reader.at(row);
    try {
      rows.push(BUILDERS[kind](reader));
    } catch (error) {
      if (!(error instanceof RowLeftOut)) throw error;
    }
  }
  return { rows, errors: reader.errors.splice(0) };
}
