// Allocations read: one of them with both its sides, and the open debts a credit of the same customer may go to.
import type {
  AllocationId,
  CompanyId,
  Currency,
  CustomerId,
  Day,
  InvoiceId,
  ReceivableId,
} from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { CreditKey } from './credits.ts';

export type AllocationFacts = Readonly<{
  allocationId: AllocationId;
  credit: CreditKey;
  receivableId: ReceivableId;
  invoiceId: InvoiceId;
  on: Day;
  cents: number;
  currency: Currency;
  isReversed: boolean;
}>;

/** An allocation to a due term; undefined for a reversal, for money paid out again, and for what is not the company's. */
export async function findAllocation(
  tx: Tx,
  companyId: CompanyId,
  allocationId: AllocationId,
): Promise<AllocationFacts | undefined> {
  const { rows } = await sql<AllocationFacts>`
    SELECT a.allocation_id AS "allocationId", a.receivable_id AS "receivableId", r.invoice_id AS "invoiceId", a.allocated_on AS "on", a.cents,
      a.currency, jsonb_build_object('kind', CASE WHEN a.payment_id IS NULL THEN 'credit_note' ELSE 'payment' END,
        'id', coalesce(a.payment_id, a.credit_note_id)) AS credit,
      EXISTS (SELECT 1 FROM allocations b WHERE b.org_id = a.org_id AND b.reverses_allocation_id = a.allocation_id) AS "isReversed"
    FROM allocations a JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.allocation_id = ${allocationId}
      AND a.reverses_allocation_id IS NULL`.execute(tx);
  return rows[0];
}

export type OpenDebtRow = Readonly<{
  receivableId: ReceivableId;
  invoiceId: InvoiceId;
  invoiceNumber: string;
  issuedOn: Day;
  dueOn: Day;
  openCents: number;
}>;

/** Open due terms of a customer in a currency, the oldest due first. */
export async function listOpenDebts(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; customerId: CustomerId; currency: Currency }>,
): Promise<OpenDebtRow[]> {
  const { rows } = await sql<OpenDebtRow>`
    SELECT r.receivable_id AS "receivableId", r.invoice_id AS "invoiceId", i.number AS "invoiceNumber", r.issued_on AS "issuedOn",
      r.due_on AS "dueOn", r.open_cents AS "openCents"
    FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    WHERE r.org_id = current_org() AND r.company_id = ${of.companyId} AND r.customer_id = ${of.customerId}
      AND r.currency = ${of.currency} AND r.settled_cents < r.gross_cents
    ORDER BY r.due_on, r.issued_on, r.receivable_id`.execute(tx);
  return rows;
}
