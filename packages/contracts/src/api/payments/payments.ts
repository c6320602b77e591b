// Payments: money in and out of customers, what is not applied yet, what happened to each, and what can still be done.
import type { AllocationId, CustomerId, InvoiceId, PaymentId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route } from '../../route/index.ts';
import {
  centsValue,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  noteText,
  pageKeys,
  pageOf,
  searchKey,
  shortText,
  sortKey,
} from '../../values/index.ts';
import { deedParams, deedView } from './deed-view.ts';

/** Why money moved: paid, moved here; taken back, refunded, another's, moved away, kept, or cancelling what was entered. */
export const paymentPurpose = z.enum([
  'payment',
  'moved_in',
  'return',
  'refund',
  'misattributed',
  'moved_out',
  'gain',
  'cancelled',
]);

/** How a payment became known: a bank movement, the books or another file, by hand. */
export const paymentOrigin = z.enum(['bank', 'file', 'hand']);

/** How it was paid, where a person enters it. */
export const paymentMethod = z.enum(['cheque', 'transfer', 'direct_debit', 'card', 'cash', 'bill']);

/** Days since the money came, while some of it is not applied. */
export const unappliedAge = z.enum(['d0_7', 'd8_30', 'd31_90', 'd91_plus']);

/** One payment in a list. */
export const paymentView = z.strictObject({
  paymentId: idValue<PaymentId>(),
  customerId: idValue<CustomerId>(),
  customerRef: z.string(),
  customerName: z.string(),
  direction: z.enum(['in', 'out']),
  purpose: paymentPurpose,
  origin: paymentOrigin,
  on: dayValue,
  cents: centsValue,
  /** Not applied. */
  openCents: centsValue,
  /** Taken back by the bank, of this payment. */
  returnedCents: centsValue,
  /** Taken back as a whole: it was no payment, or not this customer’s. */
  isCancelled: z.boolean(),
  currency: currencyValue,
  method: z.string(),
  reference: z.string(),
  /** Days since it came. */
  ageDays: z.int().min(0),
});

/** What can be done with a payment now. */
export const paymentDeed = z.enum(['apply', 'return', 'refund', 'move', 'gain', 'cancel', 'again']);

const use = z.strictObject({
  allocationId: idValue<AllocationId>(),
  on: dayValue,
  cents: centsValue,
  /** Null where it went out again. */
  invoiceId: idValue<InvoiceId>().nullable(),
  invoiceNumber: z.string(),
  dueOn: dayValue.nullable(),
  /** Why it went out again; null where it was applied to a due term. */
  purpose: paymentPurpose.nullable(),
  reversedOn: dayValue.nullable(),
});

/** One payment, whole. */
export const paymentSheet = paymentView.extend({
  /** The bank movements it is made of; empty for what no statement told. */
  movements: z.array(
    z.strictObject({
      transactionId: idValue(),
      bookedOn: dayValue,
      cents: centsValue,
      label: z.string(),
      counterpartyName: z.string(),
    }),
  ),
  /** What it was applied to, undone lines included, the oldest first. */
  uses: z.array(use),
  /** What happened to it, the oldest first. */
  deeds: z.array(deedView),
  can: z.array(paymentDeed),
  /** Most that may be kept as a gain, in cents: the company's limit for small differences. */
  smallDifferenceCents: centsValue,
});

export type PaymentView = z.output<typeof paymentView>;
export type PaymentSheet = z.output<typeof paymentSheet>;
export type PaymentOrigin = z.output<typeof paymentOrigin>;

const params = z.strictObject({ paymentId: idParam<PaymentId>() });
const amount = z.int().positive();

const order = sortKey('-on', 'open', 'cents', 'customer');
const filters = {
  ...searchKey,
  view: z.enum(['unapplied', 'all', 'returned']).default('unapplied'),
  customerId: idParam<CustomerId>().optional(),
  age: unappliedAge.optional(),
};

