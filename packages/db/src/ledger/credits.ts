// Credits read: money in and credit notes of a customer, what is left of each, and what each was applied to.
import type { AllocationId, CompanyId, Currency, CustomerId, Day, InvoiceId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Names one credit: a payment received or a credit note. */
export type CreditKey = Readonly<{ kind: 'payment' | 'credit_note'; id: number }>;

export type CreditRow = CreditKey &
  Readonly<{
    customerId: CustomerId;
    customerName: string;
    /** Number of a credit note, reference of a payment; empty where the source gave none. */
    number: string;
    label: string;
    on: Day;
    cents: number;
    openCents: number;
    currency: Currency;
  }>;

const notes = sql`SELECT 'credit_note' AS kind, n.credit_note_id AS id, n.customer_id AS "customerId", c.name AS "customerName", n.number,
    coalesce(n.label, '') AS label, n.issued_on AS "on", n.gross_cents AS cents, n.open_cents AS "openCents", n.currency
  FROM credit_notes n JOIN customers c ON c.org_id = n.org_id AND c.customer_id = n.customer_id WHERE n.org_id = current_org()`;

const payments = sql`SELECT 'payment' AS kind, p.payment_id AS id, p.customer_id AS "customerId", c.name AS "customerName",
    coalesce(p.reference, '') AS number, coalesce(p.method, '') AS label, p.paid_on AS "on", p.cents, p.open_cents AS "openCents", p.currency
  FROM payments p JOIN customers c ON c.org_id = p.org_id AND c.customer_id = p.customer_id
  WHERE p.org_id = current_org() AND p.direction = 'in'`;

/** What a customer has left to be applied, the oldest first. */
export async function listCreditsLeft(tx: Tx, companyId: CompanyId, customerId: CustomerId): Promise<CreditRow[]> {
  const { rows } = await sql<CreditRow>`
    ${notes} AND n.company_id = ${companyId} AND n.customer_id = ${customerId} AND n.applied_cents < n.gross_cents
    UNION ALL ${payments} AND p.company_id = ${companyId} AND p.customer_id = ${customerId} AND p.applied_cents < p.cents
    ORDER BY 7, 1, 2`.execute(tx);
  return rows;
}

const oneCredit = (companyId: CompanyId, { kind, id }: CreditKey): RawBuilder<unknown> =>
  kind === 'credit_note'
    ? sql`${notes} AND n.company_id = ${companyId} AND n.credit_note_id = ${id}`
    : sql`${payments} AND p.company_id = ${companyId} AND p.payment_id = ${id}`;

/** One credit of a company, or undefined. */
export async function findCredit(tx: Tx, companyId: CompanyId, key: CreditKey): Promise<CreditRow | undefined> {
  const { rows } = await sql<CreditRow>`${oneCredit(companyId, key)}`.execute(tx);
  return rows[0];
}

export type CreditUse = Readonly<{
  allocationId: AllocationId;
  on: Day;
  cents: number;
  /** Null where it was paid out again. */
  invoiceId: InvoiceId | null;
  invoiceNumber: string;
  dueOn: Day | null;
  reversedOn: Day | null;
}>;

/** What a credit was applied to, undone lines included, the oldest first. */
export async function listUsesOf(tx: Tx, { kind, id }: CreditKey): Promise<CreditUse[]> {
  const column = kind === 'payment' ? sql`a.payment_id` : sql`a.credit_note_id`;
  const { rows } = await sql<CreditUse>`
    SELECT a.allocation_id AS "allocationId", a.allocated_on AS "on", a.cents, r.invoice_id AS "invoiceId", coalesce(i.number, '') AS "invoiceNumber",
      r.due_on AS "dueOn",
      (SELECT b.allocated_on FROM allocations b WHERE b.org_id = a.org_id AND b.reverses_allocation_id = a.allocation_id) AS "reversedOn"
    FROM allocations a
    LEFT JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
    LEFT JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    WHERE a.org_id = current_org() AND ${column} = ${id} AND a.reverses_allocation_id IS NULL
    ORDER BY a.allocated_on, a.allocation_id`.execute(tx);
  return rows;
}
