// The last books brought in: the day they end, and the balance of customer accounts they closed with.
import type { Cents, CompanyId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { LedgerDay } from './as-of.ts';

/** Balances of 411 and 416 on the last day of the books; `accounts` is empty where only their sum was kept. */
export type LastBooks = Readonly<{
  booksOn: Day;
  ledgerCents: Cents;
  accounts: readonly Readonly<{ account: string; cents: Cents }>[];
}>;

/** The books that go furthest, the last brought in among those; null before any. */
export async function findLastBooks(tx: Tx, companyId: CompanyId): Promise<LastBooks | null> {
  const { rows } = await sql<{ booksOn: Day; note: { cents: Cents; accounts?: LastBooks['accounts'] } | null }>`
    SELECT covers_to_on AS "booksOn", (SELECT n FROM jsonb_array_elements(notes) n WHERE n ->> 'code' = 'customer_accounts' LIMIT 1) AS note
    FROM imports WHERE org_id = current_org() AND company_id = ${companyId} AND kind = 'fec' AND status = 'imported'
      AND covers_to_on IS NOT NULL ORDER BY covers_to_on DESC, import_id DESC LIMIT 1`.execute(tx);
  const found = rows[0];
  if (!found?.note) return null;
  return { booksOn: found.booksOn, ledgerCents: found.note.cents, accounts: found.note.accounts ?? [] };
}

/** Facts dated up to the day that no books brought in: their number, and what they add to the balance (payments take off). */
export type OutsideBooks = Readonly<{
  facts: number;
  cents: Cents;
  /** Late fees claimed here, of those cents, less what of them was given up. */
  lateFeeCents: Cents;
}>;

/** What came from other files, or was recorded by people: the usual cause of a difference with the books. */
export async function readOutsideBooks(tx: Tx, { companyId, currency, on }: LedgerDay): Promise<OutsideBooks> {
  const mine = sql`t.org_id = current_org() AND t.company_id = ${companyId} AND t.currency = ${currency}
    AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.org_id = current_org() AND i.import_id = t.import_id AND i.kind = 'fec')`;
  const { rows } = await sql<OutsideBooks>`
    SELECT coalesce(sum(facts), 0)::int AS facts, coalesce(sum(cents), 0)::bigint AS cents,
      (coalesce((SELECT sum(t.gross_cents) FROM invoices t WHERE ${mine} AND t.nature = 'late_fee' AND t.issued_on <= ${on}), 0)
        - coalesce((SELECT sum(t.gross_cents) FROM credit_notes t WHERE ${mine} AND t.nature = 'waiver' AND t.issued_on <= ${on}), 0))::bigint AS "lateFeeCents"
    FROM (
      SELECT count(*) AS facts, sum(gross_cents) AS cents FROM receivables t WHERE ${mine} AND issued_on <= ${on}
      UNION ALL SELECT count(*), -sum(gross_cents) FROM credit_notes t WHERE ${mine} AND issued_on <= ${on}
      UNION ALL SELECT count(*), sum(CASE direction WHEN 'in' THEN -cents ELSE cents END) FROM payments t WHERE ${mine} AND paid_on <= ${on}) f`.execute(
    tx,
  );
  return rows[0]!;
}

/** Payments that the bank and the books date on two sides of a day: what counting them on the books' day adds to the balance of that day. */
export async function readToldApart(tx: Tx, { companyId, currency, on }: LedgerDay): Promise<Cents> {
  const { rows } = await sql<{ cents: Cents }>`
    SELECT coalesce(sum((CASE p.direction WHEN 'in' THEN p.cents ELSE -p.cents END) * (CASE WHEN t.told_on > ${on} THEN 1 ELSE -1 END)), 0)::bigint AS cents
    FROM payment_tellings t JOIN payments p ON p.org_id = t.org_id AND p.payment_id = t.payment_id
    WHERE t.org_id = current_org() AND t.source = 'books' AND p.company_id = ${companyId} AND p.currency = ${currency}
      AND (t.told_on <= ${on}) <> (p.paid_on <= ${on})`.execute(tx);
  return rows[0]!.cents;
}

/** When anything was last brought in; null = never. */
export async function findLastImportAt(tx: Tx, companyId: CompanyId): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`SELECT max(finished_at) AS at FROM imports
    WHERE org_id = current_org() AND company_id = ${companyId} AND status IN ('imported', 'unchanged')`.execute(tx);
  return rows[0]!.at;
}
