// Invoices: the list and its filters, one invoice, what a person may change of it, and what may be done to many at once.
import type { CustomerId, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route, upload } from '../../route/index.ts';
import {
  centsValue,
  choiceOf,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  noteText,
  pageKeys,
  pageOf,
  searchKey,
  sortKey,
} from '../../values/index.ts';
import { dueDatePreview, interestView, invoiceEvent, invoiceRow, invoiceView } from './invoice-views.ts';
import { agreedDiscount } from './receivable-view.ts';

const MEGABYTE = 1024 * 1024;

/** States the list can be narrowed to; `cancelled` is settled by credit notes alone. */
export const invoiceStateValue = z.enum([
  'overdue',
  'due_soon',
  'not_due',
  'partial',
  'paid',
  'held',
  'disputed',
  'promised',
  'doubtful',
  'cancelled',
]);

const on = { on: dayValue.optional() };
const params = z.strictObject({ invoiceId: idParam<InvoiceId>() });
const cents = z.coerce.number<number>().int().min(0).optional();
const order = sortKey('due', 'number', 'customer', 'issued', 'gross', 'open');

const filters = {
  ...searchKey,
  ...on,
  customerId: idParam<CustomerId>().optional(),
  status: invoiceStateValue.optional(),
  /** Only those with something left to pay. */
  open: z.stringbool().optional(),
  /** Segment of the customer, e-mail address of its owner; `-` for those without. */
  segment: z.string().max(80).optional(),
  owner: z.string().max(320).optional(),
  issuedFrom: dayValue.optional(),
  issuedTo: dayValue.optional(),
  /** Days of any of its terms. */
  dueFrom: dayValue.optional(),
  dueTo: dayValue.optional(),
  minCents: cents,
  maxCents: cents,
  /** Highest step done, by rank; `chased` false is none at all. */
  level: z.coerce.number<number>().int().min(0).max(99).optional(),
  chased: z.stringbool().optional(),
};

const filterShape = z.strictObject(filters);

const termParams = z.strictObject({ invoiceId: idParam<InvoiceId>(), receivableId: idParam<ReceivableId>() });

