// Risks: why a late customer worries: how long, how far reminders went, promises broken, doubtful.
import type { CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import type { LedgerDay } from '../as-of.ts';

/** Facts about one late customer on the day; the promise is the last one whose day passed with something still open. */
export type RiskFacts = Readonly<{
  customerId: CustomerId;
  oldestDueOn: Day | null;
  level: number;
  brokenPromiseOn: Day | null;
  doubtful: boolean;
}>;

/** Facts of these customers, from what is open now and due before the day; levels and promises as they were on the day. */
export async function listRiskFacts(
  tx: Tx,
  { companyId, currency, on }: LedgerDay,
  customers: readonly CustomerId[],
): Promise<RiskFacts[]> {
  const open = sql`r.org_id = current_org() AND r.company_id = ${companyId} AND r.customer_id = c.customer_id AND r.currency = ${currency}
    AND r.settled_cents < r.gross_cents AND r.issued_on <= ${on}`;
  const { rows } = await sql<RiskFacts>`
    SELECT c.customer_id AS "customerId",
      (SELECT min(r.due_on) FROM receivables r WHERE ${open} AND r.due_on < ${on}) AS "oldestDueOn",
      (SELECT coalesce(max(l.rank), 0) FROM receivable_levels l JOIN receivables r ON r.receivable_id = l.receivable_id AND ${open}
        WHERE l.org_id = current_org() AND l.done_on <= ${on} AND l.origin <> 'skipped') AS level,
      (SELECT max(h.until_on) FROM holds h WHERE h.org_id = current_org() AND h.company_id = ${companyId} AND h.customer_id = c.customer_id
        AND h.reason = 'promise' AND h.until_on < ${on} AND h.lifted_on IS NULL
        AND EXISTS (SELECT 1 FROM receivables r WHERE ${open} AND r.due_on < ${on}
          AND (h.receivable_id IS NULL OR h.receivable_id = r.receivable_id))) AS "brokenPromiseOn",
      c.doubtful OR EXISTS (SELECT 1 FROM receivables r WHERE ${open} AND r.doubtful) AS doubtful
    FROM customers c WHERE c.org_id = current_org() AND c.customer_id = ANY(${customers as CustomerId[]})`.execute(tx);
  return rows;
}
