// Find anything: the customers and invoices that a few letters may mean, a handful of each, as they stand today.
import { localDay } from '@quittance/core/calendar';
import { receivableStatuses } from '@quittance/core/dunning';
import type { CompanyId, Currency } from '@quittance/core/kernel';
import type { InvoiceListRow } from '@quittance/db/invoices';
import { type FoundCustomer, findCustomersLike, findInvoicesLike } from '@quittance/db/search';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';

/** Most that is shown of each kind. */
const MOST = 8;

/** An invoice found, with what it is on the day. */
export type FoundInvoice = Omit<InvoiceListRow, 'doubtful' | 'holdReasons'> &
  Readonly<{ statuses: ReturnType<typeof receivableStatuses> }>;

/** What was found; amounts of customers are in `currency`. */
export type Found = Readonly<{
  currency: Currency;
  customers: readonly FoundCustomer[];
  invoices: readonly FoundInvoice[];
}>;

/** Looks for `text` in names, references, SIREN and invoice numbers of a company. Nothing typed finds nothing. */
export const findAnything = (
  context: Context,
  { companyId, text }: Readonly<{ companyId: CompanyId; text: string }>,
): Promise<Found> =>
  readOrganization(context, async (tx) => {
    const { currency, timezone } = await getSettings(tx, companyId);
    if (text === '') return { currency, customers: [], invoices: [] };
    const on = localDay(context.clock.now().getTime(), timezone);
    const customers = await findCustomersLike(tx, { companyId, currency, on, text, limit: MOST });
    const invoices = await findInvoicesLike(tx, { companyId, on, text, limit: MOST });
    return {
      currency,
      customers,
      invoices: invoices.map(({ doubtful, holdReasons, ...row }) => ({
        ...row,
        statuses: receivableStatuses({ ...row, doubtful, holdReasons }, on),
      })),
    };
  });
