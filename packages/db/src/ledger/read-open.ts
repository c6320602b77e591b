// What is open now: the company's total, as the import reports it and the tie to the books needs it.
import type { Cents, CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Open receivables and money that went out, less unapplied credit notes and payments. Equals the balance of 411 and 416 after a FEC. */
export async function readOpenCents(tx: Tx, companyId: CompanyId): Promise<Cents> {
  const mine = sql`org_id = current_org() AND company_id = ${companyId}`;
  const { rows } = await sql<{ cents: Cents }>`SELECT (
      coalesce((SELECT sum(open_cents) FROM receivables WHERE ${mine} AND settled_cents < gross_cents), 0)
    - coalesce((SELECT sum(open_cents) FROM credit_notes WHERE ${mine} AND applied_cents < gross_cents), 0)
    - coalesce((SELECT sum(CASE direction WHEN 'in' THEN open_cents ELSE -open_cents END) FROM payments
        WHERE ${mine} AND applied_cents < cents), 0))::bigint AS cents`.execute(tx);
  return rows[0]!.cents;
}
