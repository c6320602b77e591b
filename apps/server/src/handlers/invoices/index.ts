// Invoices over HTTP.
import { readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Api, InvoiceView } from '@quittance/contracts/api';
import type { RouteRequest } from '@quittance/contracts/route';
import { type InvoiceId, ok, type Result, refuse } from '@quittance/core/kernel';
import { findDocumentOf, listInvoiceIds, listTimelineOf } from '@quittance/db/invoices';
import { agreeDiscount } from '@quittance/usecases/cash';
import { readOrganization } from '@quittance/usecases/context';
import { takeFile } from '@quittance/usecases/files';
import { holdInvoices, liftHolds } from '@quittance/usecases/holds';
import {
  attachByName,
  attachDocument,
  changeDueDate,
  exportInvoices,
  listPage,
  previewDueDate,
  removeDocument,
  restoreDocument,
} from '@quittance/usecases/invoices';
import { interestSheet } from '@quittance/usecases/penalties';
import type { OrgContext, ReceivedFile, Service } from '../../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from '../deps.ts';
import { withPeople } from '../people.ts';
import { filterOf } from './filter.ts';
import { readInvoiceView, rowView } from './view.ts';

const MOST_IDS = 10_000;

/** An uploaded document; the copy kept aside goes. */
async function takeUpload(body: ReceivedFile): Promise<Readonly<{ fileName: string; content: Uint8Array }>> {
  const content = await readFile(body.path);
  await rm(body.path, { force: true });
  return { fileName: body.fileName, content };
}

type Chosen = RouteRequest<Api['invoices']['hold']>['body']['chosen'];

/** The invoices a bulk deed is about: those named, or all that the filters find but some. */
async function chosenInvoices(deps: HandlerDeps, context: OrgContext, chosen: Chosen): Promise<readonly InvoiceId[]> {
  if ('ids' in chosen) return chosen.ids;
  const filter = filterOf(context, chosen.filters, await dayAsked(deps, context, chosen.filters.on));
  const all = await readOrganization(useCaseContext(deps, context), (tx) =>
    listInvoiceIds(tx, { ...filter, limit: MOST_IDS, offset: 0 }),
  );
  const left = new Set(chosen.except);
  return all.filter((invoiceId) => !left.has(invoiceId));
}

type Lists = 'list' | 'export' | 'hold' | 'release' | 'attachByName';

/** What concerns many invoices. */
const manyInvoices = (deps: HandlerDeps): Pick<Service<'invoices'>, Lists> => ({
  list: async (context, { query }) => {
    const on = await dayAsked(deps, context, query.on);
    const filter = { ...filterOf(context, query, on), ...limits(query) };
    const found = await listPage(useCaseContext(deps, context), filter);
    const items = found.items.map((row) => rowView(row, on));
    return ok({ ...found, items, page: query.page, size: query.size } as never);
  },
  export: async (context, { query }) => {
    const filter = filterOf(context, query, await dayAsked(deps, context, query.on));
    const { language } = context;
    const made = await exportInvoices(useCaseContext(deps, context), { filter, format: query.format, language });
    return made.ok ? ok({ ...made.value, content: Readable.from(made.value.content) }) : made;
  },
  hold: async (context, { body: { chosen, reason, note, untilOn } }) => {
    const invoiceIds = await chosenInvoices(deps, context, chosen);
    if (invoiceIds.length === 0) return refuse({ code: 'nothing_chosen' });
    const order = { companyId: context.companyId, invoiceIds, reason, note, untilOn: untilOn ?? null };
    const held = await holdInvoices(useCaseContext(deps, context), order);
    return held.ok ? ok({ holdIds: [...held.value] }) : held;
  },
  release: async (context, { body }) =>
    ok({ count: await liftHolds(useCaseContext(deps, context), { companyId: context.companyId, ...body }) }),
  attachByName: async (context, { body }) => {
    const document = { companyId: context.companyId, ...(await takeUpload(body)) };
    return ok(await attachByName(useCaseContext(deps, context), document));
  },
});

/** What concerns one invoice. */
const oneInvoice = (deps: HandlerDeps): Omit<Service<'invoices'>, Lists> => {
  /** The invoice as it stands after a deed, or the deed's refusal. */
  const after = async <R>(
    context: OrgContext,
    params: Readonly<{ invoiceId: InvoiceId }>,
    deed: Result<unknown, R>,
  ): Promise<Result<InvoiceView, R>> => (deed.ok ? ok((await readInvoiceView(deps, context, params))!) : deed);
  return {
    get: async (context, { params, query }) => {
      const view = await readInvoiceView(deps, context, { ...params, ...query });
      return view ? ok(view) : refuse({ code: 'not_found' });
    },
    timeline: async (context, { params }) => {
      const view = await readInvoiceView(deps, context, params);
      if (!view) return refuse({ code: 'not_found' });
      const read = readOrganization(useCaseContext(deps, context), (tx) => listTimelineOf(tx, params.invoiceId));
      const items = await withPeople(deps.db, 'author', await read);
      return ok({ items: items.map((row) => ({ ...row, at: row.at?.toISOString() ?? null })) as never });
    },
    interest: async (context, { params, query }) => {
      const on = await dayAsked(deps, context, query.on);
      const asked = { companyId: context.companyId, ...params, on };
      const made = await interestSheet(useCaseContext(deps, context), asked);
      if (made.ok) return ok(made.value as never);
      const { refusal } = made;
      return refuse(refusal.code === 'not_found' ? refusal : { ...refusal, code: 'rate_missing' as const });
    },
    previewDueDate: async (context, { params, query }) => {
      const asked = { companyId: context.companyId, ...params, ...query };
      return (await previewDueDate(useCaseContext(deps, context), asked)) as never;
    },
    changeDueDate: async (context, { params, body }) => {
      const order = { companyId: context.companyId, ...params, ...body };
      return after(context, params, await changeDueDate(useCaseContext(deps, context), order));
    },
    agreeDiscount: async (context, { params, body }) => {
      const order = { companyId: context.companyId, ...params, ...body };
      return after(context, params, await agreeDiscount(useCaseContext(deps, context), order));
    },
    attachDocument: async (context, { params, body }) => {
      const document = { companyId: context.companyId, ...params, ...(await takeUpload(body)) };
      return after(context, params, await attachDocument(useCaseContext(deps, context), document));
    },
    removeDocument: async (context, { params }) => {
      const named = { companyId: context.companyId, ...params };
      return after(context, params, await removeDocument(useCaseContext(deps, context), named));
    },
    restoreDocument: async (context, { params }) => {
      const named = { companyId: context.companyId, ...params };
      return after(context, params, await restoreDocument(useCaseContext(deps, context), named));
    },
    document: async (context, { params }) =>
      readOrganization(useCaseContext(deps, context), async (tx) => {
        const sha256 = await findDocumentOf(tx, context.companyId, params.invoiceId);
        const file = sha256 ? await takeFile(tx, sha256) : undefined;
        if (!file) return refuse({ code: 'not_found' as const });
        return ok({ fileName: file.name, mediaType: 'application/pdf', content: file.content });
      }),
  };
};

/** The invoices service. */
export const invoicesService = (deps: HandlerDeps): Service<'invoices'> => ({
  ...manyInvoices(deps),
  ...oneInvoice(deps),
});
