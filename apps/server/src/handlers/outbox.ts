// The outbox over HTTP: what left, would leave or failed, word for word; letters to print.
import { readFile } from 'node:fs/promises';
import type { OutboxView, PrintBatchView } from '@quittance/contracts/api';
import { type ActionId, ok, refuse } from '@quittance/core/kernel';
import {
  countActionsByState,
  findOutboxDetail,
  findPrintBatch,
  listOutbox,
  listPrintBatches,
  type OutboxDetail,
  type OutboxRow,
  type PrintBatchRow,
} from '@quittance/db/outbox';
import { readOrganization } from '@quittance/usecases/context';
import { takeFile } from '@quittance/usecases/files';
import {
  cancelOutbox,
  confirmSent,
  keepProof,
  noteTracking,
  printLetters,
  retryActions,
} from '@quittance/usecases/outbox';
import type { OrgContext, Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';
import { dropUpload } from './imports/uploads.ts';
import { withPeople, withPerson } from './people.ts';

const rowView = ({ doneOn: _d, reasonFacts: _f, attempts: _a, trackingNumber: _t, hasPdf: _p, ...row }: OutboxRow) => ({
  ...row,
  to: row.to ?? '',
  subject: row.subject ?? '',
  at: row.at.toISOString(),
});

const detailView = ({ deliveries, pdfSha256: _, proofSha256, ...detail }: OutboxDetail): OutboxView =>
  ({
    ...rowView(detail),
    language: detail.language,
    text: detail.text,
    html: detail.html,
    hasPdf: detail.hasPdf,
    hasProof: proofSha256 !== null,
    mailMessageId: detail.mailMessageId,
    trackingNumber: detail.trackingNumber,
    approvedBy: detail.approvedBy,
    nextAttemptAt: detail.nextAttemptAt?.toISOString() ?? null,
    invoices: detail.invoices ?? [],
    attempts: deliveries.map((each) => ({
      ...each,
      startedAt: each.startedAt.toISOString(),
      finishedAt: each.finishedAt?.toISOString() ?? null,
    })),
  }) as unknown as OutboxView;

const batchView = ({ pdfSha256: _p, postageSha256: _s, ...row }: PrintBatchRow): PrintBatchView =>
  ({ ...row, madeAt: row.madeAt.toISOString() }) as unknown as PrintBatchView;

const PROOF_ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** The outbox service. */
export function outboxService(deps: HandlerDeps): Service<'outbox'> {
  const read = (context: OrgContext, actionId: ActionId) =>
    readOrganization(useCaseContext(deps, context), (tx) => findOutboxDetail(tx, context.companyId, actionId));
  const shown = async (detail: OutboxDetail) => ok(detailView(await withPerson(deps.db, 'approvedBy', detail)));
  const fileOf = (context: OrgContext, sha256: string, fileName: string) =>
    readOrganization(useCaseContext(deps, context), async (tx) => {
      const file = await takeFile(tx, sha256);
      return file
        ? ok({ fileName, mediaType: file.mediaType, content: file.content })
        : refuse({ code: 'not_found' as const });
    });
  const proofOf = async (context: OrgContext, detail: OutboxDetail, sha256: string) => {
    const name = `preuve-${detail.customerRef}-${detail.plannedOn}`;
    const answer = await fileOf(context, sha256, name);
    if (!answer.ok) return answer;
    return ok({ ...answer.value, fileName: `${name}.${PROOF_ENDINGS[answer.value.mediaType]}` });
  };
  const batchFile = async (context: OrgContext, batchId: number, part: 'pdfSha256' | 'postageSha256') => {
    const batch = await readOrganization(useCaseContext(deps, context), (tx) => findPrintBatch(tx, batchId));
    if (!batch) return refuse({ code: 'not_found' as const });
    return fileOf(
      context,
      batch[part],
      part === 'pdfSha256' ? `courriers-${batch.madeOn}.pdf` : `affranchissement-${batch.madeOn}.csv`,
    );
  };
  const order = (context: OrgContext, actionIds: readonly ActionId[]) => ({ companyId: context.companyId, actionIds });
  return {
    list: async (context, { query }) => {
      const { state, channel, customerId, test, search } = query;
      const filter = {
        companyId: context.companyId,
        ...(state ? { states: [state] } : {}),
        ...(channel ? { channels: [channel] } : {}),
        ...(customerId ? { customerId } : {}),
        ...(test === undefined ? {} : { test }),
        ...(search ? { search } : {}),
        ...limits(query),
      };
      return readOrganization(useCaseContext(deps, context), async (tx) => {
        const { items, total } = await listOutbox(tx, filter);
        const counts = await countActionsByState(tx, context.companyId);
        const byState = (Object.keys(counts) as (keyof typeof counts)[]).map((each) => ({
          state: each,
          count: counts[each] ?? 0,
        }));
        return ok({ items: items.map(rowView) as never, total, page: query.page, size: query.size, byState });
      });
    },
    get: async (context, { params }) => {
      const detail = await read(context, params.actionId);
      return detail ? shown(detail) : refuse({ code: 'not_found' });
    },
    pdf: async (context, { params }) => {
      const detail = await read(context, params.actionId);
      if (!detail?.pdfSha256) return refuse({ code: 'not_found' });
      return fileOf(context, detail.pdfSha256, `courrier-${detail.customerRef}-${detail.plannedOn}.pdf`);
    },
    retry: async (context, { body }) => {
      const outcome = await retryActions(useCaseContext(deps, context), order(context, body.actionIds));
      deps.wake();
      return ok({ ...outcome, refused: [...outcome.refused] });
    },
    cancel: async (context, { body }) => {
      const outcome = await cancelOutbox(useCaseContext(deps, context), {
        ...order(context, body.actionIds),
        note: body.note,
      });
      return ok({ ...outcome, refused: [...outcome.refused] });
    },
    confirmSent: async (context, { body }) => {
      const outcome = await confirmSent(useCaseContext(deps, context), order(context, body.actionIds));
      return ok({ ...outcome, refused: [...outcome.refused] });
    },
    setTracking: async (context, { params, body }) => {
      const detail = await read(context, params.actionId);
      if (!detail) return refuse({ code: 'not_found' });
      if (detail.channel !== 'registered_letter') return refuse({ code: 'state_forbids' });
      await noteTracking(useCaseContext(deps, context), params.actionId, body.trackingNumber);
      return shown((await read(context, params.actionId))!);
    },
    attachProof: async (context, { params, body }) => {
      const content = await readFile(body.path).finally(() => dropUpload(body.path));
      const order = { companyId: context.companyId, actionId: params.actionId, name: body.fileName, content };
      const kept = await keepProof(useCaseContext(deps, context), order);
      return kept.ok ? shown((await read(context, params.actionId))!) : kept;
    },
    proof: async (context, { params }) => {
      const detail = await read(context, params.actionId);
      if (!detail?.proofSha256) return refuse({ code: 'not_found' });
      return proofOf(context, detail, detail.proofSha256);
    },
    printBatches: async (context, { query }) => {
      const found = await readOrganization(useCaseContext(deps, context), (tx) =>
        listPrintBatches(tx, context.companyId, limits(query)),
      );
      return ok({
        items: (await withPeople(deps.db, 'actor', found.items)).map(batchView),
        total: found.total,
        page: query.page,
        size: query.size,
      });
    },
    makePrintBatch: async (context, { body }) => {
      const on = await dayAsked(deps, context, body.on);
      const batch = await printLetters(useCaseContext(deps, context), deps.printer, {
        companyId: context.companyId,
        on,
        language: context.language,
      });
      return batch.ok ? ok(batchView(await withPerson(deps.db, 'actor', batch.value))) : batch;
    },
    printBatchPdf: (context, { params }) => batchFile(context, params.batchId, 'pdfSha256'),
    printBatchPostage: (context, { params }) => batchFile(context, params.batchId, 'postageSha256'),
  };
}
