// One payment read whole: its movements, and every line it was part of.
import type { AllocationId, CompanyId, Day, InvoiceId, PaymentId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { type PaymentRow, paymentColumns } from './read-payments.ts';

/** One payment of a company, or undefined. */
export async function findPayment(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; paymentId: PaymentId; today: Day }>,
): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`SELECT ${paymentColumns(of.today)} FROM payments p
    JOIN customers c ON c.org_id = p.org_id AND c.customer_id = p.customer_id
    WHERE p.org_id = current_org() AND p.company_id = ${of.companyId} AND p.payment_id = ${of.paymentId}`.execute(tx);
  return rows[0];
}

/** A bank movement a payment is made of, in part or in full. */
export type PaymentMovement = Readonly<{
  transactionId: number;
  bookedOn: Day;
  cents: number;
  label: string;
  counterpartyName: string;
}>;

/** The bank movements of a payment that stand, the first first. */
export async function listMovementsOf(tx: Tx, paymentId: PaymentId): Promise<PaymentMovement[]> {
  const { rows } = await sql<PaymentMovement>`
    SELECT t.transaction_id AS "transactionId", t.booked_on AS "bookedOn", sum(m.cents)::bigint AS cents, t.label,
      coalesce(t.counterparty_name, '') AS "counterpartyName"
    FROM bank_matches m JOIN bank_transactions t ON t.org_id = m.org_id AND t.transaction_id = m.transaction_id
    WHERE m.org_id = current_org() AND m.payment_id = ${paymentId}
    GROUP BY t.org_id, t.transaction_id HAVING sum(m.cents) <> 0 ORDER BY t.booked_on, t.transaction_id`.execute(tx);
  return rows;
}

/** A line of a payment. */
export type PaymentUse = Readonly<{
  allocationId: AllocationId;
  on: Day;
  cents: number;
  invoiceId: InvoiceId | null;
  invoiceNumber: string;
  dueOn: Day | null;
  /** Why it went out again; null where it was applied to a due term. */
  purpose: string | null;
  reversedOn: Day | null;
}>;

/** Every line a payment was part of, undone ones with the day they were, the oldest first. */
export async function listUsesOfPayment(tx: Tx, paymentId: PaymentId): Promise<PaymentUse[]> {
  const { rows } = await sql<PaymentUse>`
    SELECT a.allocation_id AS "allocationId", a.allocated_on AS "on", a.cents, r.invoice_id AS "invoiceId", coalesce(i.number, '') AS "invoiceNumber",
      r.due_on AS "dueOn", o.purpose, (SELECT b.allocated_on FROM allocations b WHERE b.org_id = a.org_id
        AND b.reverses_allocation_id = a.allocation_id) AS "reversedOn"
    FROM allocations a LEFT JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
    LEFT JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    LEFT JOIN payments o ON o.org_id = a.org_id AND o.payment_id = a.refund_id
    WHERE a.org_id = current_org() AND (a.payment_id = ${paymentId} OR a.refund_id = ${paymentId}) AND a.reverses_allocation_id IS NULL
    ORDER BY a.allocated_on, a.allocation_id`.execute(tx);
  return rows;
}
