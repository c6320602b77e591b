// Workbooks of customers, contacts, invoices, payments and bank movements: the first sheet that holds something, read like a CSV.
import { TABLE_KINDS, type TableKind } from '@quittance/core/intake';
import { ok, type Result } from '@quittance/core/kernel';
import {
  inspectRows,
  type RowSource,
  readTable,
  type TableInspection,
  type TableOptions,
  type TableReading,
  type TableRow,
} from '../table/index.ts';
import { type ByteSource, type FileRefusal, refusedBy } from '../text/index.ts';
import { allBytes, ZipFile } from '../zip/index.ts';
import { sheetRows } from './sheet.ts';
import { readWorkbook, type Workbook } from './workbook.ts';

async function* firstFilledSheet(zip: ZipFile, book: Workbook): AsyncGenerator<TableRow[], void> {
  for (const part of book.sheets) {
    let isFilled = false;
    for await (const rows of sheetRows(zip, part, book)) {
      isFilled = true;
      yield rows;
    }
    if (isFilled) return;
  }
}

async function open(source: ByteSource): Promise<RowSource> {
  const zip = new ZipFile(await allBytes(source));
  const book = await readWorkbook(zip);
  return { rows: firstFilledSheet(zip, book), is1904: () => book.is1904 };
}

/** Reads a workbook of one kind; the mapping is guessed unless given. Row numbers are the sheet's own. */
export function readXlsx<K extends TableKind>(
  kind: K,
  source: ByteSource,
  options: TableOptions = {},
): TableReading<K> {
  return readTable(kind, () => open(source), options);
}

/** Looks at the beginning of a workbook: headers, some rows, and the guessed mapping of each kind, best first. */
export async function inspectXlsx(
  source: ByteSource,
  kinds: readonly TableKind[] = TABLE_KINDS,
): Promise<Result<TableInspection, FileRefusal>> {
  try {
    return ok(await inspectRows((await open(source)).rows, kinds));
  } catch (error) {
    return refusedBy(error);
  }
}
