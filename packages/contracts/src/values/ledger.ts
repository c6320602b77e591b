// Ledger words in the API: ageing buckets and receivable statuses.
import { z } from 'zod';

/** Default ageing buckets, in order: not due, then days late. */
export const BUCKETS = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus'] as const;
/** Key of an ageing bucket. */
export const bucketValue = z.enum(BUCKETS);

/** Flags a receivable may carry; the strongest one that stops reminders comes first in a list. */
export const receivableStatusValue = z.enum([
  'not_due',
  'due_soon',
  'overdue',
  'promised',
  'on_plan',
  'disputed',
  'doubtful',
  'at_agency',
  'in_court',
  'insolvent_debtor',
  'written_off',
  'paid',
  'held',
]);

export type ReceivableStatus = z.output<typeof receivableStatusValue>;
