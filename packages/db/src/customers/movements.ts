// Movements of one customer: invoices, credit notes, money in and out, in order of day; what a statement of account lists.
import type { Currency, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Cents are positive. `write_off` is any correction: a difference closed, money moved between accounts, and what cancels one. */
export type MovementRow = Readonly<{
  on: Day;
  kind: 'invoice' | 'credit_note' | 'payment' | 'refund' | 'write_off' | 'late_fee' | 'return';
  /** It adds to what is owed. */
  isDebit: boolean;
  number: string;
  label: string;
  dueOn: Day | null;
  cents: number;
}>;

/** Every movement up to a day, in one currency. */
export async function listMovements(
  tx: Tx,
  of: Readonly<{ customerId: CustomerId; currency: Currency; to: Day }>,
): Promise<MovementRow[]> {
  const { rows } = await sql<MovementRow>`
    SELECT i.issued_on AS "on", CASE i.nature WHEN 'late_fee' THEN 'late_fee' ELSE 'invoice' END AS kind, true AS "isDebit", i.number, coalesce(i.label, '') AS label,
      (SELECT max(r.due_on) FROM receivables r WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id) AS "dueOn", i.gross_cents AS cents
    FROM invoices i WHERE i.org_id = current_org() AND i.customer_id = ${of.customerId} AND i.currency = ${of.currency} AND i.issued_on <= ${of.to}
    UNION ALL
    SELECT issued_on, CASE WHEN nature IN ('write_off', 'discount', 'bank_fee', 'exchange', 'waiver') THEN 'write_off' ELSE 'credit_note' END, false, number, coalesce(label, ''), NULL, gross_cents FROM credit_notes
    WHERE org_id = current_org() AND customer_id = ${of.customerId} AND currency = ${of.currency} AND issued_on <= ${of.to}
    UNION ALL
    SELECT paid_on, CASE WHEN purpose = 'return' THEN 'return' WHEN purpose = 'payment' AND direction = 'in' THEN 'payment'
      WHEN purpose IN ('payment', 'refund') THEN 'refund' ELSE 'write_off' END, direction = 'out', coalesce(reference, ''), coalesce(method, ''), NULL, cents FROM payments
    WHERE org_id = current_org() AND customer_id = ${of.customerId} AND currency = ${of.currency} AND paid_on <= ${of.to}
    ORDER BY 1, 2 DESC, 4`.execute(tx);
  return rows;
}
