// Imports as the API shows them.
import type { ImportJob, ImportReport as ReportView, UploadView } from '@quittance/contracts/api';
import type { ImportRow } from '@quittance/db/imports';
import type { JobRow } from '@quittance/db/jobs';
import type { ImportProgress, ImportReport, Inspection } from '@quittance/usecases/imports';
import type { KeptUpload } from './uploads.ts';

/** Row errors shown with a job; the file has them all. */
const FIRST_ERRORS = 200;

/** What a job was asked to do. */
export type ImportOrder = Readonly<{
  companyId: number;
  path: string;
  fileName: string;
  kind: string;
  table?: string;
  columns?: Readonly<Record<string, string>>;
  account?: string;
  dryRun: boolean;
  strict: boolean;
  otherCompany?: boolean;
  on: string;
}>;

/** What a job gives. */
export type ImportResult = Readonly<{
  report: ImportReport;
  startedAt: string;
  finishedAt: string;
  startedBy: string;
  currency: string;
}>;

/** A file that was sent, and what it is. */
export const uploadView = (upload: KeptUpload, seen: Inspection, otherSiren: string | null): UploadView =>
  ({
    uploadId: upload.uploadId,
    fileName: upload.fileName,
    bytes: upload.bytes,
    sha256: upload.sha256,
    kind: seen.kind === 'unknown' ? (seen.reason === 'zip' ? 'zip' : null) : seen.kind,
    target: seen.table,
    encoding: null,
    separator: null,
    sheets: [],
    headers: [...seen.headers],
    sampleRows: seen.rows.map((row) => [...row]),
    columns: seen.columns.map((each) => ({ ...each })),
    remembered: seen.remembered,
    accounts: seen.accounts.map(({ bankAccountId, name, identity, currency }) => ({
      ...{ bankAccountId, name, identity, currency },
    })),
    accountId: seen.accountId,
    otherSiren,
    importedBefore: seen.importedBefore && {
      importId: seen.importedBefore.importId,
      at: seen.importedBefore.at.toISOString(),
    },
  }) as unknown as UploadView;

const noteView = ({ code, ...facts }: Readonly<{ code: string } & Record<string, unknown>>) => ({ code, facts });

const refusalView = (refusal: unknown) => {
  if (!refusal) return null;
  const { code, row, column, seen, expected } = refusal as Record<string, string | number | null>;
  return { row: row ?? 0, column: column ?? '', code, seen: seen ?? '', expected: expected ?? '' };
};

const reportView = ({ report, ...when }: ImportResult): ReportView =>
  ({
    importId: report.importId,
    fileName: report.file,
    kind: report.kind === 'unknown' ? (report.sha256 === '' ? 'zip' : 'fec') : report.kind,
    sha256: report.sha256,
    status: report.status,
    ...when,
    counts: report.counts,
    openCents: report.openCents,
    errorCount: report.errorCount,
    withdrawn: null,
    notes: report.notes.map(noteView),
    refusal: refusalView(report.refusal),
  }) as unknown as ReportView;

/** An import of the past as its list shows it. */
export const rowView = (row: ImportRow, currency: string): ReportView =>
  ({
    importId: row.importId,
    fileName: row.fileName,
    kind: row.kind,
    sha256: row.sha256,
    status: row.status,
    startedAt: row.startedAt.toISOString(),
    startedBy: row.actor,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    withdrawn: row.withdrawnAt && { at: row.withdrawnAt.toISOString(), by: row.withdrawnBy! },
    counts: row.counts,
    openCents: null,
    currency,
    errorCount: row.errorCount,
    notes: row.notes.map((note) => noteView(note as { code: string })),
    refusal: refusalView(row.refusal),
  }) as unknown as ReportView;

/** Where each phase begins and ends on a bar of 100: it only ever moves forward. */
const SPANS: Readonly<Record<ImportProgress['phase'], readonly [from: number, to: number]>> = {
  checking: [0, 5],
  reading: [5, 50],
  saving: [50, 85],
  allocating: [85, 99],
  done: [100, 100],
};

const percentOf = ({ bytesRead, bytesTotal, phase, share }: ImportProgress): number => {
  const [from, to] = SPANS[phase];
  const done = share ?? (bytesTotal ? Math.min(1, bytesRead / bytesTotal) : 0);
  return Math.round(from + (to - from) * done);
};

const progressView = (job: JobRow): ImportJob['progress'] => {
  if (job.state === 'waiting') return { phase: 'waiting', rows: 0, percent: 0 };
  if (job.state === 'done' || job.state === 'failed') return { phase: 'done', rows: 0, percent: 100 };
  const at = {
    phase: 'checking',
    rows: 0,
    bytesRead: 0,
    bytesTotal: null,
    share: null,
    ...job.progress,
  } as ImportProgress;
  return { phase: at.phase, rows: at.rows, percent: percentOf(at) } as ImportJob['progress'];
};

/** A job as it stands, with its report once it is done. */
export function jobView(job: JobRow): ImportJob {
  const order = job.input as unknown as ImportOrder;
  const result = job.state === 'done' ? (job.result as ImportResult) : null;
  return {
    jobId: job.jobId,
    state: job.state,
    dryRun: order.dryRun,
    progress: progressView(job),
    report: result && reportView(result),
    errors: result ? result.report.errors.slice(0, FIRST_ERRORS) : [],
  } as unknown as ImportJob;
}
