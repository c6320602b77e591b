// Customer filter: a part of the customers, by segment or by the member who follows them.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Left out: everybody; null: those who have none. `owner` is an e-mail address. */
export type CustomerFilter = Readonly<{ segment?: string | null; owner?: string | null }>;

/** Whether the filter is everybody. */
export const isEverybody = ({ segment, owner }: CustomerFilter): boolean =>
  segment === undefined && owner === undefined;

const isOne = (column: string, value: string | null | undefined): RawBuilder<unknown> =>
  value === undefined ? sql`` : sql`AND ${sql.ref(column)} IS NOT DISTINCT FROM ${value}`;

/** Customers of the filter, as a condition on a customer id; nothing where it is everybody. */
export const withinFilter = (column: RawBuilder<unknown>, filter: CustomerFilter): RawBuilder<unknown> =>
  isEverybody(filter)
    ? sql``
    : sql`AND ${column} IN (SELECT c.customer_id FROM customers c WHERE c.org_id = current_org()
        ${isOne('c.segment', filter.segment)} ${isOne('c.owner_email', filter.owner)})`;

/** Ids of its customers. */
export async function listFilteredIds(tx: Tx, companyId: CompanyId, filter: CustomerFilter): Promise<CustomerId[]> {
  const { rows } = await sql<{ id: CustomerId }>`SELECT c.customer_id AS id FROM customers c
    WHERE c.org_id = current_org() AND c.company_id = ${companyId}
      ${isOne('c.segment', filter.segment)} ${isOne('c.owner_email', filter.owner)}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Segments and owners that customers of the company have, each in order; what a filter offers. */
export type FilterChoices = Readonly<{ segments: string[]; owners: { email: string; name: string | null }[] }>;

/** What there is to choose from; an owner who is no user any more has no name. */
export async function listFilterChoices(tx: Tx, companyId: CompanyId): Promise<FilterChoices> {
  const mine = sql`org_id = current_org() AND company_id = ${companyId}`;
  const segments = await sql<{ segment: string }>`
    SELECT DISTINCT segment FROM customers WHERE ${mine} AND segment IS NOT NULL ORDER BY segment`.execute(tx);
  const owners = await sql<{ email: string; name: string | null }>`SELECT o.email, u.name FROM (
      SELECT DISTINCT owner_email AS email FROM customers WHERE ${mine} AND owner_email IS NOT NULL) o
    LEFT JOIN auth.users u ON u.email = lower(o.email) ORDER BY coalesce(u.name, o.email)`.execute(tx);
  return { segments: segments.rows.map(({ segment }) => segment), owners: owners.rows };
}
