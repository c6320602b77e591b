// Segments of a company: how many customers each holds, and what of theirs is approved and has not left.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** One segment; '' for customers without one. */
export type LiveSegmentRow = Readonly<{ segment: string; customers: number; approved: number }>;

/** Every segment, those of most customers first. */
export async function listLiveSegments(tx: Tx, companyId: CompanyId): Promise<LiveSegmentRow[]> {
  const { rows } = await sql<LiveSegmentRow>`
    SELECT coalesce(c.segment, '') AS segment, count(*) AS customers, coalesce(sum(w.waiting), 0)::bigint AS approved
    FROM customers c LEFT JOIN (
      SELECT customer_id, count(*) AS waiting FROM actions
      WHERE org_id = current_org() AND company_id = ${companyId} AND state IN ('approved', 'queued') GROUP BY customer_id
    ) w ON w.customer_id = c.customer_id
    WHERE c.org_id = current_org() AND c.company_id = ${companyId}
    GROUP BY 1 ORDER BY count(*) DESC, 1`.execute(tx);
  return rows;
}

/** The segment of each customer named. */
export async function segmentsOf(tx: Tx, customerIds: readonly CustomerId[]): Promise<ReadonlyMap<CustomerId, string>> {
  const { rows } = await sql<{ customerId: CustomerId; segment: string }>`
    SELECT customer_id AS "customerId", coalesce(segment, '') AS segment FROM customers
    WHERE org_id = current_org() AND customer_id = ANY(${customerIds as readonly number[]}::bigint[])`.execute(tx);
  return new Map(rows.map(({ customerId, segment }) => [customerId, segment]));
}
