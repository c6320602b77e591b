// Customers read: the list with what each owes, and one customer's card. Amounts are in the company's currency.
import type { CompanyId, Currency, CustomerId, Day } from '@quittance/core/kernel';
import type { CustomerKind, Language } from '@quittance/core/parties';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type CustomerListRow = Readonly<{
  customerId: CustomerId;
  ref: string;
  name: string;
  kind: CustomerKind;
  segment: string | null;
  scenario: string | null;
  doubtful: boolean;
  outstandingCents: number;
  overdueCents: number;
  oldestDueOn: Day | null;
  level: number;
  lastContactOn: Day | null;
}>;

export type CustomerFilter = Readonly<{
  companyId: CompanyId;
  currency: Currency;
  on: Day;
  search?: string;
  segment?: string;
  overdueOnly?: boolean;
  sort: 'overdue' | 'name' | 'ref' | 'outstanding' | 'oldest';
  descending: boolean;
  limit: number;
  offset: number;
}>;

const SORTS: Readonly<Record<CustomerFilter['sort'], RawBuilder<unknown>>> = {
  overdue: sql`"overdueCents"`,
  outstanding: sql`"outstandingCents"`,
  name: sql`search_name`,
  ref: sql`ref`,
  oldest: sql`"oldestDueOn"`,
};

/** A pattern that finds the text anywhere, its own signs taken as they are. */
const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const listed = (filter: CustomerFilter): RawBuilder<unknown> => sql`
  SELECT c.customer_id AS "customerId", c.ref, c.name, c.search_name, c.kind, c.segment, c.scenario, c.doubtful,
    coalesce(r.open, 0) - coalesce(n.open, 0) - coalesce(p.open, 0) AS "outstandingCents", coalesce(r.overdue, 0) AS "overdueCents",
    r.oldest AS "oldestDueOn"
  FROM customers c
  LEFT JOIN (SELECT customer_id, sum(open_cents)::bigint AS open, (sum(open_cents) FILTER (WHERE due_on < ${filter.on}))::bigint AS overdue,
      min(due_on) AS oldest
    FROM receivables WHERE org_id = current_org() AND company_id = ${filter.companyId} AND settled_cents < gross_cents
      AND currency = ${filter.currency} GROUP BY customer_id) r ON r.customer_id = c.customer_id
  LEFT JOIN (SELECT customer_id, sum(open_cents)::bigint AS open FROM credit_notes WHERE org_id = current_org()
      AND company_id = ${filter.companyId} AND applied_cents < gross_cents AND currency = ${filter.currency} GROUP BY customer_id) n
    ON n.customer_id = c.customer_id
  LEFT JOIN (SELECT customer_id, sum(CASE direction WHEN 'in' THEN open_cents ELSE -open_cents END)::bigint AS open FROM payments
      WHERE org_id = current_org() AND company_id = ${filter.companyId} AND applied_cents < cents AND currency = ${filter.currency}
      GROUP BY customer_id) p ON p.customer_id = c.customer_id
  WHERE c.org_id = current_org() AND c.company_id = ${filter.companyId}
    ${
      filter.search
        ? sql`AND (c.search_name LIKE search_text(${contains(filter.search)}) OR c.ref LIKE ${contains(filter.search)}
      OR c.ref LIKE ${contains(filter.search.toUpperCase())} OR c.siren = ${filter.search})`
        : sql``
    }
    ${filter.segment ? sql`AND c.segment = ${filter.segment}` : sql``}
    ${filter.overdueOnly ? sql`AND r.overdue > 0` : sql``}`;

/** A page of customers with the number of all found. */
export async function listCustomers(
  tx: Tx,
  filter: CustomerFilter,
): Promise<{ items: CustomerListRow[]; total: number }> {
  const order = sql`${SORTS[filter.sort]} ${filter.descending ? sql`DESC` : sql`ASC`} NULLS LAST, "customerId"`;
  const { rows } = await sql<CustomerListRow & { total: number; search_name: string }>`
    WITH listed AS (${listed(filter)}), page AS (
      SELECT *, count(*) OVER () AS total FROM listed ORDER BY ${order} LIMIT ${filter.limit} OFFSET ${filter.offset})
    SELECT page.*,
      coalesce((SELECT max(l.rank) FROM receivable_levels l JOIN receivables r ON r.org_id = l.org_id AND r.receivable_id = l.receivable_id
        WHERE l.org_id = current_org() AND l.company_id = ${filter.companyId} AND l.customer_id = page."customerId"
          AND r.settled_cents < r.gross_cents), 0) AS level,
      (SELECT max(a.done_on) FROM actions a WHERE a.org_id = current_org() AND a.customer_id = page."customerId" AND a.state = 'sent'
        AND a.channel <> 'task') AS "lastContactOn"
    FROM page ORDER BY ${order}`.execute(tx);
  if (rows.length > 0 || filter.offset === 0) {
    return { items: rows.map(({ total: _, search_name: __, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
  }
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM (${listed(filter)}) all_of_them`.execute(tx);
  return { items: [], total: Number(count.rows[0]?.total ?? 0) };
}

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
}>;

const card = sql`customer_id AS "customerId", ref, name, kind, language, siren, vat_number AS "vatNumber", address_line1 AS "addressLine1",
  address_line2 AS "addressLine2", postal_code AS "postalCode", city, country, email, phone, segment, payment_terms AS "paymentTerms",
  credit_limit_cents AS "creditLimitCents", doubtful, scenario`;

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
