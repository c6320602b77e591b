// One invoice as the API shows it, on a day: terms with why and what comes next, what was applied, what holds it.
import type { InvoiceView } from '@quittance/contracts/api';
import { receivableStatuses } from '@quittance/core/dunning';
import type { CompanyId, Day, InvoiceId } from '@quittance/core/kernel';
import { findFile } from '@quittance/db/files';
import {
  findDocumentOf,
  findInvoice,
  findSourceOf,
  type InvoiceDetail,
  type InvoiceListRow,
  listAllocationsOf,
  listDueDateChanges,
  listHoldsOnInvoice,
  listRemindersOf,
  listTerms,
} from '@quittance/db/invoices';
import type { Tx } from '@quittance/db/tx';
import { readOrganization } from '@quittance/usecases/context';
import { nextChase } from '@quittance/usecases/invoices';
import { planDay } from '@quittance/usecases/reminders';
import type { OrgContext } from '../../services/index.ts';
import { dayAsked, type HandlerDeps, useCaseContext } from '../deps.ts';
import { withPeople } from '../people.ts';
import { lateness, receivableView } from '../receivable-view.ts';

/** A line of the list on a day. */
export const rowView = ({ doubtful, holdReasons, ...row }: InvoiceListRow, on: Day) => ({
  ...row,
  daysLate: lateness(row.dueOn, on, row.openCents),
  statuses: receivableStatuses({ ...row, doubtful, holdReasons }, on),
});

async function documentView(tx: Tx, companyId: CompanyId, invoiceId: InvoiceId) {
  const sha256 = await findDocumentOf(tx, companyId, invoiceId);
  const file = sha256 ? await findFile(tx, sha256) : undefined;
  return file ? { fileName: file.name, bytes: file.bytes } : null;
}

async function sourcesView(tx: Tx, { importId, sourceRow: row }: InvoiceDetail) {
  const source = importId === null ? undefined : await findSourceOf(tx, importId);
  return source ? [{ fileName: source.fileName, row, importedAt: source.importedAt.toISOString() }] : [];
}

const listApplied = async (deps: HandlerDeps, tx: Tx, invoiceId: InvoiceId) =>
  withPeople(deps.db, 'reversedBy', await withPeople(deps.db, 'author', await listAllocationsOf(tx, invoiceId)));

type Place = Readonly<{ deps: HandlerDeps; tx: Tx; companyId: CompanyId; on: Day }>;

async function viewOf({ deps, tx, companyId, on }: Place, detail: InvoiceDetail) {
  const { importId: _, sourceRow: __, label, ...row } = detail;
  const { invoiceId, customerId } = row;
  const plan = await planDay(tx, { companyId, on, customerIds: [customerId] });
  const terms = await listTerms(tx, { invoiceId });
  return {
    ...rowView(row, on),
    on,
    label: label ?? '',
    document: await documentView(tx, companyId, invoiceId),
    terms: terms.map((term) => ({
      ...receivableView(term, plan),
      next: nextChase(plan, customerId, term.receivableId),
    })),
    dueChanges: await withPeople(deps.db, 'author', await listDueDateChanges(tx, invoiceId)),
    holds: await withPeople(deps.db, 'author', await listHoldsOnInvoice(tx, invoiceId, on)),
    allocations: await listApplied(deps, tx, invoiceId),
    reminders: await listRemindersOf(tx, invoiceId),
    sources: await sourcesView(tx, detail),
  };
}

/** Everything about one invoice; undefined where the company has no such invoice. */
export async function readInvoiceView(
  deps: HandlerDeps,
  context: OrgContext,
  asked: Readonly<{ invoiceId: InvoiceId; on?: Day | undefined }>,
): Promise<InvoiceView | undefined> {
  const on = await dayAsked(deps, context, asked.on);
  return readOrganization(useCaseContext(deps, context), async (tx) => {
    const detail = await findInvoice(tx, context.companyId, asked.invoiceId, on);
    const place = { deps, tx, companyId: context.companyId, on };
    return detail ? ((await viewOf(place, detail)) as unknown as InvoiceView) : undefined;
  });
}
