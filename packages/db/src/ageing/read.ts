// The aged balance read: every customer's line and the totals, added up by the database as of any day.
import type { Buckets } from '@quittance/core/ageing';
import { addDays, type Cents, type CustomerId, type Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { creditRows, type LedgerDay, type MovedSince, openRows, readMovedSince } from './as-of.ts';

/** Sums by bucket key; total = Σ buckets − unapplied. */
export type AgedSumsRow = Readonly<{
  cents: Readonly<Record<string, Cents>>;
  unappliedCents: Cents;
  totalCents: Cents;
}>;

/** One customer's line. Customers who owe nothing and are owed nothing have none. */
export type AgedBalanceLine = AgedSumsRow &
  Readonly<{
    customerId: CustomerId;
    ref: string;
    name: string;
    /** The name without accents or capitals, as searches compare it. */
    searchName: string;
    segment: string | null;
    /** E-mail of the member who follows the customer. */
    owner: string | null;
  }>;

/** What is asked. */
export type AgedBalanceQuery = LedgerDay &
  Readonly<{
    buckets: Buckets;
    /** One account exactly. */
    ref?: string;
  }>;

/** Every line by account, and what they add up to. */
export type AgedBalanceSums = Readonly<{ lines: AgedBalanceLine[]; totals: AgedSumsRow; count: number }>;

const bucketColumn = (index: number): RawBuilder<unknown> => sql.ref(`b${index}`);
const list = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(parts, sql`, `);

/** Due dates of a bucket: late by at least `fromDays` and at most `toDays` on the day. */
function dueWithin(on: Day, { fromDays, toDays }: Buckets[number]): RawBuilder<unknown> {
  if (fromDays === null) return sql`due_on >= ${on}`;
  const latest = sql`due_on <= ${addDays(on, -fromDays)}`;
  return toDays === null ? latest : sql`${latest} AND due_on >= ${addDays(on, -toDays)}`;
}

const sumsOf = ({ on, buckets }: AgedBalanceQuery): RawBuilder<unknown> =>
  list(
    buckets.map(
      (bucket, i) => sql`coalesce(sum(cents) FILTER (WHERE ${dueWithin(on, bucket)}), 0)::bigint AS ${bucketColumn(i)}`,
    ),
  );

const found = ({ ref }: AgedBalanceQuery): RawBuilder<unknown> => (ref === undefined ? sql`` : sql`AND c.ref = ${ref}`);

const linesOf = (query: AgedBalanceQuery, moved: MovedSince): RawBuilder<unknown> => {
  const columns = query.buckets.map((_, i) => bucketColumn(i));
  const owed = columns.map((column) => sql`coalesce(${column}, 0) AS ${column}`);
  const total = sql.join(
    columns.map((column) => sql`coalesce(${column}, 0)`),
    sql` + `,
  );
  return sql`
    owed AS (SELECT customer_id, ${sumsOf(query)} FROM (${openRows(query, moved)}) o GROUP BY customer_id),
    credit AS (SELECT customer_id, sum(cents)::bigint AS unapplied FROM (${creditRows(query, moved)}) k GROUP BY customer_id),
    lines AS MATERIALIZED (
      SELECT c.customer_id, c.ref, c.name, c.search_name, c.segment, c.owner_email, ${list(owed)}, coalesce(credit.unapplied, 0) AS unapplied,
        ${total} - coalesce(credit.unapplied, 0) AS total
      FROM owed FULL JOIN credit ON credit.customer_id = owed.customer_id
      JOIN customers c ON c.org_id = current_org() AND c.customer_id = coalesce(owed.customer_id, credit.customer_id)
      WHERE (${sql.join([...columns.map((column) => sql`${column} <> 0`), sql`credit.unapplied <> 0`], sql` OR `)}) ${found(query)})`;
};

type Raw = Readonly<Record<string, number>> &
  Readonly<{
    count: number | null;
    id: CustomerId;
    ref: string;
    name: string;
    search_name: string;
    segment: string | null;
    owner: string | null;
    unapplied: Cents;
    total: Cents;
  }>;

const sumsIn = (raw: Raw, buckets: Buckets): AgedSumsRow => {
  const cents: Record<string, Cents> = {};
  for (let i = 0; i < buckets.length; i++) cents[buckets[i]!.key] = raw[`b${i}`] as Cents;
  return { cents, unappliedCents: raw.unapplied, totalCents: raw.total };
};

/**
 * The aged balance as of a day, from dated facts (ledger rule 3), lines by account, with the totals over all customers found.
 * Σ lines = totals = Σ open − Σ unapplied (ledger rule 4).
 */
export async function readAgedBalance(tx: Tx, query: AgedBalanceQuery): Promise<AgedBalanceSums> {
  const moved = await readMovedSince(tx, query);
  const columns = list(query.buckets.map((_, i) => bucketColumn(i)));
  const totals = list(query.buckets.map((_, i) => sql`coalesce(sum(${bucketColumn(i)}), 0)::bigint`));
  const { rows } = await sql<Raw>`WITH ${linesOf(query, moved)}
    SELECT NULL::bigint AS count, page.* FROM (
      SELECT customer_id AS id, ref, name, search_name, segment, owner_email AS owner, ${columns}, unapplied, total FROM lines ORDER BY ref) page
    UNION ALL
    SELECT count(*), NULL, NULL, NULL, NULL, NULL, NULL, ${totals}, coalesce(sum(unapplied), 0)::bigint, coalesce(sum(total), 0)::bigint FROM lines`.execute(
    tx,
  );
  const { buckets } = query;
  // The totals come last: PostgreSQL appends the second part to the first.
  const sums = rows.pop()!;
  const lines = rows.map((raw) => {
    const { id: customerId, ref, name, search_name: searchName, segment, owner } = raw;
    return { customerId, ref, name, searchName, segment, owner, ...sumsIn(raw, buckets) };
  });
  return { lines, totals: sumsIn(sums, buckets), count: sums.count ?? 0 };
}