export const payments = {
  list: route({
    method: 'GET',
    path: '/api/v1/payments',
    permission: 'ledger.read',
    summary: 'Payments, or what of them is not applied by age, with sums in the company’s currency.',
    query: z.strictObject({ ...pageKeys, ...order, ...filters }),
    output: z.strictObject({
      ...pageOf(paymentView),
      /** What is not applied under the same search and customer, by age. */
      ages: z.array(z.strictObject({ age: unappliedAge, count: z.int(), openCents: centsValue })),
      openCents: centsValue,
      currency: currencyValue,
    }),
    refusals: [],
  }),
  export: route({
    method: 'GET',
    path: '/api/v1/payments/export',
    permission: 'ledger.export',
    summary: 'Money not applied, or every payment that matches, as CSV or XLSX.',
    query: z.strictObject({ ...order, ...filters, format: z.enum(['csv', 'xlsx']) }),
    output: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    refusals: ['too_large_to_export'],
  }),
  lettering: route({
    method: 'GET',
    path: '/api/v1/payments/lettering',
    permission: 'ledger.export',
    summary: 'Entries made here and the letters of closed groups between two days, in the layout of a FEC.',
    query: z.strictObject({ from: dayValue, to: dayValue }),
    output: file('text/plain'),
    refusals: ['period_invalid', 'ledger_unbalanced'],
  }),
  sheet: route({
    method: 'GET',
    path: '/api/v1/payments/:paymentId',
    permission: 'ledger.read',
    summary: 'One payment: where it comes from, what it was applied to, what happened to it, what can be done.',
    params,
    output: paymentSheet,
    refusals: [],
  }),
  record: route({
    method: 'POST',
    path: '/api/v1/payments',
    permission: 'payment.write',
    summary: 'Enter a payment by hand; it stays unapplied until it is applied.',
    body: z.strictObject({
      customerId: idValue<CustomerId>(),
      on: dayValue,
      cents: amount,
      /** Absent: the company’s. */
      currency: currencyValue.optional(),
      method: paymentMethod,
      reference: shortText.default(''),
      note: noteText.default(''),
    }),
    output: deedView,
    status: 201,
    refusals: ['day_in_future'],
  }),
  returned: route({
    method: 'POST',
    path: '/api/v1/payments/:paymentId/return',
    permission: 'payment.write',
    summary: 'The bank took the payment back: its due terms are open again from that day.',
    params,
    body: z.strictObject({
      on: dayValue,
      /** Absent: all of it that was not taken back before. */
      cents: amount.optional(),
      code: z.string().trim().max(8).default(''),
      note: noteText.default(''),
    }),
    output: deedView,
    status: 201,
    refusals: ['payment_spent', 'day_out_of_order', 'day_in_future'],
  }),
  refund: route({
    method: 'POST',
    path: '/api/v1/payments/:paymentId/refund',
    permission: 'payment.write',
    summary: 'Money not applied was paid back to the customer.',
    params,
    body: z.strictObject({
      cents: amount,
      on: dayValue,
      reference: shortText.default(''),
      note: noteText.default(''),
    }),
    output: deedView,
    status: 201,
    refusals: ['payment_spent', 'day_out_of_order', 'day_in_future'],
  }),
  move: route({
    method: 'POST',
    path: '/api/v1/payments/:paymentId/move',
    permission: 'payment.write',
    summary: 'Money not applied is another customer’s: it leaves here and arrives there the same day.',
    params,
    body: z.strictObject({ customerId: idValue<CustomerId>(), cents: amount, note: noteText.default('') }),
    output: deedView,
    status: 201,
    refusals: ['payment_spent', 'allocation_mismatch'],
  }),
  gain: route({
    method: 'POST',
    path: '/api/v1/payments/:paymentId/gain',
    permission: 'payment.write',
    summary: 'A small rest is kept, within the company’s limit.',
    params,
    body: z.strictObject({ cents: amount, note: noteText.default('') }),
    output: deedView,
    status: 201,
    refusals: ['payment_spent', 'over_limit'],
  }),
  undo: route({
    method: 'POST',
    path: '/api/v1/payments/deeds/:deedId/undo',
    permission: 'payment.write',
    summary: 'Undo a deed by new lines; what it freed is applied again as far as there is room.',
    params: deedParams,
    body: z.strictObject({ note: noteText.default('') }),
    output: deedView,
    refusals: ['already_undone', 'state_forbids'],
  }),
  again: route({
    method: 'POST',
    path: '/api/v1/payments/deeds/:deedId/again',
    permission: 'payment.write',
    summary:
      'Take the cancelling of an entered payment back: it is entered again, and applied where it was as far as there is room.',
    params: deedParams,
    output: deedView,
    status: 201,
    refusals: ['state_forbids'],
  }),
};
