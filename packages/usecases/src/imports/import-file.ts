// Importing a file: recognised by its hash, brought in whole within one transaction, one at a time for a company, reported.
import type { CompanyId, Day, ImportId, Result } from '@quittance/core/kernel';
import { findCompany } from '@quittance/db/companies';
import { insertFile } from '@quittance/db/files/write';
import { findImportOfFile } from '@quittance/db/imports';
import { finishImport, insertImport, insertImportErrors, lockImports } from '@quittance/db/imports/write';
import { appendEvent } from '@quittance/db/journal';
import { readOpenCents } from '@quittance/db/ledger';
import type { Tx } from '@quittance/db/tx';
import { BANK_KINDS } from '@quittance/formats/bank';
import type { TableMapping } from '@quittance/formats/csv';
import { type Context, inOrganization } from '../context/index.ts';
import { followMoney } from '../payments/follow-up.ts';
import { hashFile } from './file-hash.ts';
import type { Importer, ImportOutcome } from './importer.ts';
import { IMPORTERS } from './importers.ts';
import { type ImportProgress, Progress } from './progress.ts';
import { recogniseFile } from './remembered-kind.ts';
import {
  ErrorBook,
  type ImportCounts,
  type ImportKind,
  type ImportRefusal,
  type ImportReport,
  NO_COUNTS,
} from './report.ts';

/** A file to import. */
export type ImportRequest = Readonly<{
  companyId: CompanyId;
  kind: ImportKind | 'auto';
  fileName: string;
  /** The file's bytes from the start; called several times. */
  open: () => AsyncIterable<Uint8Array>;
  /** Columns of a table file; else remembered ones, else guessed. */
  mapping?: TableMapping;
  /** Account of a bank file that names none: IBAN, number, name, or `id:N`. */
  account?: string | undefined;
  /** All or nothing: one row that cannot be read refuses the file. */
  strict?: boolean;
  /** Does everything, reports it, and leaves nothing. */
  dryRun?: boolean;
  /** The business day: corrections are dated so. */
  on: Day;
  onProgress?: (progress: ImportProgress) => void;
  /** Why the file cannot be had, known before: it is refused and remembered so. */
  refused?: ImportRefusal;
}>;

/** The file once looked at. */
type KnownFile = Readonly<{ kind: ImportKind | 'unknown'; sha256: string; bytes: number }>;

/** Leaves the transaction without committing it, with the report of what was done or refused. */
class Undo extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super(report.status);
    this.report = report;
  }
}

/** Imports one file. What it is refused for is in the report; only a bug or a lost database throws. */
export async function importFile(context: Context, request: ImportRequest): Promise<ImportReport> {
  const progress = new Progress(request.onProgress);
  progress.enter('checking');
  const file = await lookAt(context, request, progress);
  const refusal = request.refused ?? refusalOfKind(file.kind);
  const report = refusal
    ? await inOrganization(context, (tx) => refusedReport(tx, { request, file, refusal, errors: new ErrorBook() }))
    : await bringIn(context, { request, file, progress });
  progress.enter('done');
  if (report.status !== 'refused' || request.dryRun) return report;
  return inOrganization(context, (tx) => recordRefusal(tx, context.actor, { request, report }));
}

async function lookAt(context: Context, request: ImportRequest, progress: Progress): Promise<KnownFile> {
  const kind = request.kind === 'auto' ? (await recogniseFile(context, request)).kind : request.kind;
  const hashed = await hashFile(progress.count(request.open()));
  progress.measured(hashed.bytes);
  return { kind, ...hashed };
}

function refusalOfKind(kind: KnownFile['kind']): ImportRefusal | null {
  const known = Object.keys(IMPORTERS).join(' ');
  if (kind === 'unknown') return { code: 'unknown_kind', row: null, seen: '', expected: known };
  return IMPORTERS[kind] ? null : { code: 'kind_not_supported_yet', row: null, seen: kind, expected: known };
}

type Job = Readonly<{ request: ImportRequest; file: KnownFile; progress: Progress }>;

async function bringIn(context: Context, job: Job): Promise<ImportReport> {
  try {
    return await inOrganization(context, async (tx) => {
      const report = await importIn(tx, context.actor, job);
      if (report.status === 'imported') await followMoney(tx, context, job.request.companyId);
      return report;
    });
  } catch (error) {
    if (error instanceof Undo) return error.report;
    throw error;
  }
}

async function importIn(tx: Tx, actor: string, job: Job): Promise<ImportReport> {
  const { request, file } = job;
  const { companyId } = request;
  const kind = file.kind as ImportKind;
  await lockImports(tx, companyId);
  const company = await findCompany(tx, companyId);
  if (!company) throw new Error(`no company ${companyId} in this organization`);
  if (await isBroughtIn(tx, job)) return unchanged(tx, actor, job);
  const base = {
    companyId,
    kind,
    fileName: request.fileName,
    sha256: file.sha256,
    strict: request.strict ?? false,
    actor,
  };
  const importId = await insertImport(tx, base);
  if (!request.dryRun) await keep(tx, job);
  const errors = new ErrorBook();
  const { on, fileName, open, mapping, account } = request;
  const run = {
    kind,
    companyId,
    importId,
    currency: company.currency,
    actor,
    on,
    fileName,
    open,
    mapping,
    account,
    strict: request.strict ?? false,
    errors,
    progress: job.progress,
  };
  const importer = IMPORTERS[kind] as Importer;
  const done = strictly(await importer(tx, run), request, errors);
  if (!done.ok) throw new Undo(await refusedReport(tx, { request, file, refusal: done.refusal, errors }));
  return finish(tx, { ...job, importId, actor, errors }, done.value);
}

