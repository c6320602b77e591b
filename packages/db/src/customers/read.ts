// Customers read: one customer's card, and what customers may be told by.
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import type { CustomerKind, Language } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** The segments in use, in order. */
export async function listSegments(tx: Tx, companyId: CompanyId): Promise<string[]> {
  const { rows } = await sql<{ segment: string }>`SELECT DISTINCT segment FROM customers
    WHERE org_id = current_org() AND company_id = ${companyId} AND segment IS NOT NULL ORDER BY segment`.execute(tx);
  return rows.map((row) => row.segment);
}

export type CustomerCard = Readonly<{
  customerId: CustomerId;
  ref: string;
  name: string;
  kind: CustomerKind;
  language: Language;
  siren: string | null;
  vatNumber: string | null;
  addressLine1: string | null;
  addressLine2: string | null;
  postalCode: string | null;
  city: string | null;
  country: string;
  email: string | null;
  phone: string | null;
  segment: string | null;
  paymentTerms: string | null;
  creditLimitCents: number | null;
  doubtful: boolean;
  scenario: string | null;
  ownerEmail: string | null;
  byHand: readonly string[];
}>;

const card = sql`customer_id AS "customerId", ref, name, kind, language, siren, vat_number AS "vatNumber", address_line1 AS "addressLine1",
  address_line2 AS "addressLine2", postal_code AS "postalCode", city, country, email, phone, segment, payment_terms AS "paymentTerms",
  credit_limit_cents AS "creditLimitCents", doubtful, scenario, owner_email AS "ownerEmail", by_hand AS "byHand"`;

/** A customer of a company by id, or undefined. */
export async function findCustomer(
  tx: Tx,
  companyId: CompanyId,
  customerId: CustomerId,
): Promise<CustomerCard | undefined> {
  const { rows } = await sql<CustomerCard>`SELECT ${card} FROM customers
    WHERE org_id = current_org() AND company_id = ${companyId} AND customer_id = ${customerId}`.execute(tx);
  return rows[0];
}

/** A customer of a company by account code, or undefined. */
export async function findCustomerByRef(tx: Tx, companyId: CompanyId, ref: string): Promise<CustomerCard | undefined> {
  const { rows } = await sql<CustomerCard>`SELECT ${card} FROM customers
    WHERE org_id = current_org() AND company_id = ${companyId} AND ref = ${ref}`.execute(tx);
  return rows[0];
}

/** A member customers may belong to. */
export type OwnerRow = Readonly<{ email: string; name: string }>;

/** Members of the organization, by name. */
export async function listOwners(tx: Tx): Promise<OwnerRow[]> {
  const { rows } = await sql<OwnerRow>`SELECT u.email, u.name FROM members m JOIN auth.users u ON u.id = m.user_id
    WHERE m.org_id = current_org() AND m.disabled_at IS NULL AND NOT u.disabled ORDER BY lower(u.name), u.email`.execute(
    tx,
  );
  return rows;
}

/** How a customer paid what it settled over a period. */
export type BehaviourRow = Readonly<{ settled: number; onTime: number; daysLate: number | null }>;

/** Due terms of invoices wholly settled from one day to another, by the day of the last money (what closes a difference is none): how many, how many in time, and days late on average, weighted by amount. */
export async function readBehaviour(
  tx: Tx,
  of: Readonly<{ customerId: CustomerId; from: Day; to: Day }>,
): Promise<BehaviourRow> {
  const { rows } = await sql<{ settled: number; onTime: number; daysLate: string | null }>`
    SELECT count(*) AS settled, count(*) FILTER (WHERE paid.on_day <= r.due_on) AS "onTime",
      round(sum(greatest(paid.on_day - r.due_on, 0)::numeric * r.gross_cents) / nullif(sum(r.gross_cents), 0), 1)::text AS "daysLate"
    FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    CROSS JOIN LATERAL (SELECT coalesce(max(a.allocated_on) FILTER (WHERE n.nature IS NULL OR n.nature IN ('credit_note', 'opening', 'adjustment')),
        r.last_allocated_on) AS on_day
      FROM allocations a LEFT JOIN credit_notes n ON n.org_id = a.org_id AND n.credit_note_id = a.credit_note_id
      WHERE a.org_id = r.org_id AND a.receivable_id = r.receivable_id AND a.reverses_allocation_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM allocations b WHERE b.org_id = a.org_id AND b.reverses_allocation_id = a.allocation_id)) paid
    WHERE r.org_id = current_org() AND r.customer_id = ${of.customerId} AND r.settled_cents >= r.gross_cents AND i.nature = 'invoice'
      AND r.last_allocated_on > ${of.from} AND r.last_allocated_on <= ${of.to}`.execute(tx);
  const { settled, onTime, daysLate } = rows[0]!;
  return { settled: Number(settled), onTime: Number(onTime), daysLate: daysLate === null ? null : Number(daysLate) };
}
