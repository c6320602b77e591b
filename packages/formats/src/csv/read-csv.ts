// CSV files of customers, contacts, invoices, payments and bank movements, streamed: any encoding, separator, header vocabulary.
import { TABLE_KINDS, type TableKind } from '@quittance/core/intake';
import { ok, type Result } from '@quittance/core/kernel';
import { inspectRows, readTable, type TableInspection, type TableOptions, type TableReading } from '../table/index.ts';
import { type ByteSource, type FileRefusal, NoteBook, openUtf8, refusedBy } from '../text/index.ts';
import { csvRows } from './records.ts';

/** Reads a CSV file of one kind; the mapping is guessed unless given. */
export function readCsv<K extends TableKind>(kind: K, source: ByteSource, options: TableOptions = {}): TableReading<K> {
  const open = async (notes: NoteBook) => {
    const text = await openUtf8(source, notes);
    return { rows: csvRows(text), is1904: () => false };
  };
  return readTable(kind, open, options);
}

/** Looks at the beginning of a CSV file: its headers, some rows, and the guessed mapping of each kind, best first. */
export async function inspectCsv(
  source: ByteSource,
  kinds: readonly TableKind[] = TABLE_KINDS,
): Promise<Result<TableInspection, FileRefusal>> {
  try {
    const text = await openUtf8(source, new NoteBook());
    return ok(await inspectRows(csvRows(text), kinds));
  } catch (error) {
    return refusedBy(error);
  }
}
