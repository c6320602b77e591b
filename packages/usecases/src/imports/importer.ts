// An importer: one kind of file, inside the import's transaction. What it returns is stored and reported by import-file.
import type { Exercise } from '@quittance/core/intake';
import type { CompanyId, Currency, Day, ImportId, Result } from '@quittance/core/kernel';
import type { Tx } from '@quittance/db/tx';
import type { TableMapping } from '@quittance/formats/csv';
import type { Progress } from './progress.ts';
import type { ErrorBook, ImportCounts, ImportKind, ImportNote, ImportRefusal } from './report.ts';

/** What an importer works with. */
export type ImportRun = Readonly<{
  kind: ImportKind;
  companyId: CompanyId;
  importId: ImportId;
  currency: Currency;
  actor: string;
  /** The business day: what is corrected today is dated so. */
  on: Day;
  fileName: string;
  /** The file's bytes; may be asked several times. */
  open: () => AsyncIterable<Uint8Array>;
  mapping: TableMapping | undefined;
  /** The account that a person says a bank file is of; counts where the file names none, or leaves a doubt. */
  account: string | undefined;
  /** Whatever does not add up refuses the file. */
  strict: boolean;
  errors: ErrorBook;
  progress: Progress;
}>;

/** What an importer did. */
export type ImportOutcome = Readonly<{
  counts: ImportCounts;
  notes: readonly ImportNote[];
  /** Days the file speaks of, for freshness; null where it does not say. */
  covers: Exercise | null;
  hasOpenings: boolean;
}>;

/** Brings one file in. A refusal undoes everything: the caller rolls back. */
export type Importer = (tx: Tx, run: ImportRun) => Promise<Result<ImportOutcome, ImportRefusal>>;
