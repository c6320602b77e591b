// Customers changed by hand, one or many: each change with its line of journal; what was changed so is left alone by imports.
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Fields people change. */
export type HandField = 'kind' | 'language' | 'segment' | 'owner' | 'scenario' | 'terms' | 'limit';

const COLUMNS: Readonly<Record<HandField, { name: RawBuilder<unknown>; type: RawBuilder<unknown> }>> = {
  kind: { name: sql`kind`, type: sql`text` },
  language: { name: sql`language`, type: sql`text` },
  segment: { name: sql`segment`, type: sql`text` },
  owner: { name: sql`owner_email`, type: sql`text` },
  scenario: { name: sql`scenario`, type: sql`text` },
  terms: { name: sql`payment_terms`, type: sql`text` },
  limit: { name: sql`credit_limit_cents`, type: sql`bigint` },
};

/** Lines of the journal a change wrote; both null where nothing changed. */
export type Changed = Readonly<{ customers: number; firstSeq: number | null; lastSeq: number | null }>;

/** Sets a field of customers that have another value, in order of id; each is told in the journal with what it was. */
export async function setField(
  tx: Tx,
  change: Readonly<{
    companyId: CompanyId;
    ids: readonly CustomerId[];
    field: HandField;
    to: string | number | null;
    actor: string;
  }>,
): Promise<Changed> {
  const { name, type } = COLUMNS[change.field];
  const to = sql`${change.to === null ? null : String(change.to)}::${type}`;
  const { rows } = await sql<{ customers: number; firstSeq: number | null; lastSeq: number | null }>`
    WITH before AS (
      SELECT customer_id, ${name}::text AS was FROM customers WHERE org_id = current_org() AND company_id = ${change.companyId}
        AND customer_id = ANY(${change.ids as readonly number[]}::bigint[]) AND ${name} IS DISTINCT FROM ${to} ORDER BY customer_id FOR UPDATE
    ), done AS (
      UPDATE customers c SET ${name} = ${to}, by_hand = CASE WHEN ${change.field}::text = ANY(c.by_hand) THEN c.by_hand
          ELSE c.by_hand || ${change.field}::text END
      FROM before b WHERE c.org_id = current_org() AND c.customer_id = b.customer_id RETURNING c.customer_id, b.was
    ), told AS (
      SELECT append_event(${change.actor}, 'customer.changed', 'customer', customer_id::text,
        jsonb_build_object('set', ${change.field}::text, 'before', was, 'after', ${to}::text)::text) AS seq
      FROM (SELECT * FROM done ORDER BY customer_id) in_order
    )
    SELECT count(*) AS customers, min(seq) AS "firstSeq", max(seq) AS "lastSeq" FROM told`.execute(tx);
  const { customers, firstSeq, lastSeq } = rows[0]!;
  return { customers: Number(customers), firstSeq, lastSeq };
}

/** Puts back what one's own lines of the journal changed, where the value still is the one they set. Returns the ids. */
export async function undoFields(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; firstSeq: number; lastSeq: number; actor: string }>,
): Promise<CustomerId[]> {
  const ids: CustomerId[] = [];
  for (const field of Object.keys(COLUMNS) as HandField[]) {
    const { name, type } = COLUMNS[field];
    const { rows } = await sql<{ customerId: CustomerId }>`
      WITH told AS (
        SELECT subject_id::bigint AS customer_id, payload::jsonb ->> 'before' AS was, payload::jsonb ->> 'after' AS now FROM events
        WHERE org_id = current_org() AND seq BETWEEN ${of.firstSeq} AND ${of.lastSeq} AND actor = ${of.actor} AND kind = 'customer.changed'
          AND payload::jsonb ->> 'set' = ${field}::text
      ), done AS (
        UPDATE customers c SET ${name} = t.was::${type} FROM told t WHERE c.org_id = current_org() AND c.company_id = ${of.companyId}
          AND c.customer_id = t.customer_id AND c.${name}::text IS NOT DISTINCT FROM t.now RETURNING c.customer_id, t.was, t.now
      ), undone AS (
        SELECT customer_id, append_event(${of.actor}, 'customer.changed', 'customer', customer_id::text,
          jsonb_build_object('set', ${field}::text, 'before', now, 'after', was, 'undoes', ${of.firstSeq}::bigint)::text)
        FROM (SELECT * FROM done ORDER BY customer_id) in_order
      )
      SELECT customer_id AS "customerId" FROM undone`.execute(tx);
    ids.push(...rows.map((row) => row.customerId));
  }
  return ids;
}

