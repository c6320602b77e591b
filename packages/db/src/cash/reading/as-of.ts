// Cash as of a day: what waited then and what was open then, as SQL. open(D) = open now + what was allocated after D.
import type { Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import { isVoid, isWaiting } from '../conditions.ts';

/** The day things are seen on: later facts are not. With `still`, of what was so then only what is so now as well. */
export type SeenOn = Readonly<{ on: Day; still: boolean }>;

// A match counts from the day of its money, as its allocations do, until its decision was undone.
const matchedThen = (on: Day): RawBuilder<unknown> => sql`coalesce((SELECT sum(m.cents) FROM bank_matches m
  JOIN bank_decisions d ON d.org_id = m.org_id AND d.decision_id = m.decision_id
  JOIN payments p ON p.org_id = m.org_id AND p.payment_id = m.payment_id
  WHERE m.org_id = t.org_id AND m.transaction_id = t.transaction_id AND m.reverses_match_id IS NULL AND p.paid_on <= ${on}
    AND (d.undone_on IS NULL OR d.undone_on > ${on})), 0)::bigint`;

/** Of movement `t`: what is left of it to be matched (positive), and whether it waits. */
export function waitingSeen(seen?: SeenOn): Readonly<{ left: RawBuilder<unknown>; waits: RawBuilder<unknown> }> {
  const now = sql`abs(t.cents) - t.matched_cents`;
  if (!seen) return { left: now, waits: isWaiting };
  const { on, still } = seen;
  const then = sql`abs(t.cents) - ${matchedThen(on)}`;
  const left = still ? sql`least(${now}, ${then})` : then;
  const isThere = still
    ? sql`t.set_aside_reason IS NULL`
    : sql`(t.set_aside_reason IS NULL OR (NOT ${isVoid} AND t.set_aside_at::date > ${on}))`;
  return { left, waits: sql`t.booked_on <= ${on} AND ${isThere} AND ${left} > 0` };
}

/** A table whose rows allocations settle. */
export type Settled = Readonly<{
  alias: string;
  id: 'receivable_id' | 'credit_note_id';
  settled: 'settled_cents' | 'applied_cents';
}>;

/** Of a term or a credit note: what is open of it, and whether it is open. */
export function openSeen(
  { alias, id, settled }: Settled,
  seen?: SeenOn,
): Readonly<{ cents: RawBuilder<unknown>; isOpen: RawBuilder<unknown> }> {
  const [now, gross, done, last] = ['open_cents', 'gross_cents', settled, 'last_allocated_on'].map((column) =>
    sql.ref(`${alias}.${column}`),
  );
  const isOpen = sql`${done} < ${gross}`;
  if (!seen) return { cents: sql`${now}`, isOpen };
  const { on, still } = seen;
  const after = sql`(CASE WHEN ${last} > ${on} THEN (SELECT coalesce(sum(a.cents), 0) FROM allocations a
    WHERE a.org_id = ${sql.ref(`${alias}.org_id`)} AND a.${sql.ref(id)} = ${sql.ref(`${alias}.${id}`)} AND a.allocated_on > ${on}) ELSE 0 END)::bigint`;
  const then = sql`${now} + ${after}`;
  const cents = still ? sql`least(${now}, ${then})` : then;
  const moved = still ? isOpen : sql`(${isOpen} OR ${last} > ${on})`;
  return { cents, isOpen: sql`${sql.ref(`${alias}.issued_on`)} <= ${on} AND ${moved} AND ${cents} > 0` };
}
