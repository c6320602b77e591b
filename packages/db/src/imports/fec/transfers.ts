// Entries that touch both 411 and 416 of one customer: fetched for the decision, and the decision marked on the staged lines.
import type { DoubtfulTransfers, TransferLine } from '@quittance/core/intake';
import type { Cents, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import type { BooksScope } from './stage.ts';

/** The lines of such entries, in file order; none in most files. */
export async function listTransferLines(tx: Tx): Promise<TransferLine[]> {
  const { rows } = await sql<TransferLine>`
    SELECT l.row_no AS "row", concat_ws(chr(31), l.journal, l.entry_no, l.entry_on) AS entry, l.customer_ref AS "customerRef",
      l.doubtful AS "isDoubtful", l.cents, l.number, coalesce(l.letter_group, '') AS "letterGroup"
    FROM fec_line l
    WHERE EXISTS (SELECT 1 FROM fec_line WHERE doubtful)
      AND (l.journal, l.entry_no, l.entry_on, l.customer_ref) IN (
        SELECT journal, entry_no, entry_on, customer_ref FROM fec_line
        GROUP BY journal, entry_no, entry_on, customer_ref HAVING bool_or(doubtful) AND NOT bool_and(doubtful))
    ORDER BY l.row_no`.execute(tx);
  return rows;
}

/** Marks what was decided: rows without a fact, rows that are adjustments, letter groups joined and doubtful. */
export async function markTransfers(tx: Tx, decided: DoubtfulTransfers): Promise<void> {
  await sql`CREATE TEMP TABLE fec_transfer ON COMMIT DROP AS
    SELECT row_no, false AS is_fact FROM unnest(${[...decided.transferRows]}::integer[]) AS row_no
    UNION ALL SELECT row_no, true FROM unnest(${[...decided.adjustmentRows]}::integer[]) AS row_no`.execute(tx);
  await sql`CREATE TEMP TABLE fec_doubtful_group ON COMMIT DROP AS
    SELECT letter_group FROM unnest(${[...decided.doubtfulGroups]}::text[]) AS letter_group`.execute(tx);
  if (decided.joined.size === 0) return;
  await sql`UPDATE fec_line l SET letter_group = j.into_group
    FROM unnest(${[...decided.joined.keys()]}::text[], ${[...decided.joined.values()]}::text[]) AS j (from_group, into_group)
    WHERE l.letter_group = j.from_group`.execute(tx);
}

/** A receivable that a transfer to 416 may have moved. */
export type TransferCandidate = Readonly<{
  receivableId: ReceivableId;
  customerRef: string;
  number: string;
  cents: Cents;
}>;

/** The receivables of those customers that are open and not doubtful. */
export async function listTransferCandidates(
  tx: Tx,
  scope: BooksScope,
  customerRefs: readonly string[],
): Promise<TransferCandidate[]> {
  const { rows } = await sql<TransferCandidate>`
    SELECT r.receivable_id AS "receivableId", c.ref AS "customerRef", i.number, r.gross_cents AS cents
    FROM customers c
    JOIN receivables r ON r.org_id = c.org_id AND r.company_id = c.company_id AND r.customer_id = c.customer_id AND r.settled_cents < r.gross_cents
    JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    WHERE c.org_id = current_org() AND c.company_id = ${scope.companyId} AND c.ref = ANY(${[...customerRefs]}::text[]) AND NOT r.doubtful
    ORDER BY r.receivable_id`.execute(tx);
  return rows;
}

/** Flags receivables as doubtful: those named, and those of the letter groups that went to 416. */
export async function markDoubtful(tx: Tx, scope: BooksScope, receivableIds: readonly ReceivableId[]): Promise<void> {
  await sql`UPDATE receivables r SET doubtful = true
    WHERE r.org_id = current_org() AND NOT r.doubtful AND (r.receivable_id = ANY(${[...receivableIds]}::bigint[])
      OR r.invoice_id IN (SELECT i.invoice_id FROM fec_doubtful_group g JOIN fec_fact f ON f.letter_group = g.letter_group AND f.target = 'invoice'
        JOIN invoices i ON i.org_id = current_org() AND i.company_id = ${scope.companyId} AND i.source_key = f.key))`.execute(
    tx,
  );
}
