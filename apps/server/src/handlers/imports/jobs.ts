// The work of an import job: the ordinary import, on the file kept aside, with its progress told to the job.
import { getSettings } from '@quittance/usecases/companies';
import { type Context, readOrganization } from '@quittance/usecases/context';
import { type ChosenColumns, type ImportRequest, importAll, mappingFor, summarise } from '@quittance/usecases/imports';
import type { JobHandlers } from '@quittance/usecases/jobs';
import { dropUpload, openerOf } from './uploads.ts';
import type { ImportOrder, ImportResult } from './views.ts';

/** Kind of job under which imports wait. */
export const IMPORT_JOB = 'import';

/** Errors kept in a job's result; the import's own rows keep the rest. */
const KEPT_ERRORS = 2_000;

async function mappingOf({
  path,
  kind,
  table,
  columns,
}: ImportOrder): Promise<Partial<Pick<ImportRequest, 'mapping'>>> {
  if (!table && !columns) return {};
  const chosen = {
    open: openerOf(path),
    isWorkbook: kind === 'xlsx',
    ...(table ? { table } : {}),
    ...(columns ? { columns } : {}),
  };
  const mapping = await mappingFor(chosen as ChosenColumns);
  return mapping.ok ? { mapping: mapping.value } : {};
}

/** Who hears how far an import is, and that what follows it failed. */
type Listeners = Readonly<{
  onProgress: (at: Readonly<Record<string, unknown>>) => void;
  onError: (error: unknown) => void;
}>;

async function runImport(
  context: Context,
  order: ImportOrder,
  { onProgress, onError }: Listeners,
): Promise<ImportResult> {
  const startedAt = new Date().toISOString();
  const companyId = order.companyId as ImportRequest['companyId'];
  const request: ImportRequest = {
    companyId,
    kind: order.kind === 'zip' ? 'auto' : (order.kind as ImportRequest['kind']),
    fileName: order.fileName,
    open: openerOf(order.path),
    account: order.account,
    dryRun: order.dryRun,
    strict: order.strict,
    on: order.on as ImportRequest['on'],
    onProgress,
    ...(await mappingOf(order)),
  };
  const reports = await importAll(context, { ...request, otherCompany: order.otherCompany ?? false }, onError);
  const report = summarise(order.fileName, reports);
  if (report.status === 'imported' || report.status === 'unchanged') await dropUpload(order.path);
  const { currency } = await readOrganization(context, (tx) => getSettings(tx, companyId));
  const kept = { ...report, errors: report.errors.slice(0, KEPT_ERRORS) };
  return { report: kept, startedAt, finishedAt: new Date().toISOString(), startedBy: context.actor, currency };
}

/** What the worker does for imports. */
export const importJobs = (onError: (error: unknown) => void): JobHandlers => ({
  [IMPORT_JOB]: (context, { input, progress }) =>
    runImport(context, input as unknown as ImportOrder, { onProgress: progress, onError }),
});
