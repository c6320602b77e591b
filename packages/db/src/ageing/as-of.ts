// As of a day: open amounts and due dates of any day D from dated facts, as SQL. open(D) = open now + what was allocated after D,
// so that the present costs one pass over what is open, and the past only what moved since.
import type { Cents, CompanyId, Currency, CustomerId, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** One company's ledger in one currency on one day. */
export type LedgerDay = Readonly<{
  companyId: CompanyId;
  currency: Currency;
  on: Day;
  /** Only these customers; left out: all. */
  customers?: readonly CustomerId[];
}>;

/** What is dated after the day: where nothing is, the joins that undo it are left out. */
export type MovedSince = Readonly<{ allocations: boolean; dueDates: boolean }>;

/** Looks whether anything of the organization is dated after the day, whoever asks; two index probes. */
export async function readMovedSince(
  tx: Tx,
  { companyId, on }: Pick<LedgerDay, 'companyId' | 'on'>,
): Promise<MovedSince> {
  const { rows } =
    await sql<MovedSince>`SELECT allocations, due_dates AS "dueDates" FROM moved_since(${companyId}, ${on})`.execute(
      tx,
    );
  return rows[0]!;
}

const dated = (table: 'receivables' | 'credit_notes' | 'payments', day: LedgerDay): RawBuilder<unknown> => {
  const column = { receivables: 'issued_on', credit_notes: 'issued_on', payments: 'paid_on' }[table];
  return sql`t.org_id = current_org() AND t.company_id = ${day.companyId} AND t.currency = ${day.currency}
    AND t.${sql.ref(column)} <= ${day.on}
    ${day.customers === undefined ? sql`` : sql`AND t.customer_id = ANY(${day.customers as CustomerId[]})`}`;
};

// What was allocated after D of the rows that had anything allocated since: those alone are looked up, one by one.
const movedAfter = (on: Day): RawBuilder<unknown> => sql`t.last_allocated_on > ${on}`;
const allocatedAfter = (on: Day, column: string, id: string): RawBuilder<unknown> => sql`(
  SELECT coalesce(sum(a.cents), 0)::bigint FROM allocations a
  WHERE a.org_id = current_org() AND a.${sql.ref(column)} = t.${sql.ref(id)} AND a.allocated_on > ${on})`;

// The due date known on D is the one the first later change replaced.
const changedAfter = (on: Day): RawBuilder<unknown> => sql`LEFT JOIN (
    SELECT DISTINCT ON (receivable_id) receivable_id, old_due_on FROM due_date_changes
    WHERE org_id = current_org() AND changed_on > ${on} ORDER BY receivable_id, changed_on, change_id) d
  ON d.receivable_id = t.receivable_id`;

/**
 * Rows (customer_id, receivable_id, issued_on, due_on, cents) that add up to what was open on the day. One receivable may give several rows,
 * negative ones among them (an allocation undone since); only their sums have a meaning.
 */
export function openRows(day: LedgerDay, moved: MovedSince): RawBuilder<unknown> {
  const due = moved.dueDates ? sql`coalesce(d.old_due_on, t.due_on)` : sql`t.due_on`;
  const changes = moved.dueDates ? changedAfter(day.on) : sql``;
  const now = sql`SELECT t.customer_id, t.receivable_id, t.issued_on, ${due} AS due_on, t.open_cents AS cents FROM receivables t ${changes}
    WHERE ${dated('receivables', day)} AND t.settled_cents < t.gross_cents`;
  if (!moved.allocations) return now;
  return sql`${now} UNION ALL
    SELECT t.customer_id, t.receivable_id, t.issued_on, ${due}, ${allocatedAfter(day.on, 'receivable_id', 'receivable_id')} FROM receivables t ${changes}
    WHERE ${dated('receivables', day)} AND ${movedAfter(day.on)}`;
}

/** Rows (customer_id, cents) that add up to the credits not applied on the day: payments and credit notes, money out negative. */
export function creditRows(day: LedgerDay, moved: MovedSince): RawBuilder<unknown> {
  const now = sql`
    SELECT t.customer_id, t.open_cents AS cents FROM credit_notes t WHERE ${dated('credit_notes', day)} AND t.applied_cents < t.gross_cents
    UNION ALL
    SELECT t.customer_id, CASE t.direction WHEN 'in' THEN t.open_cents ELSE -t.open_cents END FROM payments t
    WHERE ${dated('payments', day)} AND t.applied_cents < t.cents`;
  if (!moved.allocations) return now;
  const { on } = day;
  return sql`${now}
    UNION ALL
    SELECT t.customer_id, ${allocatedAfter(on, 'credit_note_id', 'credit_note_id')} FROM credit_notes t
    WHERE ${dated('credit_notes', day)} AND ${movedAfter(on)}
    UNION ALL
    SELECT t.customer_id, CASE t.direction WHEN 'in' THEN ${allocatedAfter(on, 'payment_id', 'payment_id')}
      ELSE -${allocatedAfter(on, 'refund_id', 'payment_id')} END
    FROM payments t WHERE ${dated('payments', day)} AND ${movedAfter(on)}`;
}

/** Open receivables less unapplied credits on the day: the balance of the customer accounts. */
export async function readBalanceCents(tx: Tx, day: LedgerDay): Promise<Cents> {
  const moved = await readMovedSince(tx, day);
  const { rows } = await sql<{ cents: Cents }>`SELECT (
      coalesce((SELECT sum(cents) FROM (${openRows(day, moved)}) o), 0)
    - coalesce((SELECT sum(cents) FROM (${creditRows(day, moved)}) k), 0))::bigint AS cents`.execute(tx);
  return rows[0]!.cents;
}
