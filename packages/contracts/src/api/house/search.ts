// Search: a few letters typed anywhere in the application, and the customers and invoices they may mean.
import type { CustomerId, InvoiceId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { centsValue, currencyValue, dayValue, idValue, receivableStatusValue } from '../../values/index.ts';

const foundCustomer = z.strictObject({
  customerId: idValue<CustomerId>(),
  ref: z.string(),
  name: z.string(),
  openCents: centsValue,
  overdueCents: centsValue,
});

const foundInvoice = z.strictObject({
  invoiceId: idValue<InvoiceId>(),
  number: z.string(),
  customerName: z.string(),
  dueOn: dayValue,
  currency: currencyValue,
  grossCents: centsValue,
  openCents: centsValue,
  statuses: z.array(receivableStatusValue),
});

/** At most eight of each, the nearest first. */
export const foundView = z.strictObject({
  /** Of what customers owe. */
  currency: currencyValue,
  customers: z.array(foundCustomer),
  invoices: z.array(foundInvoice),
});

export type FoundView = z.output<typeof foundView>;

export const search = {
  find: route({
    method: 'GET',
    path: '/api/v1/search',
    permission: 'ledger.read',
    summary: 'Customers by name, reference or SIREN and invoices by number, however it is typed.',
    query: z.strictObject({ text: z.string().trim().max(80) }),
    output: foundView,
    refusals: [],
  }),
};
