// Letters of the outbox: printed in batches, posted, tracked and proved.
import type { ActionId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route, upload } from '../../route/index.ts';
import { dayValue, idParam, idValue, pageKeys, pageOf } from '../../values/index.ts';
import { letterRow, outboxView, printBatch } from './outbox-views.ts';

/** Largest proof file, in bytes: 10 MB. */
const PROOF_BYTES = 10_000_000;

const params = z.strictObject({ actionId: idParam<ActionId>() });
const batchParams = z.strictObject({ batchId: idParam() });

/** Routes of the outbox about letters. */
export const outboxLetters = {
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
