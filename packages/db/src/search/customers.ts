// Customers found by a few letters: the nearest names and references first, with what they owe. Only those shown are summed.
import type { CompanyId, Currency, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A customer found, amounts in the company's currency. */
export type FoundCustomer = Readonly<{
  customerId: CustomerId;
  ref: string;
  name: string;
  openCents: number;
  overdueCents: number;
}>;

/** What is looked for, where, as of which day. */
export type Wanted = Readonly<{ companyId: CompanyId; currency: Currency; on: Day; text: string; limit: number }>;

const SIREN_DIGITS = 9;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The SIREN a text speaks of (a SIRET begins with one), spaces left out; null where it is none. */
const sirenOf = (text: string): string | null => {
  const digits = text.replace(/[\s.]/g, '');
  return /^\d{9}(\d{5})?$/.test(digits) ? digits.slice(0, SIREN_DIGITS) : null;
};

/** Finds by name (accents and case ignored, anywhere in it), reference or SIREN: exact first, then what begins so, then a word that does. */
export async function findCustomersLike(
  tx: Tx,
  { companyId, currency, on, text, limit }: Wanted,
): Promise<FoundCustomer[]> {
  const part = escaped(text);
  const { rows } = await sql<FoundCustomer>`
    WITH found AS MATERIALIZED (
      SELECT c.customer_id, c.ref, c.name, CASE
          WHEN upper(c.ref) = upper(${text}) OR c.siren = ${sirenOf(text)} THEN 0
          WHEN c.search_name LIKE search_text(${`${part}%`}) THEN 1
          WHEN upper(c.ref) LIKE upper(${`${part}%`}) THEN 2
          WHEN c.search_name LIKE search_text(${`% ${part}%`}) THEN 3 ELSE 4 END AS distance, c.search_name
      FROM customers c WHERE c.org_id = current_org() AND c.company_id = ${companyId}
        AND (c.search_name LIKE search_text(${`%${part}%`}) OR upper(c.ref) LIKE upper(${`%${part}%`}) OR c.siren = ${sirenOf(text)})
      ORDER BY distance, c.search_name, c.customer_id LIMIT ${limit})
    SELECT f.customer_id AS "customerId", f.ref, f.name, coalesce(o.open, 0) AS "openCents", coalesce(o.overdue, 0) AS "overdueCents"
    FROM found f LEFT JOIN LATERAL (
      SELECT sum(r.open_cents)::bigint AS open, (sum(r.open_cents) FILTER (WHERE r.due_on < ${on}))::bigint AS overdue FROM receivables r
      WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.customer_id = f.customer_id
        AND r.settled_cents < r.gross_cents AND r.currency = ${currency}) o ON true
    ORDER BY f.distance, f.search_name, f.customer_id`.execute(tx);
  return rows;
}
