// Timeline of a customer: everything that happened, newest first, each line leading to its proof.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  centsValue,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  instantValue,
  pageKeys,
  pageOf,
} from '../../values/index.ts';

/** Kinds of lines. */
export const TIMELINE_KINDS = [
  'message',
  'call',
  'payment',
  'allocation',
  'invoice',
  'credit_note',
  'hold',
  'note',
  'document',
  'import',
  'change',
] as const;

/** One of them. */
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

const kindText = z.enum(TIMELINE_KINDS);

/** One line. `code` says more within the kind: a channel, an outcome, a reason, a field that changed. */
export const timelineLine = z.strictObject({
  key: z.string(),
  kind: kindText,
  code: z.string(),
  on: dayValue,
  at: instantValue.nullable(),
  author: z.string().nullable(),
  /** A number, a subject, a file name, a person. */
  label: z.string(),
  /** Words of people: the note, the message, what was said. */
  text: z.string(),
  /** State of a message, reason of a hold, tone …; empty where there is none. */
  state: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  cents: centsValue.nullable(),
  currency: currencyValue.nullable(),
  /** Where the proof is. */
  ref: z
    .strictObject({ kind: z.enum(['action', 'invoice', 'document', 'import', 'note', 'hold']), id: idValue() })
    .nullable(),
});

export type TimelineLine = z.output<typeof timelineLine>;

export const timelineRoutes = {
  timeline: route({
    method: 'GET',
    path: '/api/v1/customers/:customerId/timeline',
    permission: 'ledger.read',
    summary: 'Everything that happened with a customer, newest first.',
    params: z.strictObject({ customerId: idParam<CustomerId>() }),
    /** `kinds`: some of the kinds, separated by commas. */
    query: z.strictObject({ ...pageKeys, kinds: z.string().max(200).optional() }),
    output: z.strictObject(pageOf(timelineLine)),
    refusals: [],
  }),
};
