// What was applied to an invoice and what holds it, as its page shows them: with who did it and why.

import type { HoldReason } from '@quittance/core/dunning';
import type { AllocationId, CustomerId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type AllocationRow = Readonly<{
  allocationId: AllocationId;
  receivableId: ReceivableId;
  on: Day;
  cents: number;
  source: 'payment' | 'credit_note' | 'write_off' | 'discount' | 'bank_fee' | 'exchange' | 'waiver';
  /** Id of the payment or credit note. */
  creditId: number;
  number: string;
  origin: 'lettering' | 'file' | 'manual' | 'automatic';
  author: string;
  reason: string;
  reversedOn: Day | null;
  reversedBy: string | null;
  reversedWhy: string | null;
}>;

/** What was applied to an invoice, reversals beside what they undo. */
export async function listAllocationsOf(tx: Tx, invoiceId: InvoiceId): Promise<AllocationRow[]> {
  const { rows } = await sql<AllocationRow>`
    SELECT a.allocation_id AS "allocationId", a.receivable_id AS "receivableId", a.allocated_on AS "on", a.cents,
      CASE WHEN a.payment_id IS NOT NULL THEN 'payment' WHEN n.nature IN ('write_off', 'discount', 'bank_fee', 'exchange', 'waiver') THEN n.nature
        ELSE 'credit_note' END AS source, coalesce(a.payment_id, a.credit_note_id) AS "creditId",
      coalesce(n.number, p.reference, '') AS number, a.origin, a.actor AS author, a.reason,
      b.allocated_on AS "reversedOn", b.actor AS "reversedBy", b.reason AS "reversedWhy"
    FROM allocations a
    JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
    LEFT JOIN payments p ON p.org_id = a.org_id AND p.payment_id = a.payment_id
    LEFT JOIN credit_notes n ON n.org_id = a.org_id AND n.credit_note_id = a.credit_note_id
    LEFT JOIN allocations b ON b.org_id = a.org_id AND b.reverses_allocation_id = a.allocation_id
    WHERE a.org_id = current_org() AND r.invoice_id = ${invoiceId} AND a.reverses_allocation_id IS NULL
    ORDER BY a.allocated_on, a.allocation_id`.execute(tx);
  return rows;
}

export type DueDateChangeRow = Readonly<{
  receivableId: ReceivableId;
  on: Day;
  oldDueOn: Day;
  newDueOn: Day;
  wasEstimated: boolean;
  reason: string;
  author: string;
}>;

/** Due dates an invoice had before, the oldest change first. */
export async function listDueDateChanges(tx: Tx, invoiceId: InvoiceId): Promise<DueDateChangeRow[]> {
  const { rows } = await sql<DueDateChangeRow>`
    SELECT d.receivable_id AS "receivableId", d.changed_on AS "on", d.old_due_on AS "oldDueOn", d.new_due_on AS "newDueOn",
      d.was_estimated AS "wasEstimated", d.reason, d.actor AS author
    FROM due_date_changes d JOIN receivables r ON r.org_id = d.org_id AND r.receivable_id = d.receivable_id
    WHERE d.org_id = current_org() AND r.invoice_id = ${invoiceId} ORDER BY d.changed_on, d.change_id`.execute(tx);
  return rows;
}

export type InvoiceHoldRow = Readonly<{
  /** Null: a bank movement that waits could settle it; that ends with the movement. */
  holdId: number | null;
  reason: HoldReason;
  customerId: CustomerId;
  receivableId: ReceivableId | null;
  cents: number | null;
  fromOn: Day;
  untilOn: Day | null;
  note: string;
  author: string;
}>;

/** Holds in force on a day or later on an invoice's terms, or on its customer as a whole; and movements of the bank that could settle them. */
export async function listHoldsOnInvoice(tx: Tx, invoiceId: InvoiceId, on: Day): Promise<InvoiceHoldRow[]> {
  const { rows } = await sql<InvoiceHoldRow>`
    SELECT h.hold_id AS "holdId", h.reason, h.customer_id AS "customerId", h.receivable_id AS "receivableId", h.cents, h.from_on AS "fromOn",
      h.until_on AS "untilOn", h.note, h.author
    FROM invoices i JOIN holds h ON h.org_id = i.org_id AND h.company_id = i.company_id AND h.customer_id = i.customer_id
    WHERE i.org_id = current_org() AND i.invoice_id = ${invoiceId} AND h.lifted_on IS NULL AND (h.until_on IS NULL OR h.until_on >= ${on})
      AND (h.receivable_id IS NULL OR h.receivable_id IN (SELECT r.receivable_id FROM receivables r
        WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id))
    UNION ALL
    SELECT NULL, 'unmatched_payment', b.customer_id, b.receivable_id, NULL, b.from_on, b.until_on, b.note, 'matching'
    FROM invoices i JOIN bank_candidates b ON b.org_id = i.org_id AND b.company_id = i.company_id AND b.customer_id = i.customer_id
    WHERE i.org_id = current_org() AND i.invoice_id = ${invoiceId} AND b.until_on >= ${on}
      AND (b.receivable_id IS NULL OR b.receivable_id IN (SELECT r.receivable_id FROM receivables r
        WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id))
    ORDER BY 4 NULLS FIRST, 7 NULLS LAST, 1`.execute(tx);
  return rows;
}
