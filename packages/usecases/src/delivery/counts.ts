// Counts: what a delivery did.
import type { ActionEnd } from '@quittance/db/outbox/write';

/** `sent` counts what was handed over, in test mode to the test outbox; `tasks` the calls and decisions among them. */
export type DeliveryCounts = {
  sent: number;
  cancelled: number;
  failed: number;
  uncertain: number;
  tasks: number;
  retried: number;
  deferred: number;
};

/** Nothing done yet. */
export const noCounts = (): DeliveryCounts => ({
  sent: 0,
  cancelled: 0,
  failed: 0,
  uncertain: 0,
  tasks: 0,
  retried: 0,
  deferred: 0,
});

/** Counts one end. */
export function countEnd(counts: DeliveryCounts, channel: string, end: ActionEnd): void {
  if (end.outcome === 'sent') {
    counts.sent += 1;
    if (channel === 'call' || channel === 'task') counts.tasks += 1;
  } else if (end.outcome === 'uncertain') counts.uncertain += 1;
  else if (end.retryAt) counts.retried += 1;
  else counts.failed += 1;
}