export const invoices = {
  list: route({
    method: 'GET',
    path: '/api/v1/invoices',
    permission: 'ledger.read',
    summary: 'Invoices, filtered, with what is open on all that match.',
    query: z.strictObject({ ...pageKeys, ...order, ...filters }),
    output: z.strictObject({
      ...pageOf(invoiceRow),
      openCents: centsValue,
      /** Of all that match, currency by currency. */
      sums: z.array(z.strictObject({ currency: currencyValue, openCents: centsValue, overdueCents: centsValue })),
    }),
    refusals: [],
  }),
  export: route({
    method: 'GET',
    path: '/api/v1/invoices/export',
    permission: 'ledger.export',
    summary: 'Every invoice that matches, as CSV or XLSX.',
    query: z.strictObject({ ...order, ...filters, format: z.enum(['csv', 'xlsx']) }),
    output: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    refusals: ['too_large_to_export'],
  }),
  hold: route({
    method: 'POST',
    path: '/api/v1/invoices/hold',
    permission: 'hold.write',
    summary: 'Hold every open term of the invoices chosen, with a reason and an end.',
    body: z.strictObject({
      chosen: choiceOf<InvoiceId, typeof filterShape>(filterShape),
      reason: z.enum(['manual', 'dispute', 'payment_in_transit']).default('manual'),
      untilOn: dayValue.optional(),
      note: noteText.default(''),
    }),
    output: z.strictObject({ holdIds: z.array(idValue()) }),
    status: 201,
    refusals: ['hold_in_past', 'nothing_chosen'],
  }),
  release: route({
    method: 'POST',
    path: '/api/v1/invoices/release',
    permission: 'hold.write',
    summary: 'End holds together: the undo of a hold of many.',
    body: z.strictObject({ holdIds: z.array(idValue()).min(1) }),
    output: z.strictObject({ count: z.int().min(0) }),
    refusals: [],
  }),
  attachByName: route({
    method: 'POST',
    path: '/api/v1/invoices/documents',
    permission: 'import.write',
    summary: 'Keep a PDF for the invoice whose number its file name bears.',
    body: upload(10 * MEGABYTE),
    output: z.strictObject({
      outcome: z.enum(['attached', 'replaced', 'no_match', 'ambiguous', 'refused']),
      invoiceId: idValue<InvoiceId>().nullable(),
      number: z.string().nullable(),
    }),
    refusals: [],
  }),
  get: route({
    method: 'GET',
    path: '/api/v1/invoices/:invoiceId',
    permission: 'ledger.read',
    summary: 'One invoice with its due terms, each with why it is chased or not.',
    params,
    query: z.strictObject(on),
    output: invoiceView,
    refusals: [],
  }),
  timeline: route({
    method: 'GET',
    path: '/api/v1/invoices/:invoiceId/timeline',
    permission: 'ledger.read',
    summary: 'Everything that happened to an invoice, newest first.',
    params,
    output: z.strictObject({ items: z.array(invoiceEvent) }),
    refusals: [],
  }),
  interest: route({
    method: 'GET',
    path: '/api/v1/invoices/:invoiceId/interest',
    permission: 'ledger.read',
    summary: 'Interest and fixed fee through a day, line by line; nothing is claimed.',
    params,
    query: z.strictObject(on),
    output: interestView,
    refusals: ['rate_missing'],
  }),
  previewDueDate: route({
    method: 'GET',
    path: '/api/v1/invoices/:invoiceId/terms/:receivableId/due-date',
    permission: 'ledger.read',
    summary: 'What another due date would change in the plan, and the legal maximum.',
    params: termParams,
    query: z.strictObject({ dueOn: dayValue }),
    output: dueDatePreview,
    refusals: ['due_before_issue', 'invoice_settled'],
  }),
  changeDueDate: route({
    method: 'POST',
    path: '/api/v1/invoices/:invoiceId/terms/:receivableId/due-date',
    permission: 'customer.write',
    summary: 'Give an open term a due date agreed later, with the reason.',
    params: termParams,
    body: z.strictObject({ dueOn: dayValue, oldDueOn: dayValue, reason: noteText.min(1) }),
    output: invoiceView,
    refusals: ['due_before_issue', 'invoice_settled', 'version_conflict'],
  }),
  agreeDiscount: route({
    method: 'POST',
    path: '/api/v1/invoices/:invoiceId/terms/:receivableId/discount',
    permission: 'customer.write',
    summary: 'Agree an early-payment discount on an open term, change it, or take it off.',
    params: termParams,
    body: z.strictObject({
      discount: z.strictObject({ cents: z.int().positive(), untilOn: dayValue }).nullable(),
      /** What the screen showed: refused where somebody changed it meanwhile. */
      old: agreedDiscount.nullable(),
      reason: noteText.default(''),
    }),
    output: invoiceView,
    refusals: ['discount_impossible', 'invoice_settled', 'version_conflict'],
  }),
  attachDocument: route({
    method: 'POST',
    path: '/api/v1/invoices/:invoiceId/document',
    permission: 'import.write',
    summary: 'Keep the PDF of an invoice; steps that attach invoices send it.',
    params,
    body: upload(10 * MEGABYTE),
    output: invoiceView,
    refusals: ['file_refused'],
  }),
  removeDocument: route({
    method: 'POST',
    path: '/api/v1/invoices/:invoiceId/document/remove',
    permission: 'import.write',
    summary: 'Take the PDF off an invoice; it is kept and can be put back.',
    params,
    output: invoiceView,
    refusals: [],
  }),
  restoreDocument: route({
    method: 'POST',
    path: '/api/v1/invoices/:invoiceId/document/restore',
    permission: 'import.write',
    summary: 'Put back the PDF last taken off.',
    params,
    output: invoiceView,
    refusals: [],
  }),
  document: route({
    method: 'GET',
    path: '/api/v1/invoices/:invoiceId/document.pdf',
    permission: 'ledger.read',
    summary: 'The PDF of an invoice.',
    params,
    output: file('application/pdf'),
    refusals: [],
  }),
};
