// Bulk changes of customers: previewed to the last reminder, done, undone.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { choiceOf, dayValue, noteText } from '../../values/index.ts';
import { customerFilters } from './filters.ts';

const code = z.string().trim().min(1).max(80);

/** What is changed, and to what; null takes the customer's own away. */
const change = z.discriminatedUnion('set', [
  z.strictObject({ set: z.literal('scenario'), to: code.nullable() }),
  z.strictObject({ set: z.literal('owner'), to: z.email().max(254).nullable() }),
  z.strictObject({ set: z.literal('segment'), to: code.nullable() }),
  z.strictObject({
    set: z.literal('hold'),
    reason: z.enum(['manual', 'dispute', 'promise', 'payment_in_transit', 'agency', 'court', 'insolvency', 'plan']),
    untilOn: dayValue.nullable(),
    note: noteText,
  }),
  /** Lifts what people held by hand on whole customers; insolvency, court and the like stay. */
  z.strictObject({ set: z.literal('free') }),
]);

const body = z.strictObject({
  rows: choiceOf<CustomerId, z.ZodObject<typeof customerFilters>>(z.strictObject(customerFilters)),
  change,
});

export type CustomerChange = z.output<typeof change>;

export const bulkChanges = {
  previewBulk: route({
    method: 'POST',
    path: '/api/v1/customers/bulk/preview',
    permission: 'customer.write',
    summary: 'How many customers a change is about, and how many of today’s reminders it changes.',
    body,
    output: z.strictObject({
      chosen: z.int(),
      /** Customers that are not so already. */
      customers: z.int(),
      /** Reminders that would be there, be gone, or be others. */
      reminders: z.int(),
    }),
    refusals: ['hold_in_past'],
  }),
  bulk: route({
    method: 'POST',
    path: '/api/v1/customers/bulk',
    permission: 'customer.write',
    summary: 'Change many customers at once.',
    body,
    output: z.strictObject({
      customers: z.int(),
      /** Lines of the journal that tell it; what undoing asks for. */
      firstSeq: z.int(),
      lastSeq: z.int(),
    }),
    refusals: ['hold_in_past'],
  }),
  undoBulk: route({
    method: 'POST',
    path: '/api/v1/customers/bulk/undo',
    permission: 'customer.write',
    summary: 'Take one’s own bulk change back, where nobody changed it again since.',
    body: z.strictObject({ firstSeq: z.int().positive(), lastSeq: z.int().positive() }),
    output: z.strictObject({ customers: z.int() }),
    refusals: [],
  }),
};
