// The list of invoices as the screen turns it: a page read anew each time, the sums of everything that matches kept while no fact is recorded.
import {
  type InvoiceFilter,
  type InvoiceListRow,
  type InvoiceSums,
  listInvoicePage,
  readInvoiceSums,
} from '@quittance/db/invoices';
import { rememberByMark } from '../ageing/index.ts';
import { type Context, readOrganization } from '../context/index.ts';

const rememberSums = rememberByMark<InvoiceSums>(100);

// Holds, levels and customers change without a fact being recorded: sums narrowed by them are added up anew.
const isOfFactsAlone = ({ search, customerId, narrow = {} }: InvoiceFilter): boolean =>
  !search && customerId === undefined && Object.keys(narrow).length === 0;

const questionOf = ({ companyId, on, openOnly, overdueOnly, paidOnly }: InvoiceFilter): string =>
  JSON.stringify([companyId, on, openOnly ?? false, overdueOnly ?? false, paidOnly ?? false]);

/** A page of invoices, how many match, and what is open on all of them. */
export const listPage = (
  context: Context,
  filter: InvoiceFilter,
): Promise<InvoiceSums & Readonly<{ items: readonly InvoiceListRow[] }>> =>
  readOrganization(context, async (tx) => {
    const add = () => readInvoiceSums(tx, filter);
    const sums = isOfFactsAlone(filter) ? await rememberSums(tx, context, questionOf(filter), add) : await add();
    return { items: await listInvoicePage(tx, filter), ...sums };
  });
