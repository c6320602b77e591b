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

const SORTS: Readonly<Record<CustomerSort, RawBuilder<unknown>>> = {
  overdue: sql`"overdueCents"`,
  outstanding: sql`"outstandingCents"`,
  name: sql`search_name`,
  ref: sql`ref`,
  oldest: sql`"oldestDueOn"`,
  segment: sql`segment`,
  owner: sql`"ownerEmail"`,
};

/** A pattern that finds the text anywhere, its own signs taken as they are. */
const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The scenario in force of customer c. */
const scenarioOf = (scope: CustomerScope): RawBuilder<unknown> =>
  sql`coalesce(c.scenario, ${JSON.stringify(scope.scenarioBySegment)}::jsonb ->> c.segment, ${scope.defaultScenario})`;

const heldOn = (
  on: Day,
): RawBuilder<unknown> => sql`EXISTS (SELECT FROM holds h WHERE h.org_id = c.org_id AND h.company_id = c.company_id
  AND h.customer_id = c.customer_id AND h.receivable_id IS NULL AND h.lifted_on IS NULL AND h.from_on <= ${on}
  AND (h.until_on IS NULL OR h.until_on >= ${on}))`;

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
    ...(level ? [sql`${levelOf(scope.companyId, sql`c.customer_id`)} >= ${level}`] : []),
    ...(atLeast ? [sql`coalesce(r.open, 0) - coalesce(n.open, 0) - coalesce(p.open, 0) >= ${atLeast}`] : []),
  ];
};

const listed = (filters: CustomerFilters, scope: CustomerScope): RawBuilder<unknown> => {
  const { companyId, currency, on } = scope;
  const found = [sql`c.org_id = current_org() AND c.company_id = ${companyId}`, ...conditions(filters, scope)];
  return sql`
  SELECT c.customer_id AS "customerId", c.ref, c.name, c.search_name, c.kind, c.segment, c.scenario, c.owner_email AS "ownerEmail", c.doubtful,
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

async function sumsOf(tx: Tx, filters: CustomerFilters, scope: CustomerScope): Promise<Omit<CustomersFound, 'items'>> {
  const { rows } = await sql<Omit<CustomersFound, 'items'>>`
    SELECT count(*)::bigint AS total, coalesce(sum("outstandingCents"), 0)::bigint AS "outstandingCents",
      coalesce(sum("overdueCents"), 0)::bigint AS "overdueCents" FROM (${listed(filters, scope)}) all_of_them`.execute(
    tx,
  );
  return rows[0]!;
}

/** A page of customers. The order is total: equal ones stand by id. */
export async function listCustomers(
  tx: Tx,
  { filters, scope, page }: Readonly<{ filters: CustomerFilters; scope: CustomerScope; page: CustomerPage }>,
): Promise<CustomersFound> {
  const order = sql`${SORTS[page.sort]} ${page.descending ? sql`DESC` : sql`ASC`} NULLS LAST, "customerId"`;
  const { rows } = await sql<CustomerListRow & { search_name: string }>`
    WITH page AS (SELECT * FROM (${listed(filters, scope)}) listed ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset})
    SELECT page.*, ${levelOf(scope.companyId, sql`page."customerId"`)} AS level,
      (SELECT max(a.done_on) FROM actions a WHERE a.org_id = current_org() AND a.customer_id = page."customerId" AND a.state = 'sent'
        AND a.channel <> 'task') AS "lastContactOn",
      ${heldOn(scope.on)} AS held, ${noEmail} AS "withoutEmail"
    FROM page JOIN customers c ON c.org_id = current_org() AND c.customer_id = page."customerId" ORDER BY ${order}`.execute(
    tx,
  );
  const sums = await sumsOf(tx, filters, scope);
  return { items: rows.map(({ search_name: _, ...row }) => row), ...sums };
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
