// Lettering: group members streamed in order for the decision, wanted allocations copied in, compared with those recorded, stored.
import type { Cents, Currency, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { copyIn, streamRows, type Tx } from '../../tx/index.ts';
import type { ItemKind } from './openings.ts';
import { type BooksScope, copyText } from './stage.ts';

/**
 * Prepares the tables of the lettering. `fec_taken` is what other allocations than this year's lettering hold of each item: those made by
 * hand or by the matcher, and those of other years, are respected.
 */
export async function createLetteringStage(tx: Tx, scope: BooksScope): Promise<void> {
  const other = sql`org_id = current_org() AND company_id = ${scope.companyId}
    AND NOT (origin = 'lettering' AND import_id = ANY(${[...scope.sameYear]}::bigint[]))`;
  await sql`CREATE TEMP TABLE fec_taken ON COMMIT DROP AS
    SELECT 'receivable' AS kind, receivable_id AS id, sum(cents)::bigint AS cents FROM allocations
      WHERE ${other} AND receivable_id IS NOT NULL GROUP BY receivable_id HAVING sum(cents) <> 0
    UNION ALL SELECT 'credit_note', credit_note_id, sum(cents)::bigint FROM allocations
      WHERE ${other} AND credit_note_id IS NOT NULL GROUP BY credit_note_id HAVING sum(cents) <> 0
    UNION ALL SELECT 'payment', payment_id, sum(cents)::bigint FROM allocations
      WHERE ${other} AND payment_id IS NOT NULL GROUP BY payment_id HAVING sum(cents) <> 0
    UNION ALL SELECT 'payment', refund_id, sum(cents)::bigint FROM allocations
      WHERE ${other} AND refund_id IS NOT NULL GROUP BY refund_id HAVING sum(cents) <> 0`.execute(tx);
  await sql`CREATE INDEX ON fec_taken (kind, id)`.execute(tx);
  await sql`CREATE TEMP TABLE fec_tie (letter_group text COLLATE "C", lettered_on date, row_no integer, kind text, id bigint, is_debt boolean,
    on_day date, key text COLLATE "C", cents bigint) ON COMMIT DROP`.execute(tx);
  await sql`CREATE TEMP TABLE fec_alloc (payment_id bigint, credit_note_id bigint, receivable_id bigint, refund_id bigint, cents bigint,
    allocated_on date, lettering text) ON COMMIT DROP`.execute(tx);
  await sql`ANALYZE fec_taken`.execute(tx);
}

/** A known item that stands for a lettered opening line, in that line's group. */
export type TieRow = Readonly<{
  letterGroup: string;
  letteredOn: Day | null;
  row: number;
  kind: ItemKind;
  id: number;
  isDebt: boolean;
  on: Day;
  key: string;
  cents: Cents;
}>;

/** Adds such items to their groups. */
export async function insertTies(tx: Tx, ties: readonly TieRow[]): Promise<void> {
  await sql`INSERT INTO fec_tie (letter_group, lettered_on, row_no, kind, id, is_debt, on_day, key, cents)
    SELECT t."letterGroup", t."letteredOn", t."row", t.kind, t.id, t."isDebt", t."on", t.key, t.cents
    FROM jsonb_to_recordset(${JSON.stringify(ties)}::jsonb) AS t ("letterGroup" text, "letteredOn" date, "row" integer, kind text, id bigint,
      "isDebt" boolean, "on" date, key text, cents bigint)`.execute(tx);
}

/** One item of a letter group: the size of its line, and what may still be allocated of it. */
export type GroupMember = Readonly<{
  letterGroup: string;
  letteredOn: Day | null;
  kind: ItemKind;
  id: number;
  isDebt: boolean;
  on: Day;
  key: string;
  grossCents: Cents;
  leftCents: Cents;
}>;

/** The members of all groups, group after group, in file order. An invoice in several terms gives one member for each. */
export function streamGroupMembers(tx: Tx, scope: BooksScope): AsyncGenerator<GroupMember> {
  const { companyId } = scope;
  const members = sql<GroupMember>`
    SELECT x.letter_group AS "letterGroup", x.lettered_on AS "letteredOn", x.kind, x.id, x.is_debt AS "isDebt", x.on_day AS "on", x.key COLLATE "C" AS key,
      x.gross AS "grossCents", x.gross - coalesce(t.cents, 0) AS "leftCents"
    FROM (
      SELECT f.letter_group, f.lettered_on, f.row_no, 'receivable' AS kind, r.receivable_id AS id, true AS is_debt, r.issued_on AS on_day,
        f.key::text || lpad(r.term_no::text, 4, '0') AS key, r.gross_cents AS gross
      FROM fec_fact f
      JOIN invoices i ON i.org_id = current_org() AND i.company_id = ${companyId} AND i.source_key = f.key
      JOIN receivables r ON r.org_id = i.org_id AND r.invoice_id = i.invoice_id
      WHERE f.target = 'invoice' AND f.letter_group IS NOT NULL AND NOT f.is_carried
      UNION ALL
      SELECT f.letter_group, f.lettered_on, f.row_no, 'credit_note', c.credit_note_id, false, c.issued_on, f.key::text, c.gross_cents
      FROM fec_fact f JOIN credit_notes c ON c.org_id = current_org() AND c.company_id = ${companyId} AND c.source_key = f.key
      WHERE f.target = 'credit_note' AND f.letter_group IS NOT NULL AND NOT f.is_carried
      UNION ALL
      SELECT f.letter_group, f.lettered_on, f.row_no, 'payment', p.payment_id, p.direction = 'out', p.paid_on, f.key::text, p.cents
      FROM fec_fact f JOIN payments p ON p.org_id = current_org() AND p.company_id = ${companyId} AND p.source_key = f.key
      WHERE f.target = 'payment' AND f.letter_group IS NOT NULL
    ) x LEFT JOIN fec_taken t ON t.kind = x.kind AND t.id = x.id
    UNION ALL
    SELECT letter_group, lettered_on, kind, id, is_debt, on_day, key, cents, cents FROM fec_tie
    ORDER BY "letterGroup", "on", key`;
  return streamRows(tx, { compile: () => members.compile(tx) }, 4_000);
}

/** A wanted allocation. */
export type WantedAllocation = Readonly<{
  credit: Readonly<{ kind: ItemKind; id: number }>;
  debt: Readonly<{ kind: ItemKind; id: number }>;
  cents: Cents;
  on: Day;
  lettering: string;
}>;

const idOf = (item: { kind: ItemKind; id: number }, kind: ItemKind): string =>
  item.kind === kind ? String(item.id) : '\\N';

/** Copies wanted allocations in. */
export async function stageAllocations(tx: Tx, wanted: readonly WantedAllocation[]): Promise<void> {
  const text = wanted
    .map(
      ({ credit, debt, cents, on, lettering }) =>
        `${idOf(credit, 'payment')}\t${idOf(credit, 'credit_note')}\t${idOf(debt, 'receivable')}\t${idOf(debt, 'payment')}\t${cents}\t${on}\t${copyText(lettering)}\n`,
    )
    .join('');
  await copyIn(tx, 'COPY fec_alloc FROM STDIN', [text]);
}

/** Undoes, by new negative lines dated the import's day, this year's lettering that the file no longer holds or holds otherwise. */
async function undoLettering(tx: Tx, scope: BooksScope): Promise<number> {
  const { companyId, importId, on, actor, sameYear } = scope;
  await sql`CREATE TEMP TABLE fec_recorded ON COMMIT DROP AS
    SELECT a.* FROM allocations a
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.origin = 'lettering' AND a.import_id = ANY(${[...sameYear]}::bigint[])
      AND a.cents > 0 AND NOT EXISTS (SELECT 1 FROM allocations u WHERE u.org_id = a.org_id AND u.reverses_allocation_id = a.allocation_id)`.execute(
    tx,
  );
  await sql`CREATE TEMP TABLE fec_kept ON COMMIT DROP AS
    WITH pair AS (SELECT coalesce(payment_id, 0) AS p, coalesce(credit_note_id, 0) AS c, coalesce(receivable_id, 0) AS r, coalesce(refund_id, 0) AS o,
        sum(cents) AS cents FROM fec_recorded GROUP BY 1, 2, 3, 4),
      want AS (SELECT coalesce(payment_id, 0) AS p, coalesce(credit_note_id, 0) AS c, coalesce(receivable_id, 0) AS r, coalesce(refund_id, 0) AS o,
        sum(cents) AS cents FROM fec_alloc GROUP BY 1, 2, 3, 4)
    SELECT p, c, r, o FROM pair JOIN want USING (p, c, r, o, cents)`.execute(tx);
  await sql`CREATE INDEX ON fec_kept (p, c, r, o)`.execute(tx);
  const isKept = (
    row: string,
  ) => sql`EXISTS (SELECT 1 FROM fec_kept k WHERE k.p = coalesce(${sql.ref(row)}.payment_id, 0)
    AND k.c = coalesce(${sql.ref(row)}.credit_note_id, 0) AND k.r = coalesce(${sql.ref(row)}.receivable_id, 0)
    AND k.o = coalesce(${sql.ref(row)}.refund_id, 0))`;
  await sql`DELETE FROM fec_alloc w WHERE ${isKept('w')}`.execute(tx);
  const undone = await sql`
    INSERT INTO allocations (company_id, payment_id, credit_note_id, receivable_id, refund_id, allocated_on, cents, currency, origin, lettering,
      reverses_allocation_id, import_id, actor)
    SELECT a.company_id, a.payment_id, a.credit_note_id, a.receivable_id, a.refund_id, greatest(a.allocated_on, ${on}::date), -a.cents, a.currency,
      a.origin, a.lettering, a.allocation_id, ${importId}, ${actor}
    FROM fec_recorded a WHERE NOT ${isKept('a')}`.execute(tx);
  return Number(undone.numAffectedRows ?? 0n);
}

/**
 * A new allocation of an item that once had one undone is not dated before that: the past would otherwise count both.
 */
async function datePastReversals(tx: Tx, scope: BooksScope): Promise<void> {
  await sql`WITH undone AS (
      SELECT x.kind, x.id, max(x.allocated_on) AS on_day FROM (
        SELECT 'payment' AS kind, payment_id AS id, allocated_on FROM allocations
          WHERE org_id = current_org() AND company_id = ${scope.companyId} AND reverses_allocation_id IS NOT NULL
        UNION ALL SELECT 'payment', refund_id, allocated_on FROM allocations
          WHERE org_id = current_org() AND company_id = ${scope.companyId} AND reverses_allocation_id IS NOT NULL
        UNION ALL SELECT 'credit_note', credit_note_id, allocated_on FROM allocations
          WHERE org_id = current_org() AND company_id = ${scope.companyId} AND reverses_allocation_id IS NOT NULL
        UNION ALL SELECT 'receivable', receivable_id, allocated_on FROM allocations
          WHERE org_id = current_org() AND company_id = ${scope.companyId} AND reverses_allocation_id IS NOT NULL
      ) x WHERE x.id IS NOT NULL GROUP BY x.kind, x.id
    ), latest AS (
      SELECT w.ctid AS at, greatest(p.on_day, c.on_day, r.on_day, o.on_day) AS on_day FROM fec_alloc w
      LEFT JOIN undone p ON p.kind = 'payment' AND p.id = w.payment_id
      LEFT JOIN undone c ON c.kind = 'credit_note' AND c.id = w.credit_note_id
      LEFT JOIN undone r ON r.kind = 'receivable' AND r.id = w.receivable_id
      LEFT JOIN undone o ON o.kind = 'payment' AND o.id = w.refund_id
    )
    UPDATE fec_alloc w SET allocated_on = greatest(w.allocated_on, l.on_day) FROM latest l
    WHERE w.ctid = l.at AND l.on_day > w.allocated_on`.execute(tx);
}

/** Brings the recorded lettering to the wanted one. */
export async function applyLettering(tx: Tx, scope: BooksScope): Promise<{ added: number; undone: number }> {
  const { companyId, importId, currency, actor } = scope;
  const undone = scope.sameYear.length > 0 ? await undoLettering(tx, scope) : 0;
  const everUndone = await sql<{ any: boolean }>`SELECT EXISTS (SELECT 1 FROM allocations
    WHERE org_id = current_org() AND company_id = ${companyId} AND reverses_allocation_id IS NOT NULL) AS any`.execute(
    tx,
  );
  if (everUndone.rows[0]!.any) await datePastReversals(tx, scope);
  const added = await sql`
    INSERT INTO allocations (company_id, payment_id, credit_note_id, receivable_id, refund_id, allocated_on, cents, currency, origin, lettering,
      import_id, actor)
    SELECT ${companyId}, payment_id, credit_note_id, receivable_id, refund_id, allocated_on, cents, ${currency as Currency}, 'lettering', lettering,
      ${importId}, ${actor}
    FROM fec_alloc`.execute(tx);
  return { added: Number(added.numAffectedRows ?? 0n), undone };
}
