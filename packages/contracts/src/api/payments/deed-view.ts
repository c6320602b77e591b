// Deeds: what happened to a payment or a due term after the money came, each with its author and its undoing.
import type { CustomerId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { centsValue, currencyValue, dayValue, idParam, idValue, instantValue } from '../../values/index.ts';
import { adjustmentNatureValue } from '../cash/matching-values.ts';

/** What may happen to money: entered by hand, taken back by the bank, paid back, moved to another customer, kept; or to a debt. */
export const deedKind = z.enum([
  'record',
  'return',
  'refund',
  'move',
  'gain',
  ...adjustmentNatureValue.options,
  'late_fee',
  'waiver',
]);

/** One deed. */
export const deedView = z.strictObject({
  deedId: idValue(),
  kind: deedKind,
  on: dayValue,
  cents: centsValue,
  currency: currencyValue,
  customerId: idValue<CustomerId>(),
  customerName: z.string(),
  /** The payment it is about; null for what concerns a due term alone. */
  paymentId: idValue<PaymentId>().nullable(),
  receivableId: idValue<ReceivableId>().nullable(),
  invoiceNumber: z.string(),
  /** Where the money went, for a move. */
  toCustomerId: idValue<CustomerId>().nullable(),
  toCustomerName: z.string(),
  /** The bank's reason of a return, as ISO 20022 writes it (AC04, MS03…); empty where none was given. */
  code: z.string(),
  reference: z.string(),
  note: z.string(),
  actor: z.string(),
  at: instantValue,
  undoneOn: dayValue.nullable(),
  undoneBy: z.string().nullable(),
});

export type DeedView = z.output<typeof deedView>;
export type DeedKind = z.output<typeof deedKind>;
export type AdjustmentNature = z.output<typeof adjustmentNatureValue>;

/** The parameter of a deed's undoing. */
export const deedParams = z.strictObject({ deedId: idParam() });
