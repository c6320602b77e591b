// What an import answers: the stable shape of the command line's JSON, with the notes and the refusal beside it.
import type { Cents, ImportId, RowError } from '@quittance/core/kernel';

/** Kinds of files, as the command line names them. */
export const IMPORT_KINDS = [
  'fec',
  'csv-customers',
  'csv-contacts',
  'csv-invoices',
  'csv-payments',
  'csv-bank',
  'xlsx',
  'camt',
  'cfonb120',
  'cfonb240',
  'mt940',
  'ofx',
  'einvoice',
] as const;
/** A kind of file. */
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Facts touched, by kind. */
export type Touched = Readonly<{ created: number; updated: number }>;
export type ImportCounts = Readonly<{
  customers: Touched;
  contacts: Touched;
  invoices: Touched;
  creditNotes: Touched;
  payments: Touched;
  allocations: Touched;
  transactions: Touched;
}>;

const NONE: Touched = { created: 0, updated: 0 };
export const NO_COUNTS: ImportCounts = {
  customers: NONE,
  contacts: NONE,
  invoices: NONE,
  creditNotes: NONE,
  payments: NONE,
  allocations: NONE,
  transactions: NONE,
};

/** Something worth knowing that did not stop the import: a code and its facts; the catalogues speak to people. */
export type ImportNote = Readonly<{ code: string } & Record<string, unknown>>;

/** Why a whole file is refused; the ledger has not moved. */
export type ImportRefusal = Readonly<{ code: string; row: number | null; seen: string; expected: string }>;

export type ImportStatus = 'imported' | 'unchanged' | 'refused' | 'dry_run';

/** The result of one file. */
export type ImportReport = Readonly<{
  /** Null for a dry run, which leaves nothing. */
  importId: ImportId | null;
  file: string;
  kind: ImportKind | 'unknown';
  sha256: string;
  status: ImportStatus;
  counts: ImportCounts;
  /** Open receivables less unapplied credits of the company, after the import. */
  openCents: Cents;
  /** The first rows that could not be read, in file order; `errorCount` counts them all. */
  errors: readonly RowError[];
  errorCount: number;
  notes: readonly ImportNote[];
  refusal: ImportRefusal | null;
}>;

/** Row errors kept at most, in the report and in the database. */
export const MOST_ERRORS = 10_000;

/** Collects row errors: the first ones whole, all of them counted. */
export class ErrorBook {
  readonly errors: RowError[] = [];
  count = 0;

  /** Rows that were read as rows, whatever came of them later. */
  private rowsRead = 0;
  private readonly refusedRows = new Set<number>();

  /** Counts rows that could be read. */
  read(rows: number): void {
    this.rowsRead += rows;
  }

  /** Whether a table's every row was refused: those that could not be read, and all the others. */
  get refusedAll(): boolean {
    return this.isTable && this.count > 0 && this.refusedRows.size >= this.rowsRead;
  }

  private isTable = false;

  /** Errors of rows that could not even be read as rows of a table. */
  addUnread(errors: readonly RowError[]): void {
    this.isTable = true;
    this.keep(errors);
  }

  add(errors: readonly RowError[]): void {
    for (const { row } of errors) this.refusedRows.add(row);
    this.keep(errors);
  }

  private keep(errors: readonly RowError[]): void {
    this.count += errors.length;
    const room = MOST_ERRORS - this.errors.length;
    if (room > 0) this.errors.push(...errors.slice(0, room));
  }

  /** In file order: some errors are found after others that stand below them. */
  inOrder(): readonly RowError[] {
    return this.errors.sort((a, b) => a.row - b.row);
  }
}
