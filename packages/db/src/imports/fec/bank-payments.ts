// Payments of the books that bank movements made already: their lines take the payment's key, so that they are found and not doubled.
import type { Cents, CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { tellingKey } from '../bank-payments.ts';

/** A payment line that no payment is yet; money in is positive. */
export type UnknownPaymentLine = Readonly<{ row: number; key: string; customerId: CustomerId; cents: Cents; on: Day }>;

/** Meets the lines that told a bank payment of the company in an earlier export again; returns how many. */
export async function meetToldPayments(tx: Tx, companyId: CompanyId): Promise<number> {
  const met = await sql`UPDATE fec_fact f SET key = p.source_key
    FROM payment_tellings t JOIN payments p ON p.org_id = t.org_id AND p.payment_id = t.payment_id
    WHERE f.target = 'payment' AND t.org_id = current_org() AND t.source = 'books' AND p.company_id = ${companyId}
      AND t.key IN (f.key, ${tellingKey(companyId, sql`f.key`)})`.execute(tx);
  return Number(met.numAffectedRows ?? 0n);
}

/** The payment lines of customers that have payments made by the bank. */
export async function listUnknownPaymentLines(
  tx: Tx,
  customerIds: readonly CustomerId[],
): Promise<UnknownPaymentLine[]> {
  const { rows } =
    await sql<UnknownPaymentLine>`SELECT row_no AS "row", key::text AS key, customer_id AS "customerId", (-cents)::bigint AS cents,
      entry_on AS "on"
    FROM fec_fact f WHERE target = 'payment' AND NOT is_opening AND customer_id = ANY(${[...customerIds]}::bigint[])
      AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.org_id = current_org() AND p.source_key = f.key)
    ORDER BY row_no`.execute(tx);
  return rows;
}

/** Customers of the file's payment lines. */
export async function listPayingCustomers(tx: Tx): Promise<CustomerId[]> {
  const { rows } = await sql<{ customerId: CustomerId }>`SELECT DISTINCT customer_id AS "customerId" FROM fec_fact
    WHERE target = 'payment' AND NOT is_opening`.execute(tx);
  return rows.map(({ customerId }) => customerId);
}

/** Gives those lines the keys of the payments they are. */
export async function takePaymentKeys(tx: Tx, taken: readonly Readonly<{ row: number; key: string }>[]): Promise<void> {
  await sql`UPDATE fec_fact f SET key = g.key FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) AS g ("row" integer, key uuid)
    WHERE f.row_no = g."row"`.execute(tx);
}
