// Exports: a sheet is a name, typed columns and rows that come one by one. The same sheet is written as CSV or as a workbook.
import type { Cents, Day } from '@quittance/core/kernel';

/** What a column holds: text, an amount in cents, a day, or a whole number. */
export type ExportKind = 'text' | 'cents' | 'day' | 'int';

/** A value to write; null and undefined are blank. */
export type ExportValue = string | number | Cents | Day | null | undefined;

/** One column: its header as shown, and where its value is in a row. */
export type ExportColumn<Key extends string = string> = Readonly<{ header: string; key: Key; kind: ExportKind }>;

/** A table to write. Rows are read once, in order, as they are needed. */
export type ExportSheet<Key extends string = string> = Readonly<{
  name: string;
  columns: readonly ExportColumn<Key>[];
  rows:
    | AsyncIterable<Readonly<Partial<Record<Key, ExportValue>>>>
    | Iterable<Readonly<Partial<Record<Key, ExportValue>>>>;
}>;

/** Builds a sheet, its keys checked against its rows. */
export const sheet = <Key extends string>(
  name: string,
  columns: readonly ExportColumn<Key>[],
  rows: ExportSheet<Key>['rows'],
): ExportSheet<Key> => ({ name, columns, rows });
