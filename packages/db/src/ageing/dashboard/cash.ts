// Cash and deeds of a period: what came in, what was sent, and what came in on invoices that had been reminded.
import type { Channel } from '@quittance/core/dunning';
import type { Cents, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import type { LedgerDay } from '../as-of.ts';
import { type CustomerFilter, withinFilter } from '../customer-filter.ts';

/** Days from `from` to `to`, both included, of one part of the customers. */
export type CashPeriod = Omit<LedgerDay, 'on'> & Readonly<{ from: Day; to: Day; filter: CustomerFilter }>;

// Money received and what takes it back: a return, another's money, a payment entered by mistake. Refunds and small gains are no collection,
// nor is what cancels them; moves count on both sides, so that a part of the customers is told right.
const COLLECTS = sql`(purpose IN ('return', 'misattributed', 'moved_in', 'moved_out') OR (purpose = 'payment'
    AND (direction = 'in' OR reverses_payment_id IS NOT NULL))
  OR (purpose = 'cancelled' AND EXISTS (SELECT 1 FROM payments o WHERE o.org_id = p.org_id AND o.payment_id = p.reverses_payment_id
    AND o.purpose NOT IN ('refund', 'gain'))))`;

/** Money in less money in that came back (a payment rejected); refunds of credits are not counted. */
export async function readCollectedCents(tx: Tx, period: CashPeriod): Promise<Cents> {
  const { companyId, currency, from, to, filter } = period;
  const { rows } = await sql<{ cents: Cents }>`
    SELECT coalesce(sum(CASE direction WHEN 'in' THEN cents ELSE -cents END), 0)::bigint AS cents FROM payments p
    WHERE org_id = current_org() AND company_id = ${companyId} AND currency = ${currency} AND paid_on BETWEEN ${from} AND ${to}
      AND ${COLLECTS} ${withinFilter(sql`p.customer_id`, filter)}`.execute(tx);
  return rows[0]!.cents;
}

/**
 * Payments applied in the period to receivables that a message sent in the `reach` days before (the day itself included) had listed,
 * undone ones taken off, and how many receivables they are.
 */
export async function readAfterReminders(
  tx: Tx,
  period: CashPeriod & Readonly<{ reach: number }>,
): Promise<Readonly<{ cents: Cents; receivables: number }>> {
  const { companyId, currency, from, to, filter, reach } = period;
  const { rows } = await sql<{ cents: Cents; receivables: number }>`
    WITH reminded AS MATERIALIZED (
      SELECT DISTINCT i.receivable_id, s.done_on FROM actions s JOIN action_items i ON i.org_id = current_org() AND i.action_id = s.action_id
      WHERE s.org_id = current_org() AND s.company_id = ${companyId} AND s.state = 'sent' AND s.channel <> 'task'
        AND s.done_on BETWEEN ${from}::date - ${reach}::int AND ${to}), applied AS (
      SELECT DISTINCT a.allocation_id, a.receivable_id, a.cents FROM reminded m
      JOIN allocations a ON a.org_id = current_org() AND a.receivable_id = m.receivable_id
        AND a.allocated_on BETWEEN m.done_on AND m.done_on + ${reach}::int
      JOIN receivables r ON r.org_id = current_org() AND r.receivable_id = a.receivable_id
      WHERE a.company_id = ${companyId} AND a.currency = ${currency} AND a.allocated_on BETWEEN ${from} AND ${to}
        AND a.payment_id IS NOT NULL ${withinFilter(sql`r.customer_id`, filter)})
    SELECT coalesce(sum(cents), 0)::bigint AS cents, count(DISTINCT receivable_id)::int AS receivables FROM applied`.execute(
    tx,
  );
  return rows[0]!;
}

/** Messages of one channel that were sent, calls made; `test` of them in test mode, where nothing leaves. */
export type SentCount = Readonly<{ channel: Channel; count: number; test: number }>;

/** What was sent in the period, by channel; decision tasks are no message. */
export async function listSent(tx: Tx, { companyId, from, to, filter }: CashPeriod): Promise<SentCount[]> {
  const { rows } = await sql<SentCount>`
    SELECT channel, count(*)::int AS count, count(*) FILTER (WHERE test)::int AS test FROM actions a
    WHERE org_id = current_org() AND company_id = ${companyId} AND state = 'sent' AND channel <> 'task'
      AND done_on BETWEEN ${from} AND ${to} ${withinFilter(sql`a.customer_id`, filter)}
    GROUP BY channel ORDER BY count DESC, channel`.execute(tx);
  return rows;
}
