// Invoices: state, due terms, what was applied to them, and why each term is chased or not.
import type { ActionId, AllocationId, CustomerId, InvoiceId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route, upload } from '../../route/index.ts';
import {
  centsValue,
  channelValue,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  instantValue,
  pageKeys,
  pageOf,
  receivableStatusValue,
  searchKey,
  sortKey,
  toneValue,
} from '../../values/index.ts';
import { receivableView } from './receivable-view.ts';

const head = {
  invoiceId: idValue<InvoiceId>(),
  number: z.string(),
  customerId: idValue<CustomerId>(),
  customerRef: z.string(),
  customerName: z.string(),
  issuedOn: dayValue,
  /** The earliest due day still open, else the last one. */
  dueOn: dayValue,
  dueEstimated: z.boolean(),
  currency: currencyValue,
  grossCents: centsValue,
  openCents: centsValue,
  daysLate: z.int(),
  statuses: z.array(receivableStatusValue),
  level: z.int().min(0),
};

/** One line of the list. */
export const invoiceRow = z.strictObject(head);

/** An invoice with its due terms, allocations, reminders and sources. */
export const invoiceView = z.strictObject({
  ...head,
  label: z.string(),
  sentOn: dayValue.nullable(),
  netCents: centsValue.nullable(),
  vatCents: centsValue.nullable(),
  /** The invoice itself, where its PDF is known: reminders that say so attach it. */
  document: z.strictObject({ fileName: z.string(), bytes: z.int() }).nullable(),
  terms: z.array(receivableView),
  allocations: z.array(
    z.strictObject({
      allocationId: idValue<AllocationId>(),
      on: dayValue,
      cents: centsValue,
      source: z.enum(['payment', 'credit_note', 'write_off']),
      number: z.string(),
      /** Undone on this day; the line stays. */
      reversedOn: dayValue.nullable(),
    }),
  ),
  reminders: z.array(
    z.strictObject({
      actionId: idValue<ActionId>(),
      on: dayValue,
      channel: channelValue,
      tone: toneValue,
      step: z.string(),
      state: z.string(),
    }),
  ),
  /** Where its facts come from: file and line. */
  sources: z.array(z.strictObject({ fileName: z.string(), row: z.int().nullable(), importedAt: instantValue })),
});

export type InvoiceRow = z.output<typeof invoiceRow>;
export type InvoiceView = z.output<typeof invoiceView>;

const on = { on: dayValue.optional() };

export const invoices = {
  list: route({
    method: 'GET',
    path: '/api/v1/invoices',
    permission: 'ledger.read',
    summary: 'Invoices, filtered by customer, status or text.',
    query: z.strictObject({
      ...pageKeys,
      ...searchKey,
      ...sortKey('due', 'number', 'customer', 'issued', 'gross', 'open'),
      ...on,
      customerId: idParam<CustomerId>().optional(),
      /** Late with something open, or settled in full. */
      status: z.enum(['overdue', 'paid']).optional(),
      /** Only those with something left to pay. */
      open: z.stringbool().optional(),
    }),
    output: z.strictObject({ ...pageOf(invoiceRow), openCents: centsValue }),
    refusals: [],
  }),
  get: route({
    method: 'GET',
    path: '/api/v1/invoices/:invoiceId',
    permission: 'ledger.read',
    summary: 'One invoice with its due terms, each with why it is chased or not.',
    params: z.strictObject({ invoiceId: idParam<InvoiceId>() }),
    query: z.strictObject(on),
    output: invoiceView,
    refusals: [],
  }),
  attachDocument: route({
    method: 'POST',
    path: '/api/v1/invoices/:invoiceId/document',
    permission: 'import.write',
    summary: 'Keep the PDF of an invoice; steps that attach invoices send it.',
    params: z.strictObject({ invoiceId: idParam<InvoiceId>() }),
    body: upload(10 * 1024 * 1024),
    output: invoiceView,
    refusals: ['file_refused'],
  }),
  document: route({
    method: 'GET',
    path: '/api/v1/invoices/:invoiceId/document.pdf',
    permission: 'ledger.read',
    summary: 'The PDF of an invoice.',
    params: z.strictObject({ invoiceId: idParam<InvoiceId>() }),
    output: file('application/pdf'),
    refusals: [],
  }),
};
