// Tasks: what a person does: calls with their script, decisions, contacts to repair, deliveries to check.
import type { ActionId, CustomerId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  centsValue,
  channelValue,
  contactValue,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  noteText,
  pageKeys,
  pageOf,
  toneValue,
} from '../../values/index.ts';

/** Kinds of task. */
export const taskKindValue = z.enum(['call', 'decide', 'repair_contact', 'check_delivery', 'payment_returned']);
/** How a task ended. */
export const taskOutcomeValue = z.enum([
  'reached',
  'no_answer',
  'left_message',
  'will_pay',
  'contests',
  'wrong_number',
  'agency',
  'court',
  'wait',
  'write_off',
  'repaired',
  'arrived',
  'not_arrived',
  'done',
]);

/** One task. */
export const taskView = z.strictObject({
  taskId: idValue(),
  kind: taskKindValue,
  state: z.enum(['open', 'done']),
  dueOn: dayValue,
  customerId: idValue<CustomerId>().nullable(),
  customerRef: z.string().nullable(),
  customerName: z.string().nullable(),
  actionId: idValue<ActionId>().nullable(),
  totalCents: centsValue.nullable(),
  currency: currencyValue.nullable(),
  phone: z.string().nullable(),
  /** What to say, rendered in the debtor’s language. */
  script: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  outcome: taskOutcomeValue.nullable(),
  note: z.string().nullable(),
  doneOn: dayValue.nullable(),
  doneBy: z.string().nullable(),
});

/** What a person needs at hand for one task. */
export const taskSheet = z.strictObject({
  task: taskView,
  /** What the call is about, as it stands now. */
  invoices: z.array(
    z.strictObject({
      receivableId: idValue<ReceivableId>(),
      number: z.string(),
      dueOn: dayValue,
      daysLate: z.int(),
      openCents: centsValue,
      currency: currencyValue,
    }),
  ),
  contacts: z.array(contactValue),
  /** The last messages and calls, newest first. */
  exchanges: z.array(
    z.strictObject({
      on: dayValue,
      channel: channelValue.nullable(),
      tone: toneValue.nullable(),
      subject: z.string(),
      outcome: taskOutcomeValue.nullable(),
      note: z.string(),
      actionId: idValue<ActionId>().nullable(),
    }),
  ),
  /** Days after a promised day before reminders go on. */
  promiseGraceDays: z.int(),
});

const named = z.array(idValue<ReceivableId>()).max(500).default([]);

/** What is agreed in a call and carried out with its outcome. No receivable named: the whole customer. */
export const followUpValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('promise'), on: dayValue, receivableIds: named }),
  z.strictObject({ kind: z.literal('dispute'), receivableIds: named }),
  z.strictObject({ kind: z.literal('call_again'), on: dayValue }),
]);

export type TaskSheet = z.output<typeof taskSheet>;
export type TaskView = z.output<typeof taskView>;

export const tasks = {
  list: route({
    method: 'GET',
    path: '/api/v1/tasks',
    permission: 'task.read',
    summary: 'Tasks, the oldest due first.',
    query: z.strictObject({
      ...pageKeys,
      state: z.enum(['open', 'done']).default('open'),
      kind: taskKindValue.optional(),
      customerId: idParam<CustomerId>().optional(),
    }),
    output: z.strictObject(pageOf(taskView)),
    refusals: [],
  }),
  sheet: route({
    method: 'GET',
    path: '/api/v1/tasks/:taskId',
    permission: 'task.read',
    summary: 'One task with what is needed for it: invoices as they stand, people, last exchanges.',
    params: z.strictObject({ taskId: idParam() }),
    output: taskSheet,
    refusals: [],
  }),
  logOutcome: route({
    method: 'POST',
    path: '/api/v1/tasks/:taskId/outcome',
    permission: 'task.write',
    summary: 'Close a task with what came of it.',
    params: z.strictObject({ taskId: idParam() }),
    body: z.strictObject({
      outcome: taskOutcomeValue,
      note: noteText.default(''),
      followUp: followUpValue.optional(),
    }),
    output: taskView,
    refusals: ['task_closed'],
  }),
};