const isNothing = (counts: ImportCounts): boolean =>
  Object.values(counts).every(({ created, updated }) => created + updated === 0);

function strictly(
  done: Result<ImportOutcome, ImportRefusal>,
  request: ImportRequest,
  errors: ErrorBook,
): Result<ImportOutcome, ImportRefusal> {
  if (!done.ok || errors.count === 0) return done;
  if (errors.refusedAll && isNothing(done.value.counts)) {
    const first = errors.inOrder()[0]!.row;
    return {
      ok: false,
      refusal: {
        code: 'nothing_taken',
        row: first,
        seen: String(errors.count),
        expected: 'at least one row that can be taken',
      },
    };
  }
  if (!request.strict) return done;
  const refusal = { code: 'unreadable_rows', row: errors.inOrder()[0]!.row, seen: String(errors.count), expected: '0' };
  return { ok: false, refusal };
}

/** Kinds whose facts cannot be brought back by a second import: books, and banks' own statements. */
const ALWAYS_KNOWN: readonly string[] = ['fec', ...BANK_KINDS];

/** A strict import of a file that came in with rows left out is looked at again, to be refused. Books and statements are recognised whenever they were brought in; a table only while nothing came after it, since it may be meant to bring values back. */
async function isBroughtIn(tx: Tx, { request, file }: Job): Promise<boolean> {
  const { companyId } = request;
  const found = await findImportOfFile(tx, { companyId, kind: file.kind, sha256: file.sha256 });
  if (found === undefined || (request.strict && found.errorCount > 0)) return false;
  return ALWAYS_KNOWN.includes(file.kind) || found.isLatest;
}

async function keep(tx: Tx, { request, file }: Job): Promise<void> {
  const { sha256, bytes } = file;
  const mediaType =
    file.kind === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/plain';
  await insertFile(tx, { sha256, name: request.fileName, mediaType, bytes }, request.open());
}

const baseReport = ({ request, file }: Pick<Job, 'request' | 'file'>) => ({
  file: request.fileName,
  kind: file.kind,
  sha256: file.sha256,
});

async function unchanged(tx: Tx, actor: string, job: Job): Promise<ImportReport> {
  const { request, file } = job;
  const report: ImportReport = {
    importId: null,
    ...baseReport(job),
    status: 'unchanged',
    counts: NO_COUNTS,
    openCents: await readOpenCents(tx, request.companyId),
    errors: [],
    errorCount: 0,
    notes: [],
    refusal: null,
  };
  if (request.dryRun) return report;
  const { companyId, fileName } = request;
  const importId = await insertImport(tx, {
    companyId,
    kind: file.kind,
    fileName,
    sha256: file.sha256,
    strict: request.strict ?? false,
    actor,
  });
  await finishImport(tx, importId, { ...ENDED, status: 'unchanged' });
  return { ...report, importId };
}

const ENDED = { counts: NO_COUNTS, notes: [], refusal: null, errorCount: 0, covers: null, hasOpenings: false };

type Finished = Job & Readonly<{ importId: ImportId; actor: string; errors: ErrorBook }>;

async function finish(tx: Tx, job: Finished, outcome: ImportOutcome): Promise<ImportReport> {
  const { request, importId, errors } = job;
  const { counts, notes } = outcome;
  const report: ImportReport = {
    importId,
    ...baseReport(job),
    status: request.dryRun ? 'dry_run' : 'imported',
    counts,
    openCents: await readOpenCents(tx, request.companyId),
    errors: errors.inOrder(),
    errorCount: errors.count,
    notes,
    refusal: null,
  };
  if (request.dryRun) throw new Undo({ ...report, importId: null });
  await finishImport(tx, importId, { ...ENDED, ...outcome, status: 'imported', errorCount: errors.count });
  await insertImportErrors(tx, importId, report.errors);
  const { file, kind, sha256, openCents } = report;
  const payload = { file, kind, sha256, companyId: request.companyId, counts, openCents, errors: errors.count };
  await appendEvent(tx, {
    kind: 'import.done',
    actor: job.actor,
    subject: 'import',
    subjectId: importId,
    payload,
    on: request.on,
  });
  return report;
}

type Refused = Readonly<{ request: ImportRequest; file: KnownFile; refusal: ImportRefusal; errors: ErrorBook }>;

/** Reports a refusal. `openCents` is asked again once the transaction is undone. */
async function refusedReport(tx: Tx, { request, file, refusal, errors }: Refused): Promise<ImportReport> {
  return {
    importId: null,
    ...baseReport({ request, file }),
    status: 'refused',
    counts: NO_COUNTS,
    openCents: await readOpenCents(tx, request.companyId),
    errors: errors.inOrder(),
    errorCount: errors.count,
    notes: [],
    refusal,
  };
}

/** Remembers, in a transaction of its own, that a file was refused and why; the ledger has not moved. */
async function recordRefusal(
  tx: Tx,
  actor: string,
  { request, report }: Readonly<{ request: ImportRequest; report: ImportReport }>,
): Promise<ImportReport> {
  const { companyId, fileName, strict = false } = request;
  const { kind, sha256, refusal, errorCount } = report;
  const importId = await insertImport(tx, { companyId, kind, fileName, sha256, strict, actor });
  await finishImport(tx, importId, { ...ENDED, status: 'refused', refusal, errorCount });
  await insertImportErrors(tx, importId, report.errors);
  const payload = { file: fileName, kind, sha256, companyId, refusal };
  await appendEvent(tx, {
    kind: 'import.refused',
    actor,
    subject: 'import',
    subjectId: importId,
    payload,
    on: request.on,
  });
  return { ...report, importId, openCents: await readOpenCents(tx, companyId) };
}
