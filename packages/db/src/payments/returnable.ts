// Payments a returned movement may give back: with the references the bank gave them when they came, and the names they are known by.
import type { CompanyId, Currency, CustomerId, Day, PaymentId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** What may have come back; see core/payments. */
export type ReturnableRow = Readonly<{
  paymentId: PaymentId;
  customerId: CustomerId;
  on: Day;
  cents: number;
  leftCents: number;
  currency: Currency;
  endToEndId: string | null;
  mandateId: string | null;
  reference: string;
  names: readonly string[];
}>;

/**
 * Payments between two days of which an amount has not left again: those of the very amount, and those that came under the end-to-end id
 * (letters and digits, upper case; null: none was told).
 */
export async function listReturnable(
  tx: Tx,
  of: Readonly<{
    companyId: CompanyId;
    currency: Currency;
    from: Day;
    to: Day;
    cents: number;
    endToEndId: string | null;
  }>,
): Promise<ReturnableRow[]> {
  const { rows } = await sql<ReturnableRow>`
    SELECT p.payment_id AS "paymentId", p.customer_id AS "customerId", p.paid_on AS "on", p.cents, p.cents - coalesce(gone.cents, 0) AS "leftCents",
      p.currency, t.end_to_end_id AS "endToEndId", t.mandate_id AS "mandateId", coalesce(p.reference, '') AS reference,
      array_remove(ARRAY[c.name, t.counterparty_name], NULL) AS names
    FROM payments p JOIN customers c ON c.org_id = p.org_id AND c.customer_id = p.customer_id
    LEFT JOIN LATERAL (SELECT b.* FROM bank_matches m JOIN bank_transactions b ON b.org_id = m.org_id AND b.transaction_id = m.transaction_id
      WHERE m.org_id = p.org_id AND m.payment_id = p.payment_id AND m.cents > 0 ORDER BY m.match_id DESC LIMIT 1) t ON true
    LEFT JOIN LATERAL (SELECT sum(a.cents)::bigint AS cents FROM allocations a
      WHERE a.org_id = p.org_id AND a.payment_id = p.payment_id AND a.refund_id IS NOT NULL) gone ON true
    WHERE p.org_id = current_org() AND p.company_id = ${of.companyId} AND p.direction = 'in' AND p.purpose = 'payment'
      AND p.currency = ${of.currency} AND p.paid_on BETWEEN ${of.from} AND ${of.to}
      AND (p.cents = ${of.cents} OR upper(regexp_replace(t.end_to_end_id, '[^a-zA-Z0-9]', '', 'g')) = ${of.endToEndId})
      AND p.cents - coalesce(gone.cents, 0) >= ${of.cents} ORDER BY p.payment_id`.execute(tx);
  return rows;
}
