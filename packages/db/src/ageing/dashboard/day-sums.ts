// Day sums: open, late and unapplied on several days, read in one pass over the facts: each counts from its day on, and the days
// are added up from one to the next, so that thirteen month-ends cost hardly more than one.
import { type Cents, type CustomerId, cents, type Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { type LedgerDay, type MovedSince, readMovedSince } from '../as-of.ts';

/** Sums of a day: open receivables, those late, credits not applied. Σ open − Σ unapplied = the balance of the day. */
export type DaySums = Readonly<{ openCents: Cents; overdueCents: Cents; unappliedCents: Cents }>;

type Ledger = Omit<LedgerDay, 'on'>;
// What is added on the day at `place` (from 0) of the ordered days, and on every day after it.
type Step = Readonly<{ place: number; open: Cents; overdue: Cents; unapplied: Cents }>;

const scope = ({ companyId, currency, customers }: Ledger): RawBuilder<unknown> =>
  sql`t.org_id = current_org() AND t.company_id = ${companyId} AND t.currency = ${currency}
    ${customers === undefined ? sql`` : sql`AND t.customer_id = ANY(${customers as CustomerId[]})`}`;
// What was allocated after the first day, read once, whatever it was allocated to; and the receivables among it.
const movedRows = (ledger: Ledger, first: Day): RawBuilder<unknown> =>
  sql`WITH moved AS MATERIALIZED (SELECT receivable_id, payment_id, credit_note_id, refund_id, allocated_on, cents FROM allocations
    WHERE org_id = current_org() AND company_id = ${ledger.companyId} AND allocated_on > ${first}),
    settled AS MATERIALIZED (SELECT t.receivable_id, t.issued_on, t.due_on, greatest(a.allocated_on, t.issued_on) AS settled_on, a.cents
      FROM moved a JOIN receivables t ON t.receivable_id = a.receivable_id WHERE ${scope(ledger)})`;

// What is open now counts from its day of issue; what was allocated after the first day counts until it was.
const receivableFacts = (ledger: Ledger, moved: MovedSince): RawBuilder<unknown> => {
  const now = sql`SELECT t.receivable_id, t.due_on, t.issued_on AS at, t.open_cents AS cents FROM receivables t
    WHERE ${scope(ledger)} AND t.settled_cents < t.gross_cents`;
  if (!moved.allocations) return now;
  return sql`${now} UNION ALL SELECT receivable_id, due_on, issued_on, cents FROM settled
    UNION ALL SELECT receivable_id, due_on, settled_on, -cents FROM settled`;
};

// The due date known on a day is the one the first later change replaced: each stands from one change to the next.
const spans = (first: Day): RawBuilder<unknown> => sql`
  SELECT receivable_id, old_due_on AS due_on, lag(changed_on, 1, '-infinity') OVER w AS since, changed_on AS until
  FROM due_date_changes WHERE org_id = current_org() AND changed_on > ${first}
  WINDOW w AS (PARTITION BY receivable_id ORDER BY changed_on, change_id)
  UNION ALL
  SELECT receivable_id, NULL, max(changed_on), NULL FROM due_date_changes
  WHERE org_id = current_org() AND changed_on > ${first} GROUP BY receivable_id`;

// Each fact counts as open from a day on and as late from another on: a sum by day of each.
const owed = (ledger: Ledger, first: Day, moved: MovedSince): RawBuilder<unknown> => {
  const facts = receivableFacts(ledger, moved);
  if (!moved.dueDates)
    return sql`SELECT f.at, sum(f.cents) AS open, 0 AS overdue, 0 AS unapplied FROM (${facts}) f GROUP BY 1
      UNION ALL SELECT greatest(f.at, f.due_on + 1), 0, sum(f.cents), 0 FROM (${facts}) f GROUP BY 1`;
  return sql`SELECT x.at, sum(x.open) AS open, sum(x.overdue) AS overdue, 0 AS unapplied FROM (${facts}) f
    LEFT JOIN (${spans(first)}) s ON s.receivable_id = f.receivable_id
    CROSS JOIN LATERAL (VALUES (f.at, CASE WHEN s.until IS NULL THEN f.cents ELSE 0 END, 0),
      (least(greatest(f.at, coalesce(s.due_on, f.due_on) + 1, s.since), s.until), 0, f.cents),
      (coalesce(s.until, 'infinity'), 0, -f.cents)) x (at, open, overdue) GROUP BY 1`;
};

const CREDITS = [
  {
    table: 'credit_notes',
    day: 'issued_on',
    total: 'gross_cents',
    id: 'credit_note_id',
    by: 'credit_note_id',
    sign: 1,
  },
  { table: 'payments', day: 'paid_on', total: 'cents', id: 'payment_id', by: 'payment_id', sign: 1 },
  { table: 'payments', day: 'paid_on', total: 'cents', id: 'payment_id', by: 'refund_id', sign: -1 },
] as const;

const credits = (ledger: Ledger, first: Day, moved: MovedSince): RawBuilder<unknown> =>
  sql.join(
    CREDITS.flatMap(({ table, day, total, id, by, sign }) => {
      const on = sql.ref(`t.${day}`);
      const within = table === 'payments' ? sql`AND (t.direction = 'in') = ${sign > 0}::boolean` : sql``;
      const now = sql`SELECT ${on} AS at, 0 AS open, 0 AS overdue, ${sign}::int * sum(t.open_cents) AS unapplied FROM ${sql.table(table)} t
        WHERE ${scope(ledger)} ${within} AND t.applied_cents < ${sql.ref(`t.${total}`)} GROUP BY 1`;
      // What was applied on the day it came in never stood unapplied: nothing of it was allocated later.
      const later = sql`SELECT x.at, 0, 0, ${sign}::int * sum(x.cents) FROM moved a JOIN ${sql.table(table)} t ON ${sql.ref(`t.${id}`)} = ${sql.ref(`a.${by}`)}
        CROSS JOIN LATERAL (VALUES (${on}, a.cents), (a.allocated_on, -a.cents)) x (at, cents)
        WHERE ${scope(ledger)} ${within} AND t.last_allocated_on > ${first} AND t.last_allocated_on > ${on}
          AND a.allocated_on > ${on} GROUP BY 1`;
      return moved.allocations ? [now, later] : [now];
    }),
    sql` UNION ALL `,
  );

const stepsOf = (ledger: Ledger, days: readonly Day[], moved: MovedSince): RawBuilder<Step> => {
  const first = days[0]!;
  return sql`${moved.allocations ? movedRows(ledger, first) : sql``} SELECT width_bucket(at - 1, ${days as Day[]}::date[]) AS place, sum(open)::bigint AS open, sum(overdue)::bigint AS overdue,
      sum(unapplied)::bigint AS unapplied
    FROM (${owed(ledger, first, moved)} UNION ALL ${credits(ledger, first, moved)}) p GROUP BY 1 ORDER BY 1`;
};

/** The sums of each of these days, in the order given. */
export async function readDaySums(tx: Tx, ledger: Ledger, days: readonly Day[]): Promise<DaySums[]> {
  const ordered = [...new Set(days)].sort();
  const first = ordered[0];
  if (first === undefined) return [];
  const moved = await readMovedSince(tx, { ...ledger, on: first });
  const { rows } = await stepsOf(ledger, ordered, moved).execute(tx);
  let [open, overdue, unapplied] = [0, 0, 0];
  const sums = new Map<Day, DaySums>();
  for (const [place, on] of ordered.entries()) {
    const step = rows.find((row) => row.place === place);
    open += step?.open ?? 0;
    overdue += step?.overdue ?? 0;
    unapplied += step?.unapplied ?? 0;
    sums.set(on, { openCents: cents(open), overdueCents: cents(overdue), unappliedCents: cents(unapplied) });
  }
  return days.map((on) => sums.get(on)!);
}
