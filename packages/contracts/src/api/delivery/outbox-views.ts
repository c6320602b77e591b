// Outbox views: a line of the list, a message word for word, letters and print batches.
import type { ActionId, CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import {
  centsValue,
  channelValue,
  currencyValue,
  dayValue,
  idValue,
  instantValue,
  languageValue,
  toneValue,
} from '../../values/index.ts';

/** States of an outbox row. */
export const outboxStateValue = z.enum(['planned', 'approved', 'queued', 'sent', 'cancelled', 'failed', 'uncertain']);

const head = {
  actionId: idValue<ActionId>(),
  customerId: idValue<CustomerId>(),
  customerRef: z.string(),
  customerName: z.string(),
  channel: channelValue,
  tone: toneValue,
  step: z.string(),
  to: z.string(),
  subject: z.string(),
  plannedOn: dayValue,
  /** When it last changed state. */
  at: instantValue,
  state: outboxStateValue,
  /** Why it was cancelled or failed: a code. */
  reason: z.string().nullable(),
  failure: z.enum(['transient', 'permanent']).nullable(),
  /** Went to the test outbox only. */
  test: z.boolean(),
  /** Should have left more than an hour ago. */
  isStuck: z.boolean(),
  totalCents: centsValue,
  currency: currencyValue,
};

/** One line of the list. */
export const outboxRow = z.strictObject(head);

/** A row with its message word for word, its attempts and its proof. */
export const outboxView = z.strictObject({
  ...head,
  language: languageValue,
  text: z.string(),
  html: z.string().nullable(),
  hasPdf: z.boolean(),
  /** A proof of posting or of receipt was kept with the letter. */
  hasProof: z.boolean(),
  mailMessageId: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  approvedBy: z.string().nullable(),
  nextAttemptAt: instantValue.nullable(),
  invoices: z.array(z.strictObject({ number: z.string(), cents: centsValue })),
  attempts: z.array(
    z.strictObject({
      attempt: z.int(),
      startedAt: instantValue,
      finishedAt: instantValue.nullable(),
      outcome: z.string().nullable(),
      code: z.string().nullable(),
      response: z.string().nullable(),
    }),
  ),
});

/** A print batch: letters of one run as one PDF, with a postage list. */
export const printBatch = z.strictObject({
  batchId: idValue(),
  madeOn: dayValue,
  letters: z.int(),
  actor: z.string(),
  madeAt: instantValue,
  /** The day they were taken to the post office, and who said so. */
  postedOn: dayValue.nullable(),
  postedBy: z.string().nullable(),
});

/** A letter to print, or printed. */
export const letterRow = z.strictObject({
  actionId: idValue<ActionId>(),
  customerId: idValue<CustomerId>(),
  customerRef: z.string(),
  customerName: z.string(),
  toAddress: z.string(),
  registered: z.boolean(),
  tone: toneValue,
  doneOn: dayValue,
  totalCents: centsValue,
  currency: currencyValue,
  trackingNumber: z.string().nullable(),
  hasProof: z.boolean(),
});

/** What a bulk order did. */
export const outboxOutcome = z.strictObject({
  done: z.int(),
  refused: z.array(
    z.strictObject({ actionId: idValue<ActionId>(), code: z.enum(['action_unknown', 'state_forbids']) }),
  ),
});

export type OutboxRow = z.output<typeof outboxRow>;
export type OutboxView = z.output<typeof outboxView>;
export type OutboxOutcome = z.output<typeof outboxOutcome>;
export type LetterRow = z.output<typeof letterRow>;
export type PrintBatchView = z.output<typeof printBatch>;
