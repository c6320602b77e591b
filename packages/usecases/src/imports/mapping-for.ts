// Mapping for a file: the columns a person chose, completed with how this very file writes its days and amounts.
import type { TableKind } from '@quittance/core/intake';
import { ok, type Result } from '@quittance/core/kernel';
import { inspectCsv, type TableMapping } from '@quittance/formats/csv';
import type { FileRefusal } from '@quittance/formats/text';
import { inspectXlsx } from '@quittance/formats/xlsx';

/** Columns chosen: canonical column → header of the file; absent ones are as guessed. */
export type ChosenColumns = Readonly<{
  open: () => AsyncIterable<Uint8Array>;
  isWorkbook: boolean;
  table?: TableKind;
  columns?: Readonly<Record<string, string>>;
}>;

/** The mapping to import with. Without a table, the most likely one. */
export async function mappingFor(chosen: ChosenColumns): Promise<Result<TableMapping, FileRefusal>> {
  const shown = chosen.isWorkbook ? await inspectXlsx(chosen.open()) : await inspectCsv(chosen.open());
  if (!shown.ok) return shown;
  const best = shown.value.guesses.find((each) => each.kind === chosen.table) ?? shown.value.guesses[0]!;
  const { mapping } = best.guess;
  return ok(chosen.columns ? { ...mapping, columns: chosen.columns } : mapping);
}
