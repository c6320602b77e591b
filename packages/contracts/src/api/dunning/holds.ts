// Holds: stop reminders for a customer, a receivable or part of one, with a reason and an end; lift them again.
import type { CustomerId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { dayValue, idParam, idValue, noteText, pageKeys, pageOf, positiveCentsValue } from '../../values/index.ts';
import { holdView } from '../ledger/customers.ts';

export const holds = {
  list: route({
    method: 'GET',
    path: '/api/v1/holds',
    permission: 'hold.read',
    summary: 'Holds in force, the earliest end first.',
    query: z.strictObject({ ...pageKeys, customerId: idParam<CustomerId>().optional() }),
    output: z.strictObject(pageOf(holdView)),
    refusals: [],
  }),
  create: route({
    method: 'POST',
    path: '/api/v1/holds',
    permission: 'hold.write',
    summary: 'Hold a customer, or one of its receivables, or part of one.',
    body: z.strictObject({
      customerId: idValue<CustomerId>(),
      /** Absent: the whole customer. */
      receivableId: idValue<ReceivableId>().optional(),
      /** Absent: all of it; a part needs its receivable. */
      cents: positiveCentsValue.optional(),
      reason: z
        .enum(['manual', 'dispute', 'promise', 'payment_in_transit', 'agency', 'court', 'insolvency', 'plan'])
        .default('manual'),
      /** Last day of the hold; absent: until lifted. */
      untilOn: dayValue.optional(),
      note: noteText.default(''),
    }),
    output: holdView,
    status: 201,
    refusals: ['hold_in_past'],
  }),
  extend: route({
    method: 'PUT',
    path: '/api/v1/holds/:holdId/end',
    permission: 'hold.write',
    summary: 'Give a hold another last day; null: until lifted.',
    params: z.strictObject({ holdId: idParam() }),
    body: z.strictObject({ untilOn: dayValue.nullable() }),
    output: holdView,
    refusals: ['hold_ended', 'hold_in_past'],
  }),
  restore: route({
    method: 'POST',
    path: '/api/v1/holds/:holdId/restore',
    permission: 'hold.write',
    summary: 'Take back a lifting of today.',
    params: z.strictObject({ holdId: idParam() }),
    output: holdView,
    refusals: ['hold_ended'],
  }),
  lift: route({
    method: 'POST',
    path: '/api/v1/holds/:holdId/lift',
    permission: 'hold.write',
    summary: 'End a hold today; the receivables are planned again.',
    params: z.strictObject({ holdId: idParam() }),
    body: z.strictObject({ note: noteText.default('') }),
    output: holdView,
    refusals: ['hold_ended'],
  }),
};
