// Opens a table file of one kind, CSV or workbook, with the columns given, remembered, or guessed; remembers those that were given.
import type { TableKind } from '@quittance/core/intake';
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { findMapping } from '@quittance/db/imports';
import { saveMapping } from '@quittance/db/imports/write';
import type { Tx } from '@quittance/db/tx';
import { inspectCsv, readCsv, type TableMapping, type TableReading } from '@quittance/formats/csv';
import { inspectXlsx, readXlsx } from '@quittance/formats/xlsx';
import type { ImportRun } from '../importer.ts';
import { layoutOf } from '../layout.ts';
import type { ImportNote, ImportRefusal } from '../report.ts';

/** A table being read, its errors going to the import's book. */
export type OpenTable<K extends TableKind> = Readonly<{
  batches: AsyncGenerator<TableReading<K> extends { batches: AsyncGenerator<infer B, void> } ? B : never, void>;
  /** What names the file's layout. */
  layout: Readonly<{ companyId: CompanyId; kind: K; signature: string }>;
  /** After the last batch: whether the file was one. */
  outcome: TableReading<K>['outcome'];
  /** After the last batch: what was odd, or why the file is refused. */
  close: () => Promise<Result<readonly ImportNote[], ImportRefusal>>;
}>;

/** Opens the file as a table of that kind; refused where nothing in it looks like one. */
export async function openTable<K extends TableKind>(
  tx: Tx,
  run: ImportRun,
  kind: K,
): Promise<Result<OpenTable<K>, ImportRefusal>> {
  const isWorkbook = run.kind === 'xlsx';
  const shown = isWorkbook ? await inspectXlsx(run.open(), [kind]) : await inspectCsv(run.open(), [kind]);
  if (!shown.ok) return shown;
  const { headers, guesses } = shown.value;
  const signature = layoutOf(headers);
  const layout = { companyId: run.companyId, kind, signature };
  const kept = run.mapping ? undefined : await findMapping(tx, layout);
  const guessed = guesses[0]!.guess.mapping;
  const mapping: TableMapping | undefined = run.mapping ?? (kept ? { ...guessed, columns: kept } : undefined);
  if (mapping && mapping.kind !== kind) {
    return refuse({ code: 'mapping_of_other_kind', row: null, seen: mapping.kind, expected: kind });
  }
  const source = run.progress.count(run.open());
  const options = mapping ? { mapping } : {};
  const reading = isWorkbook ? readXlsx(kind, source, options) : readCsv(kind, source, options);
  const close = async (): Promise<Result<readonly ImportNote[], ImportRefusal>> => {
    const outcome = reading.outcome();
    if (!outcome.ok) return outcome;
    const known = run.mapping?.columns ?? (run.account === undefined ? undefined : (kept ?? guessed.columns));
    if (known) await saveMapping(tx, { ...layout, mapping: known });
    return ok([...outcome.value.notes.map((note): ImportNote => ({ ...note })), ...unusedNote(outcome.value.unused)]);
  };
  return ok({ batches: counted(reading, run), layout, outcome: () => reading.outcome(), close });
}

const unusedNote = (unused: readonly string[]): ImportNote[] =>
  unused.length > 0 ? [{ code: 'unused_columns', columns: unused }] : [];

async function* counted<K extends TableKind>(reading: TableReading<K>, run: ImportRun) {
  for await (const batch of reading.batches) {
    run.errors.addUnread(batch.errors);
    run.errors.read(batch.rows.length);
    run.progress.rows(batch.rows.length);
    if (batch.rows.length > 0) yield batch;
  }
}

/** Cuts a list so that one statement stays small. */
export const inChunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** Rows a statement takes at most. */
export const CHUNK = 2_000;
