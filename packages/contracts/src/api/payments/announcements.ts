// Announcements: money said to be on its way. Nobody is chased for it until its day and the bank's delay have passed.
import type { CustomerId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  centsValue,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  instantValue,
  noteText,
  pageKeys,
  pageOf,
  shortText,
} from '../../values/index.ts';

/** By which way the money comes. */
export const announcementKind = z.enum(['direct_debit', 'transfer', 'cheque', 'bill', 'card']);

/** One announcement. */
export const announcementView = z.strictObject({
  announcementId: idValue(),
  customerId: idValue<CustomerId>(),
  customerName: z.string(),
  kind: announcementKind,
  cents: centsValue,
  currency: currencyValue,
  expectedOn: dayValue,
  /** Last day nobody is chased for it. */
  heldUntilOn: dayValue,
  reference: z.string(),
  note: z.string(),
  state: z.enum(['expected', 'arrived', 'cancelled', 'returned']),
  /** The payment that arrived; null while none has. */
  paymentId: idValue<PaymentId>().nullable(),
  actor: z.string(),
  announcedAt: instantValue,
  endedOn: dayValue.nullable(),
  endedBy: z.string().nullable(),
});

export type AnnouncementView = z.output<typeof announcementView>;

const params = z.strictObject({ announcementId: idParam() });

export const announcements = {
  list: route({
    method: 'GET',
    path: '/api/v1/announcements',
    permission: 'ledger.read',
    summary: 'Money announced, the earliest expected first.',
    query: z.strictObject({
      ...pageKeys,
      customerId: idParam<CustomerId>().optional(),
      state: z.enum(['expected', 'arrived', 'cancelled', 'returned']).optional(),
    }),
    output: z.strictObject(pageOf(announcementView)),
    refusals: [],
  }),
  until: route({
    method: 'GET',
    path: '/api/v1/announcements/until',
    permission: 'ledger.read',
    summary:
      'Until which day nobody is chased for money expected on a day: that day and the bank’s delay in worked days.',
    query: z.strictObject({ expectedOn: dayValue }),
    output: z.strictObject({ heldUntilOn: dayValue, delayWorkedDays: z.int().min(0) }),
    refusals: [],
  }),
  announce: route({
    method: 'POST',
    path: '/api/v1/announcements',
    permission: 'payment.write',
    summary: 'Note money on its way; its due terms are not chased until its day and the bank’s delay have passed.',
    body: z.strictObject({
      customerId: idValue<CustomerId>(),
      kind: announcementKind,
      cents: z.int().positive(),
      expectedOn: dayValue,
      reference: shortText.default(''),
      /** Terms it pays, each held up to its share, the oldest first; none: all open terms of the customer, the oldest first. */
      receivableIds: z.array(idValue<ReceivableId>()).max(200).default([]),
      note: noteText.default(''),
    }),
    output: announcementView,
    status: 201,
    refusals: ['hold_in_past', 'allocation_mismatch', 'nothing_chosen'],
  }),
  cancel: route({
    method: 'POST',
    path: '/api/v1/announcements/:announcementId/cancel',
    permission: 'payment.write',
    summary: 'It does not come: its holds end today.',
    params,
    body: z.strictObject({ note: noteText.default('') }),
    output: announcementView,
    refusals: ['state_forbids'],
  }),
  arrived: route({
    method: 'POST',
    path: '/api/v1/announcements/:announcementId/arrived',
    permission: 'payment.write',
    summary: 'It came: its holds end; the payment may be named.',
    params,
    body: z.strictObject({ paymentId: idValue<PaymentId>().optional() }),
    output: announcementView,
    refusals: ['state_forbids', 'allocation_mismatch'],
  }),
  reopen: route({
    method: 'POST',
    path: '/api/v1/announcements/:announcementId/reopen',
    permission: 'payment.write',
    summary: 'Take a cancellation or an arrival back: it is expected again.',
    params,
    output: announcementView,
    refusals: ['state_forbids', 'hold_in_past'],
  }),
};
