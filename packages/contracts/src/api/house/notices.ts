// Notices: what needs somebody in the company now, told to those who can mend it.
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { instantValue } from '../../values/index.ts';

/** Kinds of notice. */
export const noticeKindValue = z.enum([
  'messages_failed',
  'messages_uncertain',
  'contacts_to_repair',
  'payments_returned',
  'books_ageing',
  'plan_held',
  'matching_owed',
  'import_finished',
  'import_failed',
  'rate_missing',
  'formal_deadline',
  'claims_ending',
  'test_mode_waiting',
]);

/** One notice. */
export const noticeView = z.strictObject({
  kind: noticeKindValue,
  /** Tells two of a kind apart. */
  key: z.string(),
  /** `act` needs somebody now, `know` tells. */
  weight: z.enum(['act', 'know']),
  count: z.int().positive(),
  since: instantValue,
  /** Came or grew after the reader last looked. */
  isNew: z.boolean(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

export type NoticeView = z.output<typeof noticeView>;

const noticesView = z.strictObject({ items: z.array(noticeView) });

export const notices = {
  list: route({
    method: 'GET',
    path: '/api/v1/notices',
    permission: 'ledger.read',
    summary: 'What needs somebody now, among what the reader may mend.',
    output: noticesView,
    refusals: [],
  }),
  markSeen: route({
    method: 'POST',
    path: '/api/v1/notices/seen',
    permission: 'note.write',
    summary: 'Remember that the reader has looked at the notices of now.',
    body: z.strictObject({}),
    output: noticesView,
    refusals: [],
  }),
};
