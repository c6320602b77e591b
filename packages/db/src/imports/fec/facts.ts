// From staged lines to facts: kinds joined by key, facts of other sources met again, then one INSERT for each table.
import type { FecFactKind } from '@quittance/core/intake';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import type { BooksScope } from './stage.ts';

/** What a line is, for each journal, side and presence of a piece: decided before, joined here. */
export type KindRow = Readonly<{
  journalCode: string;
  isDebit: boolean;
  hasPiece: boolean;
  kind: FecFactKind;
  target: 'invoice' | 'credit_note' | 'payment';
  nature: string;
}>;

/** Makes the table of facts wanted: one row for a line, except transfers. */
export async function createFecFacts(tx: Tx, scope: BooksScope, kinds: readonly KindRow[]): Promise<void> {
  await sql`CREATE TEMP TABLE fec_fact ON COMMIT DROP AS
    SELECT l.row_no, l.entry_on, l.doubtful, l.cents, l.number, l.issued_on, l.due_on, l.label, l.letter_group, l.lettered_on, l.key, c.customer_id,
      CASE WHEN t.is_fact THEN CASE WHEN l.cents > 0 THEN 'invoice' ELSE 'credit_note' END ELSE k.target END AS target,
      CASE WHEN t.is_fact THEN 'adjustment' ELSE k.nature END AS nature,
      k.kind IN ('opening_debt', 'opening_credit') AS is_opening, false AS is_carried
    FROM fec_line l
    JOIN customers c ON c.org_id = current_org() AND c.company_id = ${scope.companyId} AND c.ref = l.customer_ref
    JOIN jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb)
      AS k ("journalCode" text, "isDebit" boolean, "hasPiece" boolean, kind text, nature text, target text)
      ON k."journalCode" = l.journal AND k."isDebit" = (l.cents > 0) AND k."hasPiece" = l.has_piece
    LEFT JOIN fec_transfer t ON t.row_no = l.row_no
    WHERE t.row_no IS NULL OR t.is_fact`.execute(tx);
  await sql`CREATE INDEX ON fec_fact (key)`.execute(tx);
  await sql`ANALYZE fec_fact`.execute(tx);
}

/**
 * A fact of another source (a CSV, a person) that the books hold too: same customer and amount, same number for a document, same day
 * for a payment. The staged line takes its key, so that it is found instead of doubled. Payments made from bank movements are joined before,
 * by nearness of days. Returns how many.
 */
export async function adoptKnownFacts(tx: Tx, scope: BooksScope): Promise<number> {
  const others = await sql<{ any: boolean }>`SELECT EXISTS (
    SELECT 1 FROM imports WHERE org_id = current_org() AND company_id = ${scope.companyId} AND kind <> 'fec' AND status = 'imported')
    OR EXISTS (SELECT 1 FROM payments WHERE org_id = current_org() AND company_id = ${scope.companyId} AND import_id IS NULL) AS any`.execute(
    tx,
  );
  if (!others.rows[0]!.any) return 0;
  const adopted = await sql`
    WITH other AS (
      SELECT 'invoice' AS target, customer_id, gross_cents AS cents, number AS same, source_key, import_id FROM invoices
        WHERE org_id = current_org() AND company_id = ${scope.companyId} AND nature = 'invoice'
      UNION ALL SELECT 'credit_note', customer_id, gross_cents, number, source_key, import_id FROM credit_notes
        WHERE org_id = current_org() AND company_id = ${scope.companyId} AND nature = 'credit_note'
      UNION ALL SELECT 'payment', customer_id, CASE direction WHEN 'in' THEN cents ELSE -cents END, paid_on::text, source_key, import_id
        FROM payments p WHERE org_id = current_org() AND company_id = ${scope.companyId}
          AND NOT EXISTS (SELECT 1 FROM bank_matches k WHERE k.org_id = p.org_id AND k.payment_id = p.payment_id AND NOT k.is_recorded_before)
    ), ranked AS (
      SELECT o.*, row_number() OVER (PARTITION BY o.target, o.customer_id, o.cents, o.same ORDER BY o.source_key) AS n
      FROM other o LEFT JOIN imports m ON m.org_id = current_org() AND m.import_id = o.import_id
      WHERE m.kind IS DISTINCT FROM 'fec'
    ), staged AS (
      SELECT row_no, target, customer_id, CASE target WHEN 'payment' THEN -cents ELSE abs(cents) END AS cents,
        CASE target WHEN 'payment' THEN entry_on::text ELSE number END AS same
      FROM fec_fact WHERE NOT is_opening
    ), counted AS (
      SELECT s.*, row_number() OVER (PARTITION BY s.target, s.customer_id, s.cents, s.same ORDER BY s.row_no) AS n FROM staged s
    )
    UPDATE fec_fact f SET key = r.source_key
    FROM counted c JOIN ranked r USING (target, customer_id, cents, same, n)
    WHERE f.row_no = c.row_no`.execute(tx);
  return Number(adopted.numAffectedRows ?? 0n);
}

/** Facts created by kind. */
export type FactCounts = Readonly<{ invoices: number; creditNotes: number; payments: number }>;

/** Inserts the facts not known yet, receivables with their invoices; carried opening lines make none. */
export async function insertFecFacts(tx: Tx, scope: BooksScope): Promise<FactCounts> {
  const { companyId, importId, currency } = scope;
  const invoices = await sql`
    WITH made AS (
      INSERT INTO invoices (company_id, customer_id, number, nature, issued_on, gross_cents, currency, label, source_key, import_id, source_row)
      SELECT ${companyId}, customer_id, number, nature, issued_on, cents, ${currency}, nullif(label, ''), key, ${importId}, row_no FROM fec_fact
      WHERE target = 'invoice' AND NOT is_carried ORDER BY customer_id, issued_on, row_no
      ON CONFLICT (org_id, company_id, source_key) DO NOTHING RETURNING invoice_id, source_key
    )
    INSERT INTO receivables (company_id, customer_id, invoice_id, issued_on, due_on, due_estimated, gross_cents, currency, doubtful, source_key, import_id)
    SELECT ${companyId}, f.customer_id, m.invoice_id, f.issued_on, f.due_on, true, f.cents, ${currency}, f.doubtful, f.key, ${importId}
    FROM made m JOIN fec_fact f ON f.key = m.source_key`.execute(tx);
  const creditNotes = await sql`
    INSERT INTO credit_notes (company_id, customer_id, number, nature, issued_on, gross_cents, currency, label, source_key, import_id, source_row)
    SELECT ${companyId}, customer_id, number, nature, issued_on, -cents, ${currency}, nullif(label, ''), key, ${importId}, row_no FROM fec_fact
    WHERE target = 'credit_note' AND NOT is_carried ORDER BY customer_id, issued_on, row_no
    ON CONFLICT (org_id, company_id, source_key) DO NOTHING`.execute(tx);
  const payments = await sql`
    INSERT INTO payments (company_id, customer_id, direction, paid_on, cents, currency, reference, source_key, import_id, source_row)
    SELECT ${companyId}, customer_id, nature, entry_on, abs(cents), ${currency}, nullif(label, ''), key, ${importId}, row_no FROM fec_fact
    WHERE target = 'payment' ORDER BY customer_id, entry_on, row_no
    ON CONFLICT (org_id, company_id, source_key) DO NOTHING`.execute(tx);
  const count = (result: { numAffectedRows?: bigint }) => Number(result.numAffectedRows ?? 0n);
  return { invoices: count(invoices), creditNotes: count(creditNotes), payments: count(payments) };
}
