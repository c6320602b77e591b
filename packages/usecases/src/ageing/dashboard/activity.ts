// Activity: what came in and what was sent in the last thirty days, against the thirty before.
import { addDays, type Cents, type Day } from '@quittance/core/kernel';
import {
  type CustomerFilter,
  type LedgerDay,
  listSent,
  readAfterReminders,
  readCollectedCents,
  type SentCount,
} from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';

const MONTH = 30;
const WEEK = 7;

/** Money and messages of the period; every period ends on the day and holds it. */
export type Activity = Readonly<{
  from: Day;
  collectedCents: Cents;
  collectedBeforeCents: Cents;
  collectedWeekCents: Cents;
  sent: readonly SentCount[];
  /** Payments applied to what a message of the thirty days before had listed. */
  afterReminders: Readonly<{ cents: Cents; receivables: number }>;
}>;

/** Reads it. */
export async function readActivity(tx: Tx, day: LedgerDay, filter: CustomerFilter): Promise<Activity> {
  const { companyId, currency, on } = day;
  const within = (from: Day, to: Day) => ({ companyId, currency, from, to, filter });
  const from = addDays(on, 1 - MONTH);
  const period = within(from, on);
  return {
    from,
    collectedCents: await readCollectedCents(tx, period),
    collectedBeforeCents: await readCollectedCents(tx, within(addDays(from, -MONTH), addDays(from, -1))),
    collectedWeekCents: await readCollectedCents(tx, within(addDays(on, 1 - WEEK), on)),
    sent: await listSent(tx, period),
    afterReminders: await readAfterReminders(tx, { ...period, reach: MONTH }),
  };
}