/** A hold on each of these customers as a whole, told in the journal. */
export async function holdMany(
  tx: Tx,
  order: Readonly<{
    companyId: CompanyId;
    ids: readonly CustomerId[];
    reason: string;
    fromOn: Day;
    untilOn: Day | null;
    note: string;
    actor: string;
  }>,
): Promise<Changed> {
  const { rows } = await sql<{ customers: number; firstSeq: number | null; lastSeq: number | null }>`
    WITH made AS (
      INSERT INTO holds (company_id, customer_id, reason, from_on, until_on, note, author)
      SELECT ${order.companyId}, customer_id, ${order.reason}, ${order.fromOn}, ${order.untilOn}, ${order.note}, ${order.actor} FROM customers
      WHERE org_id = current_org() AND company_id = ${order.companyId} AND customer_id = ANY(${order.ids as readonly number[]}::bigint[])
      ORDER BY customer_id RETURNING hold_id, customer_id
    ), told AS (
      SELECT append_event(${order.actor}, 'hold.placed', 'hold', hold_id::text, jsonb_build_object('customerId', customer_id,
        'reason', ${order.reason}::text, 'fromOn', ${order.fromOn}::text, 'untilOn', ${order.untilOn}::text, 'note', ${order.note}::text)::text) AS seq
      FROM made
    )
    SELECT count(*) AS customers, min(seq) AS "firstSeq", max(seq) AS "lastSeq" FROM told`.execute(tx);
  const { customers, firstSeq, lastSeq } = rows[0]!;
  return { customers: Number(customers), firstSeq, lastSeq };
}

/** Lifts holds by hand on these customers as a whole, told in the journal; holds of other reasons stay. */
export async function freeMany(
  tx: Tx,
  order: Readonly<{ companyId: CompanyId; ids: readonly CustomerId[]; on: Day; actor: string }>,
): Promise<Changed> {
  const { rows } = await sql<{ customers: number; firstSeq: number | null; lastSeq: number | null }>`
    WITH done AS (
      UPDATE holds SET lifted_on = ${order.on}, lifted_by = ${order.actor} WHERE org_id = current_org() AND company_id = ${order.companyId}
        AND customer_id = ANY(${order.ids as readonly number[]}::bigint[]) AND receivable_id IS NULL AND reason = 'manual' AND lifted_on IS NULL
        AND (until_on IS NULL OR until_on >= ${order.on}) RETURNING hold_id, customer_id
    ), told AS (
      SELECT customer_id, append_event(${order.actor}, 'hold.lifted', 'hold', hold_id::text,
        jsonb_build_object('on', ${order.on}::text, 'note', '')::text) AS seq FROM done
    )
    SELECT count(DISTINCT customer_id) AS customers, min(seq) AS "firstSeq", max(seq) AS "lastSeq" FROM told`.execute(
    tx,
  );
  const { customers, firstSeq, lastSeq } = rows[0]!;
  return { customers: Number(customers), firstSeq, lastSeq };
}

/** Takes back one's own holds placed or lifted by those lines of the journal: placed ones are lifted, lifted ones placed again. */
export async function undoHolds(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; firstSeq: number; lastSeq: number; on: Day; actor: string }>,
): Promise<CustomerId[]> {
  const { rows } = await sql<{ customerId: CustomerId }>`
    WITH told AS (
      SELECT kind, subject_id::bigint AS hold_id FROM events WHERE org_id = current_org() AND seq BETWEEN ${of.firstSeq} AND ${of.lastSeq}
        AND actor = ${of.actor} AND kind IN ('hold.placed', 'hold.lifted') AND subject_type = 'hold'
    ), lifted AS (
      UPDATE holds h SET lifted_on = ${of.on}, lifted_by = ${of.actor} FROM told t WHERE h.org_id = current_org() AND h.company_id = ${of.companyId}
        AND h.hold_id = t.hold_id AND t.kind = 'hold.placed' AND h.lifted_on IS NULL RETURNING h.hold_id, h.customer_id
    ), placed AS (
      INSERT INTO holds (company_id, customer_id, reason, from_on, until_on, note, author)
      SELECT h.company_id, h.customer_id, h.reason, ${of.on}, h.until_on, h.note, ${of.actor} FROM holds h JOIN told t ON t.hold_id = h.hold_id
      WHERE h.org_id = current_org() AND h.company_id = ${of.companyId} AND t.kind = 'hold.lifted' RETURNING hold_id, customer_id
    ), undone AS (
      SELECT customer_id, append_event(${of.actor}, 'hold.lifted', 'hold', hold_id::text,
        jsonb_build_object('on', ${of.on}::text, 'note', '', 'undoes', ${of.firstSeq}::bigint)::text) FROM lifted
      UNION ALL
      SELECT customer_id, append_event(${of.actor}, 'hold.placed', 'hold', hold_id::text,
        jsonb_build_object('customerId', customer_id, 'undoes', ${of.firstSeq}::bigint)::text) FROM placed
    )
    SELECT DISTINCT customer_id AS "customerId" FROM undone`.execute(tx);
  return rows.map((row) => row.customerId);
}
