// Letters to print over HTTP: those that wait, batches with their files, the day they were posted.
import type { PrintBatchView } from '@quittance/contracts/api';
import { ok, refuse } from '@quittance/core/kernel';
import { findPrintBatch, listBatchLetters, listPrintBatches, type PrintBatchRow } from '@quittance/db/outbox';
import { readOrganization } from '@quittance/usecases/context';
import { takeFile } from '@quittance/usecases/files';
import { markPosted, printLetters, readLettersWaiting } from '@quittance/usecases/outbox';
import type { OrgContext, Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';
import { withPeople } from './people.ts';

const batchView = ({ pdfSha256: _p, postageSha256: _s, ...row }: PrintBatchRow): PrintBatchView =>
  ({ ...row, madeAt: row.madeAt.toISOString() }) as unknown as PrintBatchView;

type PrintRoutes =
  | 'printBatches'
  | 'makePrintBatch'
  | 'lettersToPrint'
  | 'printBatchLetters'
  | 'markPosted'
  | 'printBatchPdf'
  | 'printBatchPostage';

/** The part of the outbox service that prints. */
export function printHandlers(deps: HandlerDeps): Pick<Service<'outbox'>, PrintRoutes> {
  const named = async (rows: readonly PrintBatchRow[]) =>
    (await withPeople(deps.db, 'postedBy', await withPeople(deps.db, 'actor', rows))).map(batchView);
  const find = (context: OrgContext, batchId: number) =>
    readOrganization(useCaseContext(deps, context), (tx) => findPrintBatch(tx, batchId));
  const batchFile = async (context: OrgContext, batchId: number, part: 'pdfSha256' | 'postageSha256') => {
    const batch = await find(context, batchId);
    if (!batch) return refuse({ code: 'not_found' as const });
    const fileName = part === 'pdfSha256' ? `courriers-${batch.madeOn}.pdf` : `affranchissement-${batch.madeOn}.csv`;
    const file = await readOrganization(useCaseContext(deps, context), (tx) => takeFile(tx, batch[part]));
    return file
      ? ok({ fileName, mediaType: file.mediaType, content: file.content })
      : refuse({ code: 'not_found' as const });
  };
  return {
    printBatches: async (context, { query }) => {
      const found = await readOrganization(useCaseContext(deps, context), (tx) =>
        listPrintBatches(tx, context.companyId, limits(query)),
      );
      return ok({ items: await named(found.items), total: found.total, page: query.page, size: query.size });
    },
    lettersToPrint: async (context) =>
      ok((await readLettersWaiting(useCaseContext(deps, context), context.companyId)) as never),
    printBatchLetters: async (context, { params }) => {
      const batch = await find(context, params.batchId);
      if (!batch) return refuse({ code: 'not_found' });
      const items = await readOrganization(useCaseContext(deps, context), (tx) => listBatchLetters(tx, params.batchId));
      return ok({ batch: (await named([batch]))[0]!, items: items as never });
    },
    makePrintBatch: async (context, { body }) => {
      const on = await dayAsked(deps, context, body.on);
      const batch = await printLetters(useCaseContext(deps, context), deps.printer, {
        companyId: context.companyId,
        on,
        language: context.language,
        ...(body.actionIds ? { only: body.actionIds } : {}),
      });
      return batch.ok ? ok((await named([batch.value]))[0]!) : batch;
    },
    markPosted: async (context, { params, body }) => {
      const order = { companyId: context.companyId, batchId: params.batchId, on: body.on };
      const batch = await markPosted(useCaseContext(deps, context), order);
      return batch ? ok((await named([batch]))[0]!) : refuse({ code: 'not_found' });
    },
    printBatchPdf: (context, { params }) => batchFile(context, params.batchId, 'pdfSha256'),
    printBatchPostage: (context, { params }) => batchFile(context, params.batchId, 'postageSha256'),
  };
}
