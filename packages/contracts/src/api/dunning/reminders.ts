// Reminders: today's plan, both halves of it (what leaves, what is held and why), and what people decide about it.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
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
  bulkOutcome,
  messagePreview,
  planHold,
  plannedAction,
  planSummary,
  reminderKeys,
  runCounts,
} from './reminder-views.ts';

const on = { on: dayValue.optional() };
const chosen = { on: dayValue, actionKeys: reminderKeys.many };
const filters = {
  channel: channelValue.optional(),
  tone: toneValue.optional(),
  needsApproval: z.stringbool().optional(),
};

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
    output: z.strictObject({ on: dayValue, ...pageOf(plannedAction) }),
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
    refusals: ['action_unknown', 'template_broken'],
  }),
  approve: route({
    method: 'POST',
    path: '/api/v1/reminders/approve',
    permission: 'reminder.approve',
    summary: 'Approve actions: they leave at the next run, checked again at that moment.',
    body: z.strictObject(chosen),
    output: bulkOutcome,
    refusals: [],
  }),
  skip: route({
    method: 'POST',
    path: '/api/v1/reminders/skip',
    permission: 'reminder.approve',
    summary: 'Skip these steps for good; the ladder goes on from there.',
    body: z.strictObject({ ...chosen, note: noteText.default('') }),
    output: bulkOutcome,
    refusals: [],
  }),
  postpone: route({
    method: 'POST',
    path: '/api/v1/reminders/postpone',
    permission: 'reminder.approve',
    summary: 'Hold these actions’ receivables until the day before `until`.',
    body: z.strictObject({ ...chosen, until: dayValue, note: noteText.default('') }),
    output: bulkOutcome,
    refusals: ['postpone_in_past'],
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
