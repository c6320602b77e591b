// Payments that bank movements made, and the lines of books and files that told them: joined once, remembered by the line's key.
import type { Cents, CompanyId, CustomerId, Day, ImportId, PaymentId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Who tells payments besides the bank. */
export type PaymentTeller = 'books' | 'file';

/** A payment made from a movement that this teller has not told yet; money out is negative. */
export type BankPayment = Readonly<{
  paymentId: PaymentId;
  key: string;
  customerId: CustomerId;
  cents: Cents;
  on: Day;
}>;

/** Those of some customers. */
export async function listUntoldPayments(
  tx: Tx,
  companyId: CompanyId,
  of: Readonly<{ customerIds: readonly CustomerId[]; source: PaymentTeller }>,
): Promise<BankPayment[]> {
  const { rows } = await sql<BankPayment>`
    SELECT p.payment_id AS "paymentId", p.source_key::text AS key, p.customer_id AS "customerId",
      CASE p.direction WHEN 'in' THEN p.cents ELSE -p.cents END AS cents, p.paid_on AS "on"
    FROM payments p
    WHERE p.org_id = current_org() AND p.company_id = ${companyId} AND p.customer_id = ANY(${[...of.customerIds]}::bigint[])
      AND p.payment_id IN (SELECT m.payment_id FROM bank_matches m WHERE m.org_id = current_org() AND m.company_id = ${companyId}
        AND NOT m.is_recorded_before GROUP BY m.payment_id HAVING sum(m.cents) > 0)
      AND NOT EXISTS (SELECT 1 FROM payment_tellings t WHERE t.org_id = p.org_id AND t.payment_id = p.payment_id AND t.source = ${of.source})
    ORDER BY p.payment_id`.execute(tx);
  return rows;
}

/** The key of a line as one company's: two companies may write the very same line. */
export const tellingKey = (companyId: CompanyId, key: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`md5(${String(companyId)}::text || ' ' || (${key})::text)::uuid`;

/** A line that tells a payment. */
export type PaymentTelling = Readonly<{ paymentId: PaymentId; key: string; on: Day }>;

/** Remembers whose line told which payment. */
export async function insertPaymentTellings(
  tx: Tx,
  scope: Readonly<{ companyId: CompanyId; importId: ImportId; source: PaymentTeller }>,
  tellings: readonly PaymentTelling[],
): Promise<void> {
  await sql`INSERT INTO payment_tellings (payment_id, key, source, told_on, import_id)
    SELECT g."paymentId", ${tellingKey(scope.companyId, sql`g.key`)}, ${scope.source}, g."on", ${scope.importId}
    FROM jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb) AS g ("paymentId" bigint, key uuid, "on" date)`.execute(
    tx,
  );
}

/** The payments of a company that rows with those keys told before. Those told before keys were a company's bear the key as it is. */
export async function findToldPayments(
  tx: Tx,
  companyId: CompanyId,
  keys: readonly string[],
): Promise<Map<string, PaymentId>> {
  const { rows } = await sql<{
    key: string;
    paymentId: PaymentId;
  }>`SELECT replace(g.key::text, '-', '') AS key, p.payment_id AS "paymentId" FROM unnest(${[...keys]}::uuid[]) AS g (key)
    JOIN payment_tellings t ON t.org_id = current_org() AND t.key IN (g.key, ${tellingKey(companyId, sql`g.key`)})
    JOIN payments p ON p.org_id = t.org_id AND p.payment_id = t.payment_id AND p.company_id = ${companyId}`.execute(tx);
  return new Map(rows.map(({ key, paymentId }) => [key, paymentId]));
}
