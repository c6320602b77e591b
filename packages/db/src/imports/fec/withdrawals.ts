// Lines that a newer export of a year no longer holds: the fact stays, an opposite fact dated the import's day cancels it.
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { ledgerFacts } from './ledger-facts.ts';
import type { BooksScope } from './stage.ts';

const cancelledBy = sql`md5('withdrawn ' || v.source_key)::uuid`;

/** A line that comes back after having been withdrawn is a new line: it gets another key, as often as that happened. */
export async function rekeyReturned(tx: Tx, scope: BooksScope): Promise<void> {
  for (;;) {
    const changed = await sql`UPDATE fec_fact f SET key = md5('again ' || f.key)::uuid
      FROM ${ledgerFacts(scope.companyId)} v WHERE v.source_key = md5('withdrawn ' || f.key)::uuid`.execute(tx);
    if ((changed.numAffectedRows ?? 0n) === 0n) return;
  }
}

/** Finds the facts that earlier exports of the year brought and that the file no longer holds; returns how many. */
export async function findWithdrawn(tx: Tx, scope: BooksScope): Promise<number> {
  const made = await sql`CREATE TEMP TABLE fec_withdrawn ON COMMIT DROP AS
    WITH mine AS (SELECT * FROM ${ledgerFacts(scope.companyId)} m WHERE m.import_id = ANY(${[...scope.sameYear]}::bigint[]))
    SELECT v.source_key, v.customer_id, v.cents, ${cancelledBy} AS new_key FROM mine v
    WHERE NOT EXISTS (SELECT 1 FROM fec_fact f WHERE f.key = v.source_key AND NOT f.is_carried)
      AND NOT EXISTS (SELECT 1 FROM mine w WHERE w.source_key = ${cancelledBy})
      AND NOT EXISTS (SELECT 1 FROM mine o WHERE v.source_key = md5('withdrawn ' || o.source_key)::uuid)`.execute(tx);
  void made;
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM fec_withdrawn`.execute(tx);
  return rows[0]!.n;
}

/** Cancels them: an invoice by a credit, a credit by a debt, money by money the other way; allocated to each other as far as open. */
export async function cancelWithdrawn(tx: Tx, scope: BooksScope): Promise<void> {
  const { companyId, importId, currency, on, actor } = scope;
  const ledger = sql`org_id = current_org() AND company_id = ${companyId}`;
  await sql`INSERT INTO credit_notes (company_id, customer_id, number, nature, issued_on, gross_cents, currency, label, source_key, import_id)
    SELECT ${companyId}, i.customer_id, i.number, 'adjustment', greatest(${on}::date, i.issued_on), i.gross_cents, i.currency, 'withdrawn', w.new_key,
      ${importId}
    FROM fec_withdrawn w JOIN invoices i ON i.org_id = current_org() AND i.company_id = ${companyId} AND i.source_key = w.source_key`.execute(
    tx,
  );
  await sql`WITH made AS (
      INSERT INTO invoices (company_id, customer_id, number, nature, issued_on, gross_cents, currency, label, source_key, import_id)
      SELECT ${companyId}, c.customer_id, c.number, 'adjustment', greatest(${on}::date, c.issued_on), c.gross_cents, c.currency, 'withdrawn', w.new_key,
        ${importId}
      FROM fec_withdrawn w JOIN credit_notes c ON c.org_id = current_org() AND c.company_id = ${companyId} AND c.source_key = w.source_key
      RETURNING *)
    INSERT INTO receivables (company_id, customer_id, invoice_id, issued_on, due_on, gross_cents, currency, source_key, import_id)
    SELECT company_id, customer_id, invoice_id, issued_on, issued_on, gross_cents, currency, source_key, import_id FROM made`.execute(
    tx,
  );
  await sql`INSERT INTO payments (company_id, customer_id, direction, paid_on, cents, currency, reference, reverses_payment_id, source_key, import_id)
    SELECT ${companyId}, p.customer_id, CASE p.direction WHEN 'in' THEN 'out' ELSE 'in' END, greatest(${on}::date, p.paid_on), p.cents, p.currency,
      'withdrawn', CASE p.direction WHEN 'in' THEN p.payment_id END, w.new_key, ${importId}
    FROM fec_withdrawn w JOIN payments p ON p.org_id = current_org() AND p.company_id = ${companyId} AND p.source_key = w.source_key`.execute(
    tx,
  );
  await sql`INSERT INTO allocations (company_id, payment_id, credit_note_id, receivable_id, refund_id, allocated_on, cents, currency, origin,
      import_id, actor)
    SELECT ${companyId}, x.payment_id, x.credit_note_id, x.receivable_id, x.refund_id, greatest(${on}::date, x.on_day), x.cents, ${currency}, 'file',
      ${importId}, ${actor}
    FROM (
      SELECT NULL::bigint AS payment_id, n.credit_note_id, r.receivable_id, NULL::bigint AS refund_id, r.open_cents AS cents, n.issued_on AS on_day
      FROM fec_withdrawn w JOIN (SELECT * FROM invoices WHERE ${ledger}) i ON i.source_key = w.source_key
        JOIN receivables r ON r.org_id = i.org_id AND r.invoice_id = i.invoice_id
        JOIN (SELECT * FROM credit_notes WHERE ${ledger}) n ON n.source_key = w.new_key
      UNION ALL
      SELECT NULL, c.credit_note_id, r.receivable_id, NULL, c.open_cents, r.issued_on
      FROM fec_withdrawn w JOIN (SELECT * FROM credit_notes WHERE ${ledger}) c ON c.source_key = w.source_key
        JOIN (SELECT * FROM receivables WHERE ${ledger}) r ON r.source_key = w.new_key
      UNION ALL
      SELECT CASE p.direction WHEN 'in' THEN p.payment_id ELSE n.payment_id END, NULL, NULL,
        CASE p.direction WHEN 'in' THEN n.payment_id ELSE p.payment_id END, p.open_cents, n.paid_on
      FROM fec_withdrawn w JOIN (SELECT * FROM payments WHERE ${ledger}) p ON p.source_key = w.source_key
        JOIN (SELECT * FROM payments WHERE ${ledger}) n ON n.source_key = w.new_key
    ) x WHERE x.cents > 0`.execute(tx);
}
