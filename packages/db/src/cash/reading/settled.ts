// Settled documents that texts may name: what a payer pays a second time, or takes for another, is found before anything is applied alone.
import type { CompanyId } from '@quittance/core/kernel';
import type { NumbersWritten, SettledDocument } from '@quittance/core/reconciliation';
import { sql } from 'kysely';
import { textAfter } from '../../invoices/index.ts';
import type { Tx } from '../../tx/index.ts';

/** Of one ending so many: what more of them share tells no invoice from another. */
const MOST_OF_ONE_ENDING = 20;

const reversed = (text: string): string => [...text].reverse().join('');

// Looked up for each invoice found: OFFSET 0 keeps the planner from gathering all open terms first.
const isSettled = sql`NOT EXISTS (SELECT 1 FROM receivables r
  WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id AND r.settled_cents < r.gross_cents OFFSET 0)`;

/** Invoices of a company of which nothing is open, whose number is written, whole or by its last figures. */
export async function listSettledDocuments(
  tx: Tx,
  companyId: CompanyId,
  { whole, endings }: NumbersWritten,
): Promise<SettledDocument[]> {
  const starts = endings.map(reversed);
  // A subselect hides the list from the planner, which would weigh every number on it.
  const { rows } = await sql<SettledDocument>`
    SELECT i.customer_id AS "customerId", i.number FROM invoices i
    WHERE i.org_id = current_org() AND i.company_id = ${companyId} AND i.number_key = ANY((SELECT ${[...whole]}::text[])::text[]) AND ${isSettled}
    UNION
    SELECT f.customer_id, f.number
    FROM unnest(${starts}::text[], ${starts.map(textAfter)}::text[]) AS e(start, after)
    CROSS JOIN LATERAL (SELECT i.customer_id, i.number FROM invoices i
      WHERE i.org_id = current_org() AND i.company_id = ${companyId} AND i.number_end ~>=~ e.start AND i.number_end ~<~ e.after AND ${isSettled}
      ORDER BY i.number_end USING ~<~ LIMIT ${MOST_OF_ONE_ENDING}) f
    ORDER BY 1, 2`.execute(tx);
  return rows;
}
