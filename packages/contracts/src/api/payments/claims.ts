// Claims: late fees claimed as a document of their own beside the principal, and what becomes of them once it is paid.
import type { CustomerId, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  centsValue,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  noteText,
  pageKeys,
  pageOf,
} from '../../values/index.ts';

/** Interest, or the fixed fee for recovery costs (D441-5 C. com.). */
export const claimKind = z.enum(['interest', 'fixed_fee']);

/** What becomes of a claim once its principal is paid: chased on, given up, or shown only. */
export const claimDisposition = z.enum(['keep', 'waive', 'show']);

const segment = z.strictObject({
  from: dayValue,
  to: dayValue,
  days: z.int(),
  /** Yearly rate in percent. */
  ratePct: z.number(),
  principalCents: centsValue,
  interestCents: centsValue,
});

const line = z.strictObject({
  onReceivableId: idValue<ReceivableId>(),
  principalInvoiceId: idValue<InvoiceId>(),
  principalNumber: z.string(),
  principalDueOn: dayValue,
  kind: claimKind,
  /** Days counted, both included; null for the fixed fee. */
  fromOn: dayValue.nullable(),
  toOn: dayValue.nullable(),
  cents: centsValue,
  segments: z.array(segment),
});

/** One claim. */
export const claimView = line.extend({
  claimId: idValue(),
  deedId: idValue().nullable(),
  customerId: idValue<CustomerId>(),
  customerName: z.string(),
  /** Its own document and due term. */
  invoiceId: idValue<InvoiceId>(),
  number: z.string(),
  receivableId: idValue<ReceivableId>(),
  openCents: centsValue,
  currency: currencyValue,
  /** What is left of the principal. */
  principalOpenCents: centsValue,
  disposition: claimDisposition,
  decidedBy: z.string(),
  claimedOn: dayValue,
  claimedBy: z.string(),
  waivedOn: dayValue.nullable(),
  /** It is on the statement but not in reminders: its principal is paid, and that was decided. */
  isShownOnly: z.boolean(),
});

export type ClaimView = z.output<typeof claimView>;
export type ClaimLine = z.output<typeof line>;
export type ClaimKind = z.output<typeof claimKind>;
export type ClaimDisposition = z.output<typeof claimDisposition>;

const asked = z.strictObject({
  receivableIds: z.array(idValue<ReceivableId>()).min(1).max(200),
  /** Last day counted. */
  on: dayValue,
  kinds: z.array(claimKind).min(1).max(2),
});
const params = z.strictObject({ claimId: idParam() });
const refusals = ['rate_missing', 'nothing_to_claim', 'day_in_future', 'not_claimable'] as const;

export const claims = {
  list: route({
    method: 'GET',
    path: '/api/v1/claims',
    permission: 'ledger.read',
    summary: 'Late fees claimed, the latest first.',
    query: z.strictObject({
      ...pageKeys,
      customerId: idParam<CustomerId>().optional(),
      /** The principal's invoice. */
      invoiceId: idParam<InvoiceId>().optional(),
      state: z.enum(['open', 'closed']).optional(),
    }),
    output: z.strictObject(pageOf(claimView)),
    refusals: [],
  }),
  preview: route({
    method: 'POST',
    path: '/api/v1/claims/preview',
    permission: 'ledger.read',
    summary: 'What could be claimed on due terms: the count day by day; nothing is written.',
    body: asked,
    output: z.strictObject({
      on: dayValue,
      lines: z.array(line),
      totalCents: centsValue,
      currency: currencyValue,
      /** The company's choice for the day the principal is paid. */
      disposition: claimDisposition,
    }),
    refusals,
  }),
  claim: route({
    method: 'POST',
    path: '/api/v1/claims',
    permission: 'payment.write',
    summary: 'Claim late fees: a document and due terms of their own; the invoice itself does not change.',
    body: asked.extend({
      /** Absent: the company's choice. */
      disposition: claimDisposition.optional(),
      note: noteText.default(''),
    }),
    output: z.strictObject({ items: z.array(claimView), totalCents: centsValue }),
    status: 201,
    refusals,
  }),
  decide: route({
    method: 'POST',
    path: '/api/v1/claims/:claimId/decide',
    permission: 'payment.write',
    summary: 'Choose what becomes of a claim once its principal is paid; it applies at once where it is paid already.',
    params,
    body: z.strictObject({ disposition: claimDisposition }),
    output: claimView,
    refusals: ['state_forbids'],
  }),
  waive: route({
    method: 'POST',
    path: '/api/v1/claims/:claimId/waive',
    permission: 'payment.write',
    summary: 'Give up what is open of a claim, now.',
    params,
    body: z.strictObject({ note: noteText.default('') }),
    output: claimView,
    refusals: ['state_forbids'],
  }),
  undo: route({
    method: 'POST',
    path: '/api/v1/claims/:claimId/undo',
    permission: 'payment.write',
    summary: 'Undo the waiver of a claim, or the claim itself where nothing was paid on it.',
    params,
    body: z.strictObject({ of: z.enum(['claim', 'waiver']), note: noteText.default('') }),
    output: claimView,
    refusals: ['state_forbids'],
  }),
};
