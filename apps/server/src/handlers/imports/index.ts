// Imports over HTTP: a file sent and looked at, tried dry or imported in the background, followed, and its errors read.
import { type ImportId, ok, refuse } from '@quittance/core/kernel';
import {
  findImport,
  type ImportRow,
  listImportChanges,
  listImportErrors,
  listImports,
  listMappings,
} from '@quittance/db/imports';
import { listOpenJobs } from '@quittance/db/jobs';
import { getSettings } from '@quittance/usecases/companies';
import { readOrganization } from '@quittance/usecases/context';
import { errorsCsv, findOtherSiren, forgetMapping, inspectFile } from '@quittance/usecases/imports';
import { enqueueJob, readJob } from '@quittance/usecases/jobs';
import type { OrgContext, Service } from '../../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from '../deps.ts';
import { withPeople, withPerson } from '../people.ts';
import { IMPORT_JOB } from './jobs.ts';
import { findUpload, type KeptUpload, keepCard, openerOf } from './uploads.ts';
import { type ImportOrder, type ImportResult, jobView, rowView, uploadView } from './views.ts';
import { withdrawals } from './withdrawals.ts';

export { importJobs } from './jobs.ts';

/** Contents that are no table and no books, whatever a person would say of them. */
const NEVER_IMPORTED: ReadonlySet<string> = new Set([
  'pdf',
  'binary_file',
  'empty_file',
  'ole',
  'xls',
  'gzip',
  'image',
]);

/** Things shown of each kind that an import changed. */
const CHANGES_SHOWN = 20;

/** With the names of those who brought in and withdrew. */
const shown = async (db: Parameters<typeof withPeople>[0], rows: readonly ImportRow[]) =>
  withPeople(db, 'withdrawnBy', await withPeople(db, 'actor', rows));

const ALL = { limit: 1_000_000, offset: 0 };

