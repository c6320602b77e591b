// Outbox: what left, would leave or failed; word for word, with proof; letters to print.
import type { ActionId, CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { UNMADE } from '../../refusals/index.ts';
import { file, route, upload } from '../../route/index.ts';
import {
  centsValue,
  channelValue,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  instantValue,
  languageValue,
  pageKeys,
  pageOf,
  searchKey,
  shortText,
  toneValue,
} from '../../values/index.ts';
import { messagePreview, messageWords } from '../dunning/reminder-views.ts';

/** Largest proof file, in bytes: 10 MB. */
const PROOF_BYTES = 10_000_000;

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
export type LettersComing = z.output<typeof outbox.lettersToPrint.output>['coming'][number];
export type PrintBatchView = z.output<typeof printBatch>;

const params = z.strictObject({ actionId: idParam<ActionId>() });
const batchParams = z.strictObject({ batchId: idParam() });
/** Filters of the list beside state, channel and search. */
const narrowed = {
  customerId: idParam<CustomerId>().optional(),
  test: z.stringbool().optional(),
  /** Left, or planned to, from one day to another. */
  from: dayValue.optional(),
  to: dayValue.optional(),
  /** Only those in the queue for more than an hour. */
  stuck: z.stringbool().optional(),
};
const chosen = { actionIds: z.array(idValue<ActionId>()).min(1).max(5000) };

export const outbox = {
  list: route({
    method: 'GET',
    path: '/api/v1/outbox',
    permission: 'outbox.read',
    summary: 'Messages by state, newest first, with how many there are in each.',
    query: z.strictObject({
      ...pageKeys,
      ...searchKey,
      state: outboxStateValue.optional(),
      channel: channelValue.optional(),
      ...narrowed,
    }),
    output: z.strictObject({
      ...pageOf(outboxRow),
      byState: z.array(z.strictObject({ state: outboxStateValue, count: z.int() })),
    }),
    refusals: [],
  }),
  export: route({
    method: 'GET',
    path: '/api/v1/outbox/export',
    permission: 'outbox.read',
    summary: 'The list as a file, every page of it.',
    query: z.strictObject({
      ...searchKey,
      state: outboxStateValue.optional(),
      channel: channelValue.optional(),
      ...narrowed,
      format: z.enum(['csv', 'xlsx']).default('csv'),
    }),
    output: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    refusals: ['too_large_to_export'],
  }),
  preview: route({
    method: 'GET',
    path: '/api/v1/outbox/:actionId/preview',
    permission: 'outbox.read',
    summary: 'A message that has not left, as it would leave now.',
    params,
    output: messagePreview,
    refusals: ['state_forbids', ...UNMADE],
  }),
  draft: route({
    method: 'POST',
    path: '/api/v1/outbox/:actionId/draft',
    permission: 'outbox.write',
    summary: 'The same with other words. Nothing is kept.',
    params,
    body: z.strictObject({ words: messageWords }),
    output: messagePreview,
    refusals: ['state_forbids', ...UNMADE],
  }),
  edit: route({
    method: 'PUT',
    path: '/api/v1/outbox/:actionId/words',
    permission: 'outbox.write',
    summary:
      'Write the words of a message that has not left anew, for this once; null gives the template its place back.',
    params,
    body: z.strictObject({ words: messageWords.nullable() }),
    output: messagePreview,
    refusals: ['state_forbids', ...UNMADE],
  }),
  readdress: route({
    method: 'PUT',
    path: '/api/v1/outbox/:actionId/address',
    permission: 'outbox.write',
    summary: 'Send an e-mail that has not left, or failed, to another address; what failed goes back to the queue.',
    params,
    body: z.strictObject({ to: z.email().max(254) }),
    output: outboxView,
    refusals: ['state_forbids'],
  }),
  get: route({
    method: 'GET',
    path: '/api/v1/outbox/:actionId',
    permission: 'outbox.read',
    summary: 'One message word for word, with its attempts.',
    params,
    output: outboxView,
    refusals: [],
  }),
  pdf: route({
    method: 'GET',
    path: '/api/v1/outbox/:actionId/letter.pdf',
    permission: 'outbox.read',
    summary: 'The letter as PDF.',
    params,
    output: file('application/pdf'),
    refusals: [],
  }),
  retry: route({
    method: 'POST',
    path: '/api/v1/outbox/retry',
    permission: 'outbox.write',
    summary: 'Try failed messages again; an uncertain one only when a person says that it did not arrive.',
    body: z.strictObject(chosen),
    output: outboxOutcome,
    refusals: [],
  }),
  cancel: route({
    method: 'POST',
    path: '/api/v1/outbox/cancel',
    permission: 'outbox.write',
    summary: 'Cancel what has not left.',
    body: z.strictObject({ ...chosen, note: shortText.default('') }),
    output: outboxOutcome,
    refusals: [],
  }),
  confirmSent: route({
    method: 'POST',
    path: '/api/v1/outbox/confirm-sent',
    permission: 'outbox.write',
    summary: 'Say that uncertain messages did arrive.',
    body: z.strictObject(chosen),
    output: outboxOutcome,
    refusals: [],
  }),
  setTracking: route({
    method: 'PUT',
    path: '/api/v1/outbox/:actionId/tracking',
    permission: 'outbox.write',
    summary: 'Note the tracking number of a registered letter.',
    params,
    body: z.strictObject({ trackingNumber: z.string().trim().min(1).max(40) }),
    output: outboxView,
    refusals: ['state_forbids'],
  }),
  attachProof: route({
    method: 'POST',
    path: '/api/v1/outbox/:actionId/proof',
    permission: 'outbox.write',
    summary:
      'Keep the proof of posting or of receipt of a letter that was sent: PDF, PNG or JPEG. A new one takes its place.',
    params,
    body: upload(PROOF_BYTES),
    output: outboxView,
    refusals: ['state_forbids', 'file_refused'],
  }),
  proof: route({
    method: 'GET',
    path: '/api/v1/outbox/:actionId/proof',
    permission: 'outbox.read',
    summary: 'The proof kept with a letter.',
    params,
    output: file('application/pdf', 'image/png', 'image/jpeg'),
    refusals: [],
  }),
  printBatches: route({
    method: 'GET',
    path: '/api/v1/outbox/print-batches',
    permission: 'outbox.read',
    summary: 'Print batches, newest first.',
    query: z.strictObject(pageKeys),
    output: z.strictObject(pageOf(printBatch)),
    refusals: [],
  }),
  makePrintBatch: route({
    method: 'POST',
    path: '/api/v1/outbox/print-batches',
    permission: 'outbox.write',
    summary: 'Gather the queued letters into one PDF and hand them over for posting.',
    /** `actionIds` chooses letters; absent: all that wait. */
    body: z.strictObject({
      on: dayValue.optional(),
      actionIds: z.array(idValue<ActionId>()).min(1).max(2000).optional(),
    }),
    output: printBatch,
    status: 201,
    refusals: ['nothing_to_print'],
  }),
  lettersToPrint: route({
    method: 'GET',
    path: '/api/v1/outbox/letters-to-print',
    permission: 'outbox.read',
    summary: 'Letters handed over and in no batch yet, oldest first; how many approved ones will join them, by day.',
    output: z.strictObject({
      items: z.array(letterRow),
      /** Letters approved and not handed over yet, by the day they will be there to print. */
      coming: z.array(z.strictObject({ on: dayValue, letters: z.int() })),
    }),
    refusals: [],
  }),
  printBatchLetters: route({
    method: 'GET',
    path: '/api/v1/outbox/print-batches/:batchId/letters',
    permission: 'outbox.read',
    summary: 'The letters of a batch, with tracking number and proof.',
    params: batchParams,
    output: z.strictObject({ batch: printBatch, items: z.array(letterRow) }),
    refusals: [],
  }),
  markPosted: route({
    method: 'PUT',
    path: '/api/v1/outbox/print-batches/:batchId/posted',
    permission: 'outbox.write',
    summary: 'Note the day the letters of a batch were posted; null takes it back.',
    params: batchParams,
    body: z.strictObject({ on: dayValue.nullable() }),
    output: printBatch,
    refusals: [],
  }),
  printBatchPdf: route({
    method: 'GET',
    path: '/api/v1/outbox/print-batches/:batchId/letters.pdf',
    permission: 'outbox.read',
    summary: 'The letters of a batch, index first.',
    params: batchParams,
    output: file('application/pdf'),
    refusals: [],
  }),
  printBatchPostage: route({
    method: 'GET',
    path: '/api/v1/outbox/print-batches/:batchId/postage.csv',
    permission: 'outbox.read',
    summary: 'The postage list of a batch.',
    params: batchParams,
    output: file('text/csv'),
    refusals: [],
  }),
};
