// Receivable view: one due term with its state and the answer to "why is it, or isn't it, chased?".
import type { InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import {
  centsValue,
  channelValue,
  currencyValue,
  dayValue,
  idValue,
  receivableStatusValue,
  ruleValue,
  silenceReasonValue,
} from '../../values/index.ts';

/** Why a receivable is chased today, or not; the screen makes a sentence of it. */
export const chaseWhy = z.strictObject({
  outcome: z.enum(['action', 'hold', 'closed']),
  rule: ruleValue.nullable(),
  /** Reason of the hold; null for an action. */
  reason: silenceReasonValue.nullable(),
  /** Last day of the hold, or day of the next step; null = until something changes. */
  until: dayValue.nullable(),
  scenario: z.string().nullable(),
  step: z.string().nullable(),
  channel: channelValue.nullable(),
  note: z.string(),
});

/** Agreed for paying early: so much less, with VAT, when paid by a day included. */
export const agreedDiscount = z.strictObject({ cents: centsValue, untilOn: dayValue });

/** One due term of an invoice. */
export const receivableView = z.strictObject({
  receivableId: idValue<ReceivableId>(),
  invoiceId: idValue<InvoiceId>(),
  invoiceNumber: z.string(),
  issuedOn: dayValue,
  dueOn: dayValue,
  dueEstimated: z.boolean(),
  currency: currencyValue,
  grossCents: centsValue,
  openCents: centsValue,
  discount: agreedDiscount.nullable(),
  daysLate: z.int(),
  /** Strongest first. */
  statuses: z.array(receivableStatusValue),
  level: z.int().min(0),
  levelOn: dayValue.nullable(),
  why: chaseWhy,
});

export type ChaseWhy = z.output<typeof chaseWhy>;
export type ReceivableView = z.output<typeof receivableView>;
