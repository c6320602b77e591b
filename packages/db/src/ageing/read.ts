// The aged balance read: a page of customers, and the totals over all found, added up by the database as of any day.
import { type Buckets, NOT_DUE } from '@quittance/core/ageing';
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
export type AgedBalanceLine = AgedSumsRow & Readonly<{ customerId: CustomerId; ref: string; name: string }>;

/** What is asked. `limit` left out gives every line. */
export type AgedBalanceQuery = LedgerDay &
  Readonly<{
    buckets: Buckets;
    /** Part of a name, or the beginning of an account. */
    search?: string;
    /** One account exactly. */
    ref?: string;
    /** `overdue` is the sum of the late buckets; else a bucket's key, or a column. */
    sort: string;
    descending: boolean;
    limit?: number;
    offset?: number;
  }>;

/** The page, and what all customers found add up to. */
export type AgedBalancePage = Readonly<{ lines: AgedBalanceLine[]; totals: AgedSumsRow; count: number }>;

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

const found = ({ search, ref }: AgedBalanceQuery): RawBuilder<unknown> => {
  if (ref !== undefined) return sql`AND c.ref = ${ref}`;
  if (!search) return sql``;
  const text = search.replace(/[\\%_]/g, '\\$&');
  return sql`AND (c.search_name LIKE search_text(${`%${text}%`}) OR c.ref LIKE ${`${text}%`} OR c.ref LIKE ${`${text.toUpperCase()}%`})`;
};

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
      SELECT c.customer_id, c.ref, c.name, c.search_name, ${list(owed)}, coalesce(credit.unapplied, 0) AS unapplied,
        ${total} - coalesce(credit.unapplied, 0) AS total
      FROM owed FULL JOIN credit ON credit.customer_id = owed.customer_id
      JOIN customers c ON c.org_id = current_org() AND c.customer_id = coalesce(owed.customer_id, credit.customer_id)
      WHERE (${sql.join([...columns.map((column) => sql`${column} <> 0`), sql`credit.unapplied <> 0`], sql` OR `)}) ${found(query)})`;
};

const orderOf = ({ buckets, sort, descending }: AgedBalanceQuery): RawBuilder<unknown> => {
  const late = buckets.flatMap((bucket, i) => (bucket.key === NOT_DUE ? [] : [bucketColumn(i)]));
  const columns: Readonly<Record<string, RawBuilder<unknown>>> = {
    overdue: sql`(${sql.join(late, sql` + `)})`,
    total: sql`total`,
    ref: sql`ref`,
    name: sql`search_name`,
    ...Object.fromEntries(buckets.map((bucket, i) => [bucket.key, bucketColumn(i)])),
  };
  const column = columns[sort];
  if (!column) throw new RangeError(`the aged balance has no column ${sort}`);
  return sql`${column} ${descending ? sql`DESC` : sql`ASC`}, ref`;
};

type Raw = Readonly<Record<string, number>> &
  Readonly<{ count: number | null; id: CustomerId; ref: string; name: string; unapplied: Cents; total: Cents }>;

const sumsIn = (raw: Raw, buckets: Buckets): AgedSumsRow => {
  const cents: Record<string, Cents> = {};
  for (let i = 0; i < buckets.length; i++) cents[buckets[i]!.key] = raw[`b${i}`] as Cents;
  return { cents, unappliedCents: raw.unapplied, totalCents: raw.total };
};

/**
 * A page of the aged balance as of a day, from dated facts (ledger rule 3), with the totals over all customers found.
 * Σ lines = totals = Σ open − Σ unapplied (ledger rule 4).
 * @throws RangeError for a sort that is no column
 */
export async function readAgedBalance(tx: Tx, query: AgedBalanceQuery): Promise<AgedBalancePage> {
  const moved = await readMovedSince(tx, query);
  const columns = list(query.buckets.map((_, i) => bucketColumn(i)));
  const totals = list(query.buckets.map((_, i) => sql`coalesce(sum(${bucketColumn(i)}), 0)::bigint`));
  const slice = query.limit === undefined ? sql`` : sql`LIMIT ${query.limit} OFFSET ${query.offset ?? 0}`;
  const { rows } = await sql<Raw>`WITH ${linesOf(query, moved)}
    SELECT NULL::bigint AS count, page.* FROM (
      SELECT customer_id AS id, ref, name, ${columns}, unapplied, total FROM lines ORDER BY ${orderOf(query)} ${slice}) page
    UNION ALL
    SELECT count(*), NULL, NULL, NULL, ${totals}, coalesce(sum(unapplied), 0)::bigint, coalesce(sum(total), 0)::bigint FROM lines`.execute(
    tx,
  );
  const { buckets } = query;
  // The totals come last: PostgreSQL appends the second part to the first.
  const sums = rows.pop()!;
  const lines = rows.map((raw) => ({ customerId: raw.id, ref: raw.ref, name: raw.name, ...sumsIn(raw, buckets) }));
  return { lines, totals: sumsIn(sums, buckets), count: sums.count ?? 0 };
}
