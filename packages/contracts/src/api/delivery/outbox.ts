// Outbox: what left, would leave or failed; word for word, with proof; letters to print.
import type { ActionId, CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { UNMADE } from '../../refusals/index.ts';
import { file, route } from '../../route/index.ts';
import {
  channelValue,
  dayValue,
  idParam,
  idValue,
  pageKeys,
  pageOf,
  searchKey,
  shortText,
} from '../../values/index.ts';
import { messagePreview, messageWords } from '../dunning/reminder-views.ts';
import { outboxLetters } from './outbox-letters.ts';
import { outboxOutcome, outboxRow, outboxStateValue, outboxView } from './outbox-views.ts';

export type LettersComing = z.output<typeof outbox.lettersToPrint.output>['coming'][number];

const params = z.strictObject({ actionId: idParam<ActionId>() });
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
  ...outboxLetters,
};
