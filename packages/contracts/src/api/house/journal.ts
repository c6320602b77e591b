// Journal: the append-only, hash-chained record of who did what, when, before and after.
import { z } from 'zod';
import { file, route } from '../../route/index.ts';
import { dayValue, instantValue, pageKeys, pageOf, searchKey } from '../../values/index.ts';

/** One line of the journal. */
export const journalEvent = z.strictObject({
  /** Place in the organization's chain, from 1. */
  seq: z.int().positive(),
  at: instantValue,
  /** Who: a user's name, or the worker. */
  author: z.string(),
  /** What: `invoice.imported`, `reminder.approved`. */
  kind: z.string(),
  /** About which thing, as `customer:12`. */
  subject: z.string(),
  /** Its name, and the customer behind it; null where it is gone or has none. */
  subjectName: z.string().nullable(),
  customerId: z.int().nullable(),
  /** Numbers of the first invoices the facts are about, four at most. */
  invoices: z.array(z.string()),
  /** The facts, as recorded. */
  facts: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

export type JournalEvent = z.output<typeof journalEvent>;

const filters = {
  ...searchKey,
  /** As `customer:12`. */
  subject: z.string().max(80).optional(),
  /** A kind, or the first word of several: `user`, `user.invited`. */
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}(\.[a-z_]{1,40})?$/)
    .optional(),
  /** `user:<id>`, `worker`, `cli`, `setup`. */
  author: z.string().max(80).optional(),
  /** Days, both included. */
  from: dayValue.optional(),
  to: dayValue.optional(),
};

export const journal = {
  list: route({
    method: 'GET',
    path: '/api/v1/journal',
    permission: 'journal.read',
    summary: 'Events, newest first.',
    query: z.strictObject({ ...pageKeys, ...filters }),
    output: z.strictObject(pageOf(journalEvent)),
    refusals: [],
  }),
  export: route({
    method: 'GET',
    path: '/api/v1/journal/export.csv',
    permission: 'journal.read',
    summary: 'The events that match, oldest first, with their facts and hashes.',
    query: z.strictObject(filters),
    output: file('text/csv'),
    refusals: [],
  }),
  verify: route({
    method: 'GET',
    path: '/api/v1/journal/verify',
    permission: 'journal.read',
    summary: 'Recompute the chain of hashes, a piece at a time, and say where it breaks, if it does.',
    query: z.strictObject({
      /** `events` and `head` of the piece before; absent for the first. */
      after: z.coerce.number().int().min(0).default(0),
      head: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    output: z.strictObject({
      ok: z.boolean(),
      /** Lines found right up to here, from the first. */
      events: z.int(),
      /** Lines there are. */
      total: z.int(),
      done: z.boolean(),
      /** Hash of the last line found right: noted elsewhere, it proves later what the journal said today. */
      head: z.string(),
      firstBroken: z
        .strictObject({
          seq: z.int(),
          fault: z.enum(['added', 'edited', 'missing', 'out_of_order', 'truncated']),
        })
        .nullable(),
    }),
    refusals: [],
  }),
};