/** The imports service. */
export function importsService(deps: HandlerDeps): Service<'imports'> {
  const look = async (context: OrgContext, upload: KeptUpload, as: Readonly<{ kind?: never; table?: never }> = {}) => {
    const asked = { companyId: context.companyId, fileName: upload.fileName, open: openerOf(upload.path), ...as };
    const seen = await inspectFile(useCaseContext(deps, context), asked);
    if (!seen.ok) return refuse({ code: 'file_refused' as const, facts: { reason: seen.refusal.code } });
    const { kind, reason } = seen.value;
    if (kind === 'unknown' && NEVER_IMPORTED.has(reason))
      return refuse({ code: 'file_refused' as const, facts: { reason } });
    return ok(uploadView(upload, seen.value, (await otherSirenOf(context, upload, kind))?.siren ?? null));
  };
  const otherSirenOf = (context: OrgContext, { fileName }: KeptUpload, kind: string) =>
    findOtherSiren(useCaseContext(deps, context), { companyId: context.companyId, fileName, kind });
  const mappingsOf = (context: OrgContext) =>
    readOrganization(useCaseContext(deps, context), async (tx) => {
      const rows = await listMappings(tx, context.companyId);
      const items = rows.map(({ kind, signature, mapping, usedAt }) => ({
        target: kind as never,
        headers: signature,
        columns: { ...mapping },
        usedAt: usedAt.toISOString(),
      }));
      return ok({ items });
    });
  const importOf = (context: OrgContext, importId: Parameters<typeof findImport>[1]) =>
    readOrganization(useCaseContext(deps, context), async (tx) => {
      const row = await findImport(tx, importId);
      return row?.companyId === context.companyId
        ? { row, settings: await getSettings(tx, context.companyId) }
        : undefined;
    });
  const jobShown = async (job: Parameters<typeof jobView>[0]) => {
    const view = jobView(job);
    return { ...view, report: view.report && (await withPerson(deps.db, 'startedBy', view.report)) };
  };
  const ownJob = async (context: OrgContext, jobId: number) => {
    const job = await readJob(useCaseContext(deps, context), jobId);
    const own = job?.kind === IMPORT_JOB && (job.input as unknown as ImportOrder).companyId === context.companyId;
    return own ? job : undefined;
  };
  const get = async (context: OrgContext, { params }: Readonly<{ params: Readonly<{ importId: ImportId }> }>) => {
    const found = await importOf(context, params.importId);
    return found
      ? ok(rowView((await shown(deps.db, [found.row]))[0]!, found.settings.currency))
      : refuse({ code: 'not_found' as const });
  };
  return {
    ...withdrawals(deps, get),
    get,
    upload: async (context, { body }) => {
      await keepCard(body);
      return look(context, body);
    },
    inspect: async (context, { params, query }) => {
      const upload = await findUpload(deps.dataDir, context.orgId, params.uploadId);
      if (!upload) return refuse({ code: 'upload_unknown' });
      const as = { ...(query.kind ? { kind: query.kind } : {}), ...(query.target ? { table: query.target } : {}) };
      return look(context, upload, as as never);
    },
    start: async (context, { body }) => {
      const upload = await findUpload(deps.dataDir, context.orgId, body.uploadId);
      if (!upload) return refuse({ code: 'upload_unknown' });
      const other = body.otherCompany ? null : await otherSirenOf(context, upload, body.kind);
      if (other) return refuse({ code: 'other_company', facts: other });
      const order: ImportOrder = {
        companyId: context.companyId,
        path: upload.path,
        fileName: upload.fileName,
        kind: body.kind,
        ...(body.target ? { table: body.target } : {}),
        ...(body.mapping ? { columns: body.mapping } : {}),
        ...(body.account ? { account: body.account } : {}),
        dryRun: body.dryRun,
        strict: body.strict,
        otherCompany: body.otherCompany,
        on: await dayAsked(deps, context, undefined),
      };
      const jobKey = `${upload.uploadId}:${body.dryRun ? 'dry' : 'real'}`;
      const jobId = await enqueueJob(useCaseContext(deps, context), { kind: IMPORT_JOB, jobKey, input: order });
      deps.wake();
      return ok(await jobShown((await readJob(useCaseContext(deps, context), jobId))!));
    },
    running: async (context) => {
      const jobs = await readOrganization(useCaseContext(deps, context), (tx) => listOpenJobs(tx, IMPORT_JOB));
      const own = jobs.filter(({ input }) => {
        const { companyId, dryRun } = input as unknown as ImportOrder;
        return companyId === context.companyId && !dryRun;
      });
      return ok({
        items: own.map((job) => ({ ...jobView(job), fileName: (job.input as unknown as ImportOrder).fileName })),
      });
    },
    mappings: mappingsOf,
    forgetMapping: async (context, { body }) => {
      const layout = { companyId: context.companyId, kind: body.target, signature: body.headers };
      await forgetMapping(useCaseContext(deps, context), layout);
      return mappingsOf(context);
    },
    changes: async (context, { params }) => {
      const found = await importOf(context, params.importId);
      if (!found) return refuse({ code: 'not_found' });
      const items = await readOrganization(useCaseContext(deps, context), (tx) =>
        listImportChanges(tx, params.importId, CHANGES_SHOWN),
      );
      return ok({ items: items as never });
    },
    job: async (context, { params }) => {
      const job = await ownJob(context, params.jobId);
      return job ? ok(await jobShown(job)) : refuse({ code: 'not_found' });
    },
    jobErrorsFile: async (context, { params }) => {
      const job = await ownJob(context, params.jobId);
      if (job?.state !== 'done') return refuse({ code: 'not_found' });
      const { report } = job.result as ImportResult;
      return ok({
        fileName: `erreurs-${report.file}.csv`,
        mediaType: 'text/csv',
        content: await errorsCsv(report.errors, context.language),
      });
    },
    list: async (context, { query }) =>
      readOrganization(useCaseContext(deps, context), async (tx) => {
        const { currency } = await getSettings(tx, context.companyId);
        const { rows, total } = await listImports(tx, { companyId: context.companyId, ...limits(query) });
        const items = (await shown(tx, rows)).map((row) => rowView(row, currency));
        return ok({ items, total, page: query.page, size: query.size });
      }),
    errors: async (context, { params, query }) => {
      const found = await importOf(context, params.importId);
      if (!found) return refuse({ code: 'not_found' });
      const page = { importId: params.importId, ...limits(query) };
      const items = await readOrganization(useCaseContext(deps, context), (tx) => listImportErrors(tx, page));
      return ok({ items: items as never, total: found.row.errorCount, page: query.page, size: query.size });
    },
    errorsFile: async (context, { params }) => {
      const found = await importOf(context, params.importId);
      if (!found) return refuse({ code: 'not_found' });
      const errors = await readOrganization(useCaseContext(deps, context), (tx) =>
        listImportErrors(tx, { importId: params.importId, ...ALL }),
      );
      return ok({
        fileName: `erreurs-${found.row.fileName}.csv`,
        mediaType: 'text/csv',
        content: await errorsCsv(errors, context.language),
      });
    },
  };
}
