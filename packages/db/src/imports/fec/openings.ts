// Opening entries against what earlier sources left: figures fetched for the decision, the decision marked on the facts wanted.
import type { KnownItem, OpeningLine } from '@quittance/core/intake';
import type { Cents, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { ledgerFacts } from './ledger-facts.ts';
import type { BooksScope } from './stage.ts';

/** A customer's opening lines and what is known of it before the year. */
export type OpeningBalance = Readonly<{
  customerId: CustomerId;
  ref: string;
  openingCents: Cents;
  knownCents: Cents;
  isKnown: boolean;
}>;

/** Whether the file carries opening entries on customer accounts. */
export async function hasFecOpenings(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`SELECT EXISTS (SELECT 1 FROM fec_fact WHERE is_opening) AS any`.execute(
    tx,
  );
  return rows[0]!.any;
}

/**
 * Balances of the customers that have opening lines, or that earlier books knew. Known are the facts of earlier books, and those of other
 * sources dated before the year that the file does not hold itself.
 */
export async function listOpeningBalances(tx: Tx, scope: BooksScope): Promise<OpeningBalance[]> {
  const { companyId, importId, sameYear, from } = scope;
  const { rows } = await sql<OpeningBalance>`
    WITH known AS (
      SELECT f.customer_id, sum(f.cents)::bigint AS cents, count(*) FILTER (WHERE m.kind = 'fec') AS booked
      FROM ${ledgerFacts(companyId)} f
      LEFT JOIN imports m ON m.org_id = current_org() AND m.import_id = f.import_id
      WHERE (f.import_id IS NULL OR f.import_id <> ALL(${[...sameYear, importId]}::bigint[]))
        AND CASE WHEN m.kind = 'fec' THEN m.covers_from_on < ${from} ELSE f.dated_on < ${from} END
        AND f.source_key NOT IN (SELECT key FROM fec_fact WHERE NOT is_opening)
      GROUP BY f.customer_id
    ), opening AS (
      SELECT customer_id, sum(cents)::bigint AS cents FROM fec_fact WHERE is_opening GROUP BY customer_id
    )
    SELECT c.customer_id AS "customerId", c.ref, coalesce(o.cents, 0) AS "openingCents", coalesce(k.cents, 0) AS "knownCents",
      k.customer_id IS NOT NULL AS "isKnown"
    FROM opening o FULL JOIN known k ON k.customer_id = o.customer_id
    JOIN customers c ON c.org_id = current_org() AND c.customer_id = coalesce(o.customer_id, k.customer_id)
    WHERE o.customer_id IS NOT NULL OR k.booked > 0
    ORDER BY c.ref`.execute(tx);
  return rows;
}

/** Marks the opening lines of customers whose balance is carried; adds one fact for each difference, keyed by its day and amount. */
export async function markOpenings(
  tx: Tx,
  decided: Readonly<{
    carried: readonly CustomerId[];
    differences: readonly Readonly<{ customerId: CustomerId; cents: Cents }>[];
  }>,
): Promise<void> {
  const { carried, differences } = decided;
  await sql`CREATE TEMP TABLE fec_carried ON COMMIT DROP AS
    SELECT customer_id FROM unnest(${[...carried, ...differences.map((one) => one.customerId)]}::bigint[]) AS customer_id`.execute(
    tx,
  );
  await sql`UPDATE fec_fact f SET is_carried = true FROM fec_carried c WHERE f.is_opening AND f.customer_id = c.customer_id`.execute(
    tx,
  );
  if (differences.length === 0) return;
  await sql`INSERT INTO fec_fact (row_no, entry_on, doubtful, cents, number, issued_on, due_on, label, key, customer_id, target, nature,
      is_opening, is_carried)
    SELECT 0, o.on_day, false, d.cents, 'AN ' || to_char(o.on_day, 'YYYY'), o.on_day, o.on_day, '',
      md5(concat_ws('|', 'opening difference', o.on_day, d."customerId", d.cents))::uuid, d."customerId",
      CASE WHEN d.cents > 0 THEN 'invoice' ELSE 'credit_note' END, 'adjustment', false, false
    FROM jsonb_to_recordset(${JSON.stringify(differences)}::jsonb) AS d ("customerId" bigint, cents bigint)
    CROSS JOIN (SELECT min(entry_on) AS on_day FROM fec_fact WHERE is_opening) o`.execute(tx);
}

/** A lettered opening line of a carried customer. */
export type LetteredOpening = OpeningLine &
  Readonly<{ customerId: CustomerId; isDebt: boolean; letterGroup: string; letteredOn: Day | null }>;

/** Such lines, by customer. */
export async function listLetteredOpenings(tx: Tx): Promise<LetteredOpening[]> {
  const { rows } = await sql<LetteredOpening>`
    SELECT row_no AS "row", number, abs(cents) AS cents, customer_id AS "customerId", cents > 0 AS "isDebt", letter_group AS "letterGroup",
      lettered_on AS "letteredOn"
    FROM fec_fact WHERE is_carried AND letter_group IS NOT NULL ORDER BY customer_id, row_no`.execute(tx);
  return rows;
}

/** Where an item of the ledger is stored. */
export type ItemKind = 'receivable' | 'credit_note' | 'payment';

/** A known item that opening lines may stand for, with what is open of it apart from this year's lettering. */
export type CarriedItem = KnownItem & Readonly<{ customerId: CustomerId; isDebt: boolean; kind: ItemKind; id: number }>;

/** The items of those customers that the file does not hold itself. */
export async function listCarriedItems(
  tx: Tx,
  scope: BooksScope,
  customerIds: readonly CustomerId[],
): Promise<CarriedItem[]> {
  const mine = [...scope.sameYear, scope.importId];
  const { rows } = await sql<CarriedItem>`
    SELECT x.*, x.source_key::text || x.term AS key, x.left_cents AS cents FROM (
      SELECT 'receivable' AS kind, r.receivable_id AS id, r.customer_id AS "customerId", true AS "isDebt", i.number, r.issued_on AS on, r.currency,
        i.source_key, lpad(r.term_no::text, 4, '0') AS term, i.import_id, r.gross_cents - coalesce(t.cents, 0) AS left_cents
      FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
      LEFT JOIN fec_taken t ON t.kind = 'receivable' AND t.id = r.receivable_id
      WHERE r.org_id = current_org() AND r.customer_id = ANY(${[...customerIds]}::bigint[])
      UNION ALL
      SELECT 'credit_note', c.credit_note_id, c.customer_id, false, c.number, c.issued_on, c.currency, c.source_key, '', c.import_id,
        c.gross_cents - coalesce(t.cents, 0)
      FROM credit_notes c LEFT JOIN fec_taken t ON t.kind = 'credit_note' AND t.id = c.credit_note_id
      WHERE c.org_id = current_org() AND c.customer_id = ANY(${[...customerIds]}::bigint[])
      UNION ALL
      SELECT 'payment', p.payment_id, p.customer_id, p.direction = 'out', coalesce(p.reference, ''), p.paid_on, p.currency, p.source_key, '',
        p.import_id, p.cents - coalesce(t.cents, 0)
      FROM payments p LEFT JOIN fec_taken t ON t.kind = 'payment' AND t.id = p.payment_id
      WHERE p.org_id = current_org() AND p.customer_id = ANY(${[...customerIds]}::bigint[])
    ) x
    WHERE x.left_cents > 0 AND (x.import_id IS NULL OR x.import_id <> ALL(${mine}::bigint[])
      OR x.source_key IN (SELECT key FROM fec_fact WHERE row_no = 0))
      AND x.source_key NOT IN (SELECT key FROM fec_fact WHERE row_no > 0 AND NOT is_carried)`.execute(tx);
  return rows;
}
