// The outbox over HTTP: what left, would leave or failed, word for word; letters to print.
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { OutboxView } from '@quittance/contracts/api';
import { type ActionId, ok, refuse } from '@quittance/core/kernel';
import { findCompany } from '@quittance/db/companies';
import {
  countActionsByState,
  findOutboxDetail,
  listOutbox,
  type OutboxDetail,
  type OutboxFilter,
  type OutboxRow,
} from '@quittance/db/outbox';
import { takePictures } from '@quittance/usecases/companies';
import { readOrganization } from '@quittance/usecases/context';
import { shownHtml } from '@quittance/usecases/delivery';
import { takeFile } from '@quittance/usecases/files';
import {
  cancelOutbox,
  composeRecorded,
  confirmSent,
  type EditRefusal,
  editRecorded,
  exportOutbox,
  keepProof,
  noteTracking,
  readdressAction,
  retryActions,
} from '@quittance/usecases/outbox';
import type { OrgContext, Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';
import { dropUpload } from './imports/uploads.ts';
import { editablePreviewOf } from './message-preview.ts';
import { withPerson } from './people.ts';
import { printHandlers } from './print.ts';
import { unmadeMessage } from './unmade-message.ts';

const HOUR_MS = 3_600_000;
const stuckBefore = (now: Date): Date => new Date(now.getTime() - HOUR_MS);

const rowView = (
  { doneOn: _d, reasonFacts: _f, attempts: _a, trackingNumber: _t, hasPdf: _p, dueAt, ...row }: OutboxRow,
  now: Date,
) => ({
  ...row,
  isStuck: dueAt !== null && dueAt < stuckBefore(now),
  to: row.to ?? '',
  subject: row.subject ?? '',
  at: row.at.toISOString(),
});

const detailView = ({ deliveries, pdfSha256: _, proofSha256, ...detail }: OutboxDetail, now: Date): OutboxView =>
  ({
    ...rowView(detail, now),
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

const PROOF_ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

type Query = Readonly<{
  [K in 'state' | 'channel' | 'customerId' | 'test' | 'search' | 'from' | 'to' | 'stuck']?: unknown;
}>;

/** The list's filters as the database takes them; absent ones are left out. */
const filterOf = ({ companyId }: OrgContext, query: Query, now: Date): Omit<OutboxFilter, 'limit' | 'offset'> => {
  const { state, channel, stuck, customerId, test, search, from, to } = query;
  const given = {
    states: state && [state],
    channels: channel && [channel],
    stuckBefore: stuck === true ? stuckBefore(now) : undefined,
    ...{ customerId, test, search: search || undefined, from, to },
  };
  return { companyId, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
};

const refusalOf = (refusal: EditRefusal) =>
  refusal.code === 'template_broken' ? unmadeMessage(refusal.refusal) : ({ code: refusal.code } as const);

/** The outbox service. */
export function outboxService(deps: HandlerDeps): Service<'outbox'> {
  const read = (context: OrgContext, actionId: ActionId) =>
    readOrganization(useCaseContext(deps, context), async (tx) => {
      const detail = await findOutboxDetail(tx, context.companyId, actionId);
      const company = detail?.html ? await findCompany(tx, context.companyId) : undefined;
      if (!detail?.html || !company) return detail;
      return { ...detail, html: shownHtml(detail.html, await takePictures(tx, company)) };
    });
  const shown = async (detail: OutboxDetail) =>
    ok(detailView(await withPerson(deps.db, 'approvedBy', detail), deps.clock.now()));
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
  const ports = { renderer: deps.renderer, templates: deps.templates };
  const own = (context: OrgContext, actionId: ActionId) => ({ companyId: context.companyId, actionId });
  const order = (context: OrgContext, actionIds: readonly ActionId[]) => ({ companyId: context.companyId, actionIds });
  return {
    list: async (context, { query }) => {
      const now = deps.clock.now();
      const filter = { ...filterOf(context, query, now), ...limits(query) };
      return readOrganization(useCaseContext(deps, context), async (tx) => {
        const { items, total } = await listOutbox(tx, filter);
        const counts = await countActionsByState(tx, context.companyId);
        const byState = (Object.keys(counts) as (keyof typeof counts)[]).map((each) => ({
          state: each,
          count: counts[each] ?? 0,
        }));
        return ok({
          items: items.map((row) => rowView(row, now)) as never,
          total,
          page: query.page,
          size: query.size,
          byState,
        });
      });
    },
    export: async (context, { query }) => {
      const { format, ...filters } = query;
      const made = await exportOutbox(useCaseContext(deps, context), {
        filter: filterOf(context, filters, deps.clock.now()),
        on: await dayAsked(deps, context, undefined),
        format,
        language: context.language,
      });
      return made.ok ? ok({ ...made.value, content: Readable.from(made.value.content) }) : made;
    },
    preview: async (context, { params }) => {
      const made = await composeRecorded(useCaseContext(deps, context), ports, own(context, params.actionId));
      return made.ok ? ok(await editablePreviewOf(deps.db, made.value)) : refuse(refusalOf(made.refusal));
    },
    draft: async (context, { params, body }) => {
      const asked = { ...own(context, params.actionId), draft: body.words };
      const made = await composeRecorded(useCaseContext(deps, context), ports, asked);
      return made.ok ? ok(await editablePreviewOf(deps.db, made.value)) : refuse(refusalOf(made.refusal));
    },
    edit: async (context, { params, body }) => {
      const asked = { ...own(context, params.actionId), words: body.words };
      const made = await editRecorded(useCaseContext(deps, context), ports, asked);
      return made.ok ? ok(await editablePreviewOf(deps.db, made.value)) : refuse(refusalOf(made.refusal));
    },
    readdress: async (context, { params, body }) => {
      const asked = { ...own(context, params.actionId), to: body.to };
      const done = await readdressAction(useCaseContext(deps, context), asked);
      if (!done.ok) return done;
      deps.wake();
      return shown((await read(context, params.actionId))!);
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
    ...printHandlers(deps),
  };
}
