// Reminders: today's plan, both halves of it (what leaves, what is held and why), and what people decide about it.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { UNMADE } from '../../refusals/index.ts';
import { route } from '../../route/index.ts';
import {
  centsValue,
  channelValue,
  dayValue,
  idParam,
  noteText,
  pageKeys,
  pageOf,
  searchKey,
  silenceReasonValue,
  sortKey,
  toneValue,
} from '../../values/index.ts';
import {
  attentionView,
  bulkOutcome,
  messagePreview,
  messageWords,
  planHold,
  plannedAction,
  planSummary,
  reminderKeys,
  runCounts,
  undoOutcome,
} from './reminder-views.ts';

const on = { on: dayValue.optional() };
const filters = {
  channel: channelValue.optional(),
  tone: toneValue.optional(),
  needsApproval: z.stringbool().optional(),
  /** E-mail of a member; `none` for customers nobody owns. */
  owner: z.string().max(254).optional(),
  /** `none` for customers in no segment. */
  segment: z.string().max(80).optional(),
};

/** The same filters in a body. */
const selection = z.strictObject({
  ...searchKey,
  ...filters,
  needsApproval: z.boolean().optional(),
  /** How many the reader was told there are; another number now is refused. */
  expected: z.int().min(0),
  /** Taken out again, one by one. */
  except: reminderKeys.some.default([]),
});

/** Actions of a day: named by their keys, or all that filters find. */
const chosen = { on: dayValue, actionKeys: reminderKeys.some.default([]), selection: selection.optional() };

export const reminders = {
  plan: route({
    method: 'GET',
    path: '/api/v1/reminders/plan',
    permission: 'reminder.read',
    summary: 'The plan of a day in figures: actions by channel, holds by reason.',
    query: z.strictObject(on),
    output: planSummary,
    refusals: [],
  }),
  actions: route({
    method: 'GET',
    path: '/api/v1/reminders/actions',
    permission: 'reminder.read',
    summary: 'What would leave on a day, most urgent first.',
    query: z.strictObject({ ...pageKeys, ...searchKey, ...sortKey('-rank', 'customer', 'total'), ...on, ...filters }),
    output: z.strictObject({
      on: dayValue,
      ...pageOf(plannedAction),
      /** Of all pages, by currency. */
      totals: z.array(z.strictObject({ currency: z.string(), cents: centsValue, customers: z.int() })),
    }),
    refusals: [],
  }),
  holds: route({
    method: 'GET',
    path: '/api/v1/reminders/holds',
    permission: 'reminder.read',
    summary: 'Receivables that get nothing on a day, each with its reason and until when.',
    query: z.strictObject({
      ...pageKeys,
      ...searchKey,
      ...on,
      reason: silenceReasonValue.optional(),
      customerId: idParam<CustomerId>().optional(),
    }),
    output: z.strictObject({ on: dayValue, ...pageOf(planHold) }),
    refusals: [],
  }),
  preview: route({
    method: 'GET',
    path: '/api/v1/reminders/actions/:actionKey/preview',
    permission: 'reminder.read',
    summary: 'The message of one action exactly as it would leave.',
    params: z.strictObject({ actionKey: reminderKeys.one }),
    query: z.strictObject(on),
    output: messagePreview,
    refusals: ['action_unknown', ...UNMADE],
  }),
  draft: route({
    method: 'POST',
    path: '/api/v1/reminders/actions/:actionKey/draft',
    permission: 'reminder.approve',
    summary: 'The message of one action with other words, as it would leave. Nothing is kept.',
    params: z.strictObject({ actionKey: reminderKeys.one }),
    body: z.strictObject({ ...on, words: messageWords }),
    output: messagePreview,
    refusals: ['action_unknown', ...UNMADE],
  }),
  edit: route({
    method: 'PUT',
    path: '/api/v1/reminders/actions/:actionKey/words',
    permission: 'reminder.approve',
    summary: 'Write the words of one action anew for this once; null gives the template its place back.',
    params: z.strictObject({ actionKey: reminderKeys.one }),
    body: z.strictObject({ on: dayValue, words: messageWords.nullable() }),
    output: messagePreview,
    refusals: ['action_unknown', 'action_gone', 'state_forbids', ...UNMADE],
  }),
  attention: route({
    method: 'GET',
    path: '/api/v1/reminders/attention',
    permission: 'reminder.read',
    summary: 'What the calendar brings up: broken promises, formal notices run out, prescription, messages stuck.',
    output: attentionView,
    refusals: [],
  }),
  approve: route({
    method: 'POST',
    path: '/api/v1/reminders/approve',
    permission: 'reminder.approve',
    summary: 'Approve actions: they leave at the next run, checked again at that moment.',
    body: z.strictObject(chosen),
    output: bulkOutcome,
    refusals: ['plan_changed', 'nothing_chosen'],
  }),
  skip: route({
    method: 'POST',
    path: '/api/v1/reminders/skip',
    permission: 'reminder.approve',
    summary: 'Skip these steps; the ladder goes on from there.',
    body: z.strictObject({ ...chosen, note: noteText.default('') }),
    output: bulkOutcome,
    refusals: ['plan_changed', 'nothing_chosen'],
  }),
  postpone: route({
    method: 'POST',
    path: '/api/v1/reminders/postpone',
    permission: 'reminder.approve',
    summary: 'Hold these actions’ receivables until the day before `until`.',
    body: z.strictObject({ ...chosen, until: dayValue, note: noteText.default('') }),
    output: bulkOutcome,
    refusals: ['postpone_in_past', 'plan_changed', 'nothing_chosen'],
  }),
  hold: route({
    method: 'POST',
    path: '/api/v1/reminders/hold',
    permission: 'hold.write',
    summary: 'Hold these actions’ receivables for a reason, until a last day or until lifted.',
    body: z.strictObject({
      ...chosen,
      reason: z.enum(['manual', 'dispute', 'promise', 'payment_in_transit', 'agency', 'court', 'insolvency', 'plan']),
      untilOn: dayValue.nullable(),
      note: noteText.default(''),
    }),
    output: bulkOutcome,
    refusals: ['hold_in_past', 'plan_changed', 'nothing_chosen'],
  }),
  undo: route({
    method: 'POST',
    path: '/api/v1/reminders/undo',
    permission: 'reminder.approve',
    summary: 'Take a decision back, as far as it can be: nothing that left, no ladder that went on.',
    body: z.strictObject({ decision: z.int().positive() }),
    output: undoOutcome,
    refusals: ['already_undone', 'action_left', 'ladder_moved', 'hold_ended'],
  }),
  run: route({
    method: 'POST',
    path: '/api/v1/reminders/run',
    permission: 'reminder.run',
    summary: 'Plan the day and hand over what may go.',
    body: z.strictObject({ ...on, approve: z.enum(['all', 'none']).default('none') }),
    output: runCounts,
    refusals: [],
  }),
};
