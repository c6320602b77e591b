// Several reports as one: what an archive brought, file by file.
import { cents } from '@quittance/core/kernel';
import {
  type ImportCounts,
  type ImportReport,
  type ImportStatus,
  MOST_ERRORS,
  NO_COUNTS,
  type Touched,
} from './report.ts';

/** Of an archive: imported as soon as one of its files was. */
const STATUSES: readonly ImportStatus[] = ['imported', 'dry_run', 'unchanged', 'refused'];

const sum = (reports: readonly ImportReport[], what: keyof ImportCounts): Touched =>
  reports.reduce(
    (all, { counts }) => ({ created: all.created + counts[what].created, updated: all.updated + counts[what].updated }),
    { created: 0, updated: 0 },
  );

/** One report for all the files of an archive, with a note for each; a single one stands for itself. */
export function summarise(file: string, reports: readonly ImportReport[]): ImportReport {
  const [first] = reports;
  if (reports.length === 1 && first) return first;
  const status = STATUSES.find((each) => reports.some((report) => report.status === each)) ?? 'refused';
  const counts = Object.fromEntries(
    (Object.keys(NO_COUNTS) as (keyof ImportCounts)[]).map((what) => [what, sum(reports, what)]),
  ) as ImportCounts;
  return {
    importId: reports.find((report) => report.status === 'imported')?.importId ?? first?.importId ?? null,
    file,
    kind: 'unknown',
    sha256: '',
    status,
    counts,
    openCents: reports.at(-1)?.openCents ?? cents(0),
    errors: reports.flatMap((report) => report.errors).slice(0, MOST_ERRORS),
    errorCount: reports.reduce((all, report) => all + report.errorCount, 0),
    notes: reports.flatMap((report) => [
      { code: `file_${report.status}`, file: report.file, reason: report.refusal?.code ?? '' },
      ...report.notes,
    ]),
    refusal: status === 'refused' ? (first?.refusal ?? null) : null,
  };
}
