// What the indicators count besides the balance: sales month by month, open receivables by their dates, how far the history goes.
import type { Cents, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { type LedgerDay, openRows, readMovedSince } from './as-of.ts';
import { type CustomerFilter, withinFilter } from './customer-filter.ts';

/** What was open on the day, of one customer with the same two dates. */
export type OpenSum = Readonly<{ customerId: CustomerId; issuedOn: Day; dueOn: Day; openCents: Cents }>;

/** Everything open on a day, added up by customer, issue date and due date. */
export async function listOpenSums(tx: Tx, day: LedgerDay): Promise<OpenSum[]> {
  const moved = await readMovedSince(tx, day);
  const { rows } = await sql<OpenSum>`
    SELECT customer_id AS "customerId", issued_on AS "issuedOn", due_on AS "dueOn", sum(cents)::bigint AS "openCents"
    FROM (${openRows(day, moved)}) o GROUP BY customer_id, issued_on, due_on HAVING sum(cents) <> 0`.execute(tx);
  return rows;
}

/** Sales less credit notes issued on one day, VAT included. */
export type DaySales = Readonly<{ issuedOn: Day; salesCents: Cents }>;

/**
 * Sales less credit notes by day from `from` to the day, the latest first; days without any are left out. What was carried forward from
 * earlier books and what only adjusts an account are no sales.
 */
export async function listDaySales(
  tx: Tx,
  { companyId, currency, on, filter = {} }: LedgerDay & Readonly<{ filter?: CustomerFilter }>,
  from: Day,
): Promise<DaySales[]> {
  const within = sql`org_id = current_org() AND company_id = ${companyId} AND currency = ${currency} AND issued_on BETWEEN ${from} AND ${on}
    ${withinFilter(sql`customer_id`, filter)}`;
  const { rows } = await sql<DaySales>`SELECT issued_on AS "issuedOn", sum(cents)::bigint AS "salesCents" FROM (
      SELECT issued_on, sum(gross_cents) AS cents FROM invoices WHERE ${within} AND nature = 'invoice' GROUP BY issued_on
      UNION ALL
      SELECT issued_on, -sum(gross_cents) FROM credit_notes WHERE ${within} AND nature = 'credit_note' GROUP BY issued_on) s
    GROUP BY issued_on ORDER BY issued_on DESC`.execute(tx);
  return rows;
}

/** Whether the ledger goes back to the day: an invoice or credit note was issued on it or before. */
export async function hasHistoryAt(tx: Tx, { companyId, currency, on }: LedgerDay): Promise<boolean> {
  const before = sql`org_id = current_org() AND company_id = ${companyId} AND currency = ${currency} AND issued_on <= ${on}`;
  const { rows } = await sql<{ has: boolean }>`SELECT EXISTS (SELECT 1 FROM invoices WHERE ${before})
    OR EXISTS (SELECT 1 FROM credit_notes WHERE ${before}) AS has`.execute(tx);
  return rows[0]!.has;
}
