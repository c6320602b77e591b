// Invoices over HTTP.
import type { InvoiceView } from '@quittance/contracts/api';
import { receivableStatuses } from '@quittance/core/dunning';
import { type Day, ok, refuse } from '@quittance/core/kernel';
import {
  findInvoice,
  findSourceOf,
  type InvoiceListRow,
  listAllocationsOf,
  listInvoices,
  listRemindersOf,
  listTerms,
} from '@quittance/db/invoices';
import { readOrganization } from '@quittance/usecases/context';
import { planDay } from '@quittance/usecases/reminders';
import type { Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';
import { lateness, receivableView } from './receivable-view.ts';

const rowView = ({ doubtful, holdReasons, ...row }: InvoiceListRow, on: Day) => ({
  ...row,
  daysLate: lateness(row.dueOn, on, row.openCents),
  statuses: receivableStatuses({ ...row, doubtful, holdReasons }, on),
});

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
    const on = await dayAsked(deps, context, query.on);
    return readOrganization(useCaseContext(deps, context), async (tx) => {
      const detail = await findInvoice(tx, context.companyId, params.invoiceId, on);
      if (!detail) return refuse({ code: 'not_found' as const });
      const { importId, sourceRow, label, sentOn, netCents, vatCents, ...row } = detail;
      const plan = await planDay(tx, { companyId: context.companyId, on, customerIds: [row.customerId] });
      const terms = await listTerms(tx, { invoiceId: params.invoiceId });
      const source = importId === null ? undefined : await findSourceOf(tx, importId);
      return ok({
        ...rowView(row, on),
        ...{ label: label ?? '', sentOn, netCents, vatCents },
        terms: terms.map((term) => receivableView(term, plan)),
        allocations: await listAllocationsOf(tx, params.invoiceId),
        reminders: await listRemindersOf(tx, params.invoiceId),
        sources: source
          ? [{ fileName: source.fileName, row: sourceRow, importedAt: source.importedAt.toISOString() }]
          : [],
      } as unknown as InvoiceView);
    });
  },
});
