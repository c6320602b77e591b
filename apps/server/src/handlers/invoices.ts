// Invoices over HTTP.
import { readFile, rm } from 'node:fs/promises';
import type { InvoiceView } from '@quittance/contracts/api';
import { receivableStatuses } from '@quittance/core/dunning';
import { type CompanyId, type Day, type InvoiceId, ok, refuse } from '@quittance/core/kernel';
import { findFile } from '@quittance/db/files';
import {
  findDocumentOf,
  findInvoice,
  findSourceOf,
  type InvoiceListRow,
  listAllocationsOf,
  listInvoices,
  listRemindersOf,
  listTerms,
} from '@quittance/db/invoices';
import type { Tx } from '@quittance/db/tx';
import { readOrganization } from '@quittance/usecases/context';
import { takeFile } from '@quittance/usecases/files';
import { attachDocument } from '@quittance/usecases/invoices';
import { planDay } from '@quittance/usecases/reminders';
import type { OrgContext, Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';
import { lateness, receivableView } from './receivable-view.ts';

const rowView = ({ doubtful, holdReasons, ...row }: InvoiceListRow, on: Day) => ({
  ...row,
  daysLate: lateness(row.dueOn, on, row.openCents),
  statuses: receivableStatuses({ ...row, doubtful, holdReasons }, on),
});

type Asked = Readonly<{ invoiceId: InvoiceId; on?: Day | undefined }>;

async function documentView(tx: Tx, companyId: CompanyId, invoiceId: InvoiceId) {
  const sha256 = await findDocumentOf(tx, companyId, invoiceId);
  const file = sha256 ? await findFile(tx, sha256) : undefined;
  return file ? { fileName: file.name, bytes: file.bytes } : null;
}

/** Everything about one invoice; undefined where the company has no such invoice. */
async function readView(
  deps: HandlerDeps,
  context: OrgContext,
  { invoiceId, on: asked }: Asked,
): Promise<InvoiceView | undefined> {
  const { companyId } = context;
  const on = await dayAsked(deps, context, asked);
  return readOrganization(useCaseContext(deps, context), async (tx) => {
    const detail = await findInvoice(tx, companyId, invoiceId, on);
    if (!detail) return undefined;
    const { importId, sourceRow, label, sentOn, netCents, vatCents, ...row } = detail;
    const plan = await planDay(tx, { companyId, on, customerIds: [row.customerId] });
    const terms = await listTerms(tx, { invoiceId });
    const source = importId === null ? undefined : await findSourceOf(tx, importId);
    return {
      ...rowView(row, on),
      ...{ label: label ?? '', sentOn, netCents, vatCents },
      document: await documentView(tx, companyId, invoiceId),
      terms: terms.map((term) => receivableView(term, plan)),
      allocations: await listAllocationsOf(tx, invoiceId),
      reminders: await listRemindersOf(tx, invoiceId),
      sources: source
        ? [{ fileName: source.fileName, row: sourceRow, importedAt: source.importedAt.toISOString() }]
        : [],
    } as unknown as InvoiceView;
  });
}

/** The invoices service. */
export const invoicesService = (deps: HandlerDeps): Service<'invoices'> => ({
  list: async (context, { query }) => {
    const on = await dayAsked(deps, context, query.on);
    const found = await readOrganization(useCaseContext(deps, context), (tx) =>
      listInvoices(tx, {
        companyId: context.companyId,
        on,
        sort: query.sort.replace(/^-/, '') as 'due',
        descending: query.sort.startsWith('-'),
        ...(query.search ? { search: query.search } : {}),
        ...(query.customerId ? { customerId: query.customerId } : {}),
        ...(query.open ? { openOnly: true } : {}),
        ...(query.status === 'overdue' ? { overdueOnly: true } : {}),
        ...(query.status === 'paid' ? { paidOnly: true } : {}),
        ...limits(query),
      }),
    );
    const items = found.items.map((row) => rowView(row, on));
    return ok({
      items: items as never,
      total: found.total,
      page: query.page,
      size: query.size,
      openCents: found.openCents as never,
    });
  },
  get: async (context, { params, query }) => {
    const view = await readView(deps, context, { ...params, ...query });
    return view ? ok(view) : refuse({ code: 'not_found' });
  },
  attachDocument: async (context, { params, body }) => {
    const content = await readFile(body.path);
    await rm(body.path, { force: true });
    const document = { companyId: context.companyId, invoiceId: params.invoiceId, fileName: body.fileName, content };
    const attached = await attachDocument(useCaseContext(deps, context), document);
    if (!attached.ok) return attached;
    return ok((await readView(deps, context, params))!);
  },
  document: async (context, { params }) =>
    readOrganization(useCaseContext(deps, context), async (tx) => {
      const sha256 = await findDocumentOf(tx, context.companyId, params.invoiceId);
      const file = sha256 ? await takeFile(tx, sha256) : undefined;
      if (!file) return refuse({ code: 'not_found' as const });
      return ok({ fileName: file.name, mediaType: 'application/pdf', content: file.content });
    }),
});
