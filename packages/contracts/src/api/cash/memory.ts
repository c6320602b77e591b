// Memory of cash application: who pays for whom, whose money is no customer's, how customers pay. All visible, each erasable.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { dayValue, idParam, idValue, instantValue, pageKeys, pageOf, searchKey } from '../../values/index.ts';
import { evidenceValue, setAsideReasonValue } from './matching-values.ts';

const customerName = z.strictObject({ customerId: idValue<CustomerId>(), ref: z.string(), name: z.string() });

/** A payer that was learned. */
export const aliasView = z.strictObject({
  aliasId: idValue(),
  /** Null: not a customer's money, for `setAsideReason`. */
  customer: customerName.nullable(),
  setAsideReason: setAsideReasonValue.nullable(),
  iban: z.string().nullable(),
  /** As the bank writes it. */
  payerName: z.string().nullable(),
  /** Acceptances it rests on. */
  times: z.int(),
  learnedFrom: z.strictObject({ transactionId: idValue(), bookedOn: dayValue, label: z.string() }).nullable(),
  actor: z.string(),
  learnedAt: instantValue,
  lastUsedOn: dayValue,
  erased: z.strictObject({ at: instantValue, by: z.string() }).nullable(),
});

/** How a customer is used to pay. */
export const habitView = z.strictObject({
  customer: customerName,
  habits: z.array(z.strictObject({ habit: evidenceValue, times: z.int(), lastOn: dayValue })),
});

export type AliasView = z.output<typeof aliasView>;
export type HabitView = z.output<typeof habitView>;

const params = z.strictObject({ aliasId: idParam() });

export const memory = {
  aliases: route({
    method: 'GET',
    path: '/api/v1/memory/aliases',
    permission: 'bank.read',
    summary: 'Payers that were learned, the latest first.',
    query: z.strictObject({
      ...pageKeys,
      ...searchKey,
      customerId: idParam<CustomerId>().optional(),
      kind: z.enum(['customer', 'set_aside']).optional(),
      erased: z.stringbool().default(false),
    }),
    output: z.strictObject(pageOf(aliasView)),
    refusals: [],
  }),
  eraseAlias: route({
    method: 'POST',
    path: '/api/v1/memory/aliases/:aliasId/erase',
    permission: 'bank.write',
    summary: 'Forget a payer; only a later acceptance teaches it again.',
    params,
    output: aliasView,
    refusals: ['state_forbids'],
  }),
  restoreAlias: route({
    method: 'POST',
    path: '/api/v1/memory/aliases/:aliasId/restore',
    permission: 'bank.write',
    summary: 'Remember an erased payer again.',
    params,
    output: aliasView,
    refusals: ['state_forbids'],
  }),
  habits: route({
    method: 'GET',
    path: '/api/v1/memory/habits',
    permission: 'bank.read',
    summary: 'How customers are used to pay, by customer.',
    query: z.strictObject({ ...pageKeys, ...searchKey, customerId: idParam<CustomerId>().optional() }),
    output: z.strictObject(pageOf(habitView)),
    refusals: [],
  }),
  eraseHabits: route({
    method: 'POST',
    path: '/api/v1/memory/habits/erase',
    permission: 'bank.write',
    summary: 'Forget how a customer pays.',
    body: z.strictObject({ customerId: idValue<CustomerId>() }),
    output: z.strictObject({ erased: z.int() }),
    refusals: [],
  }),
};
