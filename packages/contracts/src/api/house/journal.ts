// Journal: the append-only, hash-chained record of who did what, when, before and after.
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { instantValue, pageKeys, pageOf, searchKey } from '../../values/index.ts';

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
  /** The facts, as recorded. */
  facts: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

export type JournalEvent = z.output<typeof journalEvent>;

export const journal = {
  list: route({
    method: 'GET',
    path: '/api/v1/journal',
    permission: 'journal.read',
    summary: 'Events, newest first.',
    query: z.strictObject({ ...pageKeys, ...searchKey, subject: z.string().max(80).optional() }),
    output: z.strictObject(pageOf(journalEvent)),
    refusals: [],
  }),
  verify: route({
    method: 'GET',
    path: '/api/v1/journal/verify',
    permission: 'journal.read',
    summary: 'Recompute the chain of hashes and say where it breaks, if it does.',
    output: z.strictObject({ ok: z.boolean(), events: z.int(), firstBroken: z.int().nullable() }),
    refusals: [],
  }),
};
