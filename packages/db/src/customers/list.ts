// The list of customers: filtered, sorted, paged and summed by the database. Amounts are in the company's currency.
import type { CompanyId, Currency, CustomerId, Day } from '@quittance/core/kernel';
import type { CustomerKind } from '@quittance/core/parties';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type CustomerListRow = Readonly<{
  customerId: CustomerId;
  ref: string;
  name: string;
  kind: CustomerKind;
  segment: string | null;
  scenario: string | null;
  ownerEmail: string | null;
  doubtful: boolean;
  outstandingCents: number;
  overdueCents: number;
  oldestDueOn: Day | null;
  level: number;
  lastContactOn: Day | null;
  held: boolean;
  withoutEmail: boolean;
}>;

/** Which customers. `owner` is an address, or `none`. */
export type CustomerFilters = Readonly<{
  search?: string;
  segment?: string;
  owner?: string;
  scenario?: string;
  level?: number;
  doubtful?: boolean;
  held?: boolean;
  overdue?: boolean;
  withoutEmail?: boolean;
  atLeast?: number;
}>;

/** Where and when they are looked at, and the scenario of those that have none of their own. */
export type CustomerScope = Readonly<{
  companyId: CompanyId;
  currency: Currency;
  on: Day;
  defaultScenario: string;
  scenarioBySegment: Readonly<Record<string, string>>;
}>;

export type CustomerSort = 'overdue' | 'name' | 'ref' | 'outstanding' | 'oldest' | 'segment' | 'owner';
export type CustomerPage = Readonly<{ sort: CustomerSort; descending: boolean; limit: number; offset: number }>;

// What rows are put in order by; the three sums are columns of the found ones themselves.
const SORTS: Readonly<Record<CustomerSort, RawBuilder<unknown>>> = {
  overdue: sql`coalesce(r.overdue, 0)`,
  outstanding: sql`coalesce(r.open, 0) - coalesce(n.open, 0) - coalesce(p.open, 0)`,
  name: sql`c.search_name`,
  ref: sql`c.ref`,
  oldest: sql`r.oldest`,
  segment: sql`c.segment`,
  owner: sql`c.owner_email`,
};

/** A pattern that finds the text anywhere, its own signs taken as they are. */
const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The scenario in force of customer c. */
const scenarioOf = (scope: CustomerScope): RawBuilder<unknown> =>
  sql`coalesce(c.scenario, ${JSON.stringify(scope.scenarioBySegment)}::jsonb ->> c.segment, ${scope.defaultScenario})`;

/** What a waiting movement `b` could settle of customer c on a day. */
const couldSettle = (on: Day): RawBuilder<unknown> => sql`b.org_id = c.org_id AND b.company_id = c.company_id
  AND b.customer_id = c.customer_id AND b.from_on <= ${on} AND b.until_on >= ${on}`;

/** Customer c as a whole: by a hold on it, or because waiting bank movements could settle it, or every open term of it. */
const heldOn = (
  on: Day,
): RawBuilder<unknown> => sql`(EXISTS (SELECT FROM holds h WHERE h.org_id = c.org_id AND h.company_id = c.company_id
  AND h.customer_id = c.customer_id AND h.receivable_id IS NULL AND h.lifted_on IS NULL AND h.from_on <= ${on}
  AND (h.until_on IS NULL OR h.until_on >= ${on}))
  OR (EXISTS (SELECT FROM bank_candidates b WHERE ${couldSettle(on)})
    AND NOT EXISTS (SELECT FROM receivables r WHERE r.org_id = c.org_id AND r.company_id = c.company_id AND r.customer_id = c.customer_id
      AND r.settled_cents < r.gross_cents AND NOT EXISTS (SELECT FROM bank_candidates b WHERE ${couldSettle(on)}
        AND (b.receivable_id IS NULL OR b.receivable_id = r.receivable_id)))))`;

const noEmail = sql`((c.email IS NULL OR c.email_status <> 'valid') AND NOT EXISTS (SELECT FROM contacts k WHERE k.org_id = c.org_id
  AND k.customer_id = c.customer_id AND k.active AND k.email IS NOT NULL AND k.email_status = 'valid'))`;

