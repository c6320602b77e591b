// Tasks: what a person does: calls with their script, decisions, contacts to repair, deliveries to check.
import type { ActionId, CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  centsValue,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  noteText,
  pageKeys,
  pageOf,
} from '../../values/index.ts';

/** Kinds of task. */
export const taskKindValue = z.enum(['call', 'decide', 'repair_contact', 'check_delivery']);
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
  logOutcome: route({
    method: 'POST',
    path: '/api/v1/tasks/:taskId/outcome',
    permission: 'task.write',
    summary: 'Close a task with what came of it.',
    params: z.strictObject({ taskId: idParam() }),
    body: z.strictObject({ outcome: taskOutcomeValue, note: noteText.default('') }),
    output: taskView,
    refusals: ['task_closed'],
  }),
};
