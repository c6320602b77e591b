// Import views: what an uploaded file looks like, and how an import of it is getting on.
import type { CustomerId, ImportId, InvoiceId } from '@quittance/core/kernel';
import { z } from 'zod';
import { centsValue, currencyValue, dayValue, idValue, instantValue } from '../../values/index.ts';

/** File kinds of this release, as the command line names them. */
export const importKindValue = z.enum([
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
  'zip',
]);

/** What the rows of a table file are; a FEC needs none. */
export const importTargetValue = z.enum(['customers', 'contacts', 'invoices', 'payments', 'bank']);

/** Our column → header of the file. */
export const mappingValue = z.record(z.string().max(60), z.string().max(200));

/** One row that could not be read. */
export const rowErrorView = z.strictObject({
  row: z.int(),
  column: z.string(),
  code: z.string(),
  seen: z.string(),
  expected: z.string(),
});

/** What was recognised in an uploaded file, before anything is imported. */
export const uploadView = z.strictObject({
  uploadId: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  kind: importKindValue.nullable(),
  target: importTargetValue.nullable(),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  /** Sheets of a workbook, the read one first; empty for text files. */
  sheets: z.array(z.string()),
  headers: z.array(z.string()),
  sampleRows: z.array(z.array(z.string())),
  /** Columns this kind of file may carry, with what each is guessed to be. */
  columns: z.array(z.strictObject({ column: z.string(), required: z.boolean(), header: z.string().nullable() })),
  /** The mapping was remembered from an earlier file with the same headers. */
  remembered: z.boolean(),
  /** For bank tables: the company's accounts, of which one may be said to be the file's. */
  accounts: z.array(
    z.strictObject({ bankAccountId: idValue(), name: z.string(), identity: z.string(), currency: currencyValue }),
  ),
  /** The account that the last such file was said to be of. */
  accountId: idValue().nullable(),
  /** SIREN that the name of a FEC gives, where it is not the company's. */
  otherSiren: z.string().nullable(),
  /** The same file, byte for byte, was already imported. */
  importedBefore: z.strictObject({ importId: idValue<ImportId>(), at: instantValue }).nullable(),
});

const touched = z.strictObject({ created: z.int(), updated: z.int() });

/** Facts created and updated, by kind. */
export const importCounts = z.strictObject({
  customers: touched,
  contacts: touched,
  invoices: touched,
  creditNotes: touched,
  payments: touched,
  allocations: touched,
  transactions: touched,
});

/** What an import did, or a dry run would do; the command line prints the same. */
export const importReport = z.strictObject({
  /** Null for a dry run. */
  importId: idValue<ImportId>().nullable(),
  fileName: z.string(),
  kind: importKindValue,
  sha256: z.string(),
  status: z.enum(['running', 'imported', 'unchanged', 'refused', 'failed', 'withdrawn', 'dry_run']),
  startedAt: instantValue,
  startedBy: z.string(),
  finishedAt: instantValue.nullable(),
  /** A bank file withdrawn: when and by whom. */
  withdrawn: z.strictObject({ at: instantValue, by: z.string() }).nullable(),
  counts: importCounts,
  /** Open receivables less credits after it, in `currency`; null where nothing came in. */
  openCents: centsValue.nullable(),
  currency: currencyValue,
  errorCount: z.int(),
  /** Things worth saying that are no errors: code and facts. */
  notes: z.array(z.strictObject({ code: z.string(), facts: z.record(z.string(), z.unknown()) })),
  /** Why the whole file was refused, else null. */
  refusal: rowErrorView.nullable(),
});

/** An import at work in the background; it goes on when the page is left. */
export const importJob = z.strictObject({
  jobId: idValue(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  dryRun: z.boolean(),
  progress: z.strictObject({
    phase: z.enum(['waiting', 'reading', 'checking', 'saving', 'allocating', 'done']),
    rows: z.int(),
    /** Share of the file done, 0 to 100. */
    percent: z.number().min(0).max(100),
  }),
  report: importReport.nullable(),
  /** The first errors, at most 200; the file has them all. */
  errors: z.array(rowErrorView),
});

/** What withdrawing a bank file would do. */
export const fileWithdrawal = z.strictObject({
  statements: z.int(),
  /** Movements that would count no more; those that another statement tells too stay. */
  movements: z.int(),
  staying: z.int(),
  /** Decisions about those that go, undone with them, and the money they matched. */
  decisions: z.int(),
  matched: z.array(z.strictObject({ currency: currencyValue, cents: centsValue })),
});

/** One thing that an import brought or undid. */
export const importChange = z.strictObject({
  kind: z.enum(['customer', 'invoice', 'credit_note', 'payment', 'lettered', 'withdrawn']),
  customerId: idValue<CustomerId>(),
  customerName: z.string(),
  invoiceId: idValue<InvoiceId>().nullable(),
  number: z.string(),
  on: dayValue.nullable(),
  cents: centsValue.nullable(),
  currency: currencyValue.nullable(),
});

/** Columns remembered for files of one layout. */
export const rememberedMapping = z.strictObject({
  target: importTargetValue,
  headers: z.string(),
  columns: mappingValue,
  usedAt: instantValue,
});

export type FileWithdrawal = z.output<typeof fileWithdrawal>;
export type ImportChange = z.output<typeof importChange>;
export type RememberedMapping = z.output<typeof rememberedMapping>;
export type UploadView = z.output<typeof uploadView>;
export type ImportReport = z.output<typeof importReport>;
export type ImportJob = z.output<typeof importJob>;
export type ImportCounts = z.output<typeof importCounts>;