const levelOf = (companyId: CompanyId, customer: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  coalesce((SELECT max(l.rank) FROM receivable_levels l JOIN receivables r ON r.org_id = l.org_id AND r.receivable_id = l.receivable_id
    WHERE l.org_id = current_org() AND l.company_id = ${companyId} AND l.customer_id = ${customer} AND r.settled_cents < r.gross_cents), 0)`;

const conditions = (filters: CustomerFilters, scope: CustomerScope): RawBuilder<unknown>[] => {
  const { search, segment, owner, scenario, level, atLeast } = filters;
  return [
    ...(search
      ? [
          sql`(c.search_name LIKE search_text(${contains(search)}) OR c.ref LIKE ${contains(search)}
      OR c.ref LIKE ${contains(search.toUpperCase())} OR c.siren = ${search})`,
        ]
      : []),
    ...(segment ? [sql`c.segment = ${segment}`] : []),
    ...(owner === 'none' ? [sql`c.owner_email IS NULL`] : []),
    ...(owner && owner !== 'none' ? [sql`lower(c.owner_email) = lower(${owner})`] : []),
    ...(scenario ? [sql`${scenarioOf(scope)} = ${scenario}`] : []),
    ...(filters.doubtful ? [sql`c.doubtful`] : []),
    ...(filters.held ? [heldOn(scope.on)] : []),
    ...(filters.withoutEmail ? [noEmail] : []),
    ...(filters.overdue ? [sql`r.overdue > 0`] : []),
    ...(level
      ? [
          sql`c.customer_id IN (SELECT l.customer_id FROM receivable_levels l JOIN receivables o ON o.org_id = l.org_id
      AND o.receivable_id = l.receivable_id WHERE l.org_id = current_org() AND l.company_id = ${scope.companyId} AND l.rank >= ${level}
      AND o.settled_cents < o.gross_cents)`,
        ]
      : []),
    ...(atLeast ? [sql`coalesce(r.open, 0) - coalesce(n.open, 0) - coalesce(p.open, 0) >= ${atLeast}`] : []),
  ];
};

// Narrow on purpose: all customers found pass through, and only those of a page are told of in full.
const listed = (filters: CustomerFilters, scope: CustomerScope, sort: CustomerSort = 'ref'): RawBuilder<unknown> => {
  const { companyId, currency, on } = scope;
  const found = [sql`c.org_id = current_org() AND c.company_id = ${companyId}`, ...conditions(filters, scope)];
  return sql`
  SELECT c.customer_id AS "customerId", ${SORTS[sort]} AS place,
    coalesce(r.open, 0) - coalesce(n.open, 0) - coalesce(p.open, 0) AS "outstandingCents", coalesce(r.overdue, 0) AS "overdueCents",
    r.oldest AS "oldestDueOn"
  FROM customers c
  LEFT JOIN (SELECT customer_id, sum(open_cents)::bigint AS open, (sum(open_cents) FILTER (WHERE due_on < ${on}))::bigint AS overdue,
      min(due_on) AS oldest
    FROM receivables WHERE org_id = current_org() AND company_id = ${companyId} AND settled_cents < gross_cents
      AND currency = ${currency} GROUP BY customer_id) r ON r.customer_id = c.customer_id
  LEFT JOIN (SELECT customer_id, sum(open_cents)::bigint AS open FROM credit_notes WHERE org_id = current_org()
      AND company_id = ${companyId} AND applied_cents < gross_cents AND currency = ${currency} GROUP BY customer_id) n
    ON n.customer_id = c.customer_id
  LEFT JOIN (SELECT customer_id, sum(CASE direction WHEN 'in' THEN open_cents ELSE -open_cents END)::bigint AS open FROM payments
      WHERE org_id = current_org() AND company_id = ${companyId} AND applied_cents < cents AND currency = ${currency}
      GROUP BY customer_id) p ON p.customer_id = c.customer_id
  WHERE ${sql.join(found, sql` AND `)}`;
};

/** A page of customers, with the number and the sums of all found. */
export type CustomersFound = Readonly<{
  items: CustomerListRow[];
  total: number;
  outstandingCents: number;
  overdueCents: number;
}>;

type Found = Omit<CustomersFound, 'items'>;
type FoundRow = CustomerListRow &
  Readonly<{ place: unknown; total: number; sumOutstanding: number; sumOverdue: number }>;

const itemOf = ({ place: _0, total: _1, sumOutstanding: _2, sumOverdue: _3, ...row }: FoundRow): CustomerListRow => row;

/** A page of customers, found once for its rows and its sums. The order is total: equal ones stand by id. */
export async function listCustomers(
  tx: Tx,
  { filters, scope, page }: Readonly<{ filters: CustomerFilters; scope: CustomerScope; page: CustomerPage }>,
): Promise<CustomersFound> {
  const order = sql`place ${page.descending ? sql`DESC` : sql`ASC`} NULLS LAST, "customerId"`;
  const { rows } = await sql<FoundRow>`
    WITH found AS MATERIALIZED (${listed(filters, scope, page.sort)}),
    sums AS (SELECT count(*)::bigint AS total, coalesce(sum("outstandingCents"), 0)::bigint AS "sumOutstanding",
      coalesce(sum("overdueCents"), 0)::bigint AS "sumOverdue" FROM found),
    page AS (SELECT * FROM found ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}),
    told AS (SELECT page.*, c.ref, c.name, c.kind, c.segment, c.scenario, c.owner_email AS "ownerEmail", c.doubtful,
      ${levelOf(scope.companyId, sql`page."customerId"`)} AS level,
      (SELECT max(a.done_on) FROM actions a WHERE a.org_id = current_org() AND a.customer_id = page."customerId" AND a.state = 'sent'
        AND a.channel <> 'task') AS "lastContactOn",
      ${heldOn(scope.on)} AS held, ${noEmail} AS "withoutEmail"
      FROM page JOIN customers c ON c.org_id = current_org() AND c.customer_id = page."customerId")
    SELECT told.*, sums.* FROM sums LEFT JOIN told ON true ORDER BY ${order}`.execute(tx);
  const { total, sumOutstanding, sumOverdue } = rows[0]!;
  const sums: Found = { total, outstandingCents: sumOutstanding, overdueCents: sumOverdue };
  return { items: rows.filter((row) => row.customerId !== null).map(itemOf), ...sums };
}

/** Ids of all customers found but some, in order of id. */
export async function listCustomerIds(
  tx: Tx,
  {
    filters,
    scope,
    except,
  }: Readonly<{ filters: CustomerFilters; scope: CustomerScope; except: readonly CustomerId[] }>,
): Promise<CustomerId[]> {
  const { rows } = await sql<{ customerId: CustomerId }>`
    SELECT "customerId" FROM (${listed(filters, scope)}) found WHERE "customerId" <> ALL(${except as readonly number[]}::bigint[])
    ORDER BY 1`.execute(tx);
  return rows.map((row) => row.customerId);
}
