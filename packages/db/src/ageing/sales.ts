// What the indicators count besides the balance: sales month by month, open receivables by their dates, how far the history goes.
import type { Cents, CustomerId, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { type LedgerDay, openRows, readMovedSince } from './as-of.ts';

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

/** Sales less credit notes of one month, VAT included, up to the day asked. */
export type MonthSales = Readonly<{ monthOn: Day; salesCents: Cents }>;

const salesRows = ({ companyId, currency, on }: LedgerDay, from: Day): RawBuilder<unknown> => {
  const within = sql`org_id = current_org() AND company_id = ${companyId} AND currency = ${currency} AND issued_on BETWEEN ${from} AND ${on}`;
  return sql`
    SELECT issued_on, sum(gross_cents) AS cents FROM invoices WHERE ${within} AND nature = 'invoice' GROUP BY issued_on
    UNION ALL
    SELECT issued_on, -sum(gross_cents) FROM credit_notes WHERE ${within} AND nature = 'credit_note' GROUP BY issued_on`;
};

/**
 * Sales less credit notes by month from `from` to the day, the latest first; months without any are left out. What was carried forward from
 * earlier books and what only adjusts an account are no sales.
 */
export async function listMonthSales(tx: Tx, day: LedgerDay, from: Day): Promise<MonthSales[]> {
  const { rows } = await sql<MonthSales>`
    SELECT date_trunc('month', issued_on::timestamp)::date AS "monthOn", sum(cents)::bigint AS "salesCents"
    FROM (${salesRows(day, from)}) s GROUP BY 1 ORDER BY 1 DESC`.execute(tx);
  return rows;
}

/** Sales less credit notes issued from `from` to the day, both included. */
export async function readSalesCents(tx: Tx, day: LedgerDay, from: Day): Promise<Cents> {
  const { rows } = await sql<{
    cents: Cents;
  }>`SELECT coalesce(sum(cents), 0)::bigint AS cents FROM (${salesRows(day, from)}) s`.execute(tx);
  return rows[0]!.cents;
}

/** The first day anything of the ledger is dated, or null where it is empty. */
export async function findFirstDay(tx: Tx, { companyId, currency }: LedgerDay): Promise<Day | null> {
  const mine = sql`org_id = current_org() AND company_id = ${companyId} AND currency = ${currency}`;
  const { rows } = await sql<{ day: Day | null }>`SELECT least(
    (SELECT min(issued_on) FROM invoices WHERE ${mine}), (SELECT min(issued_on) FROM credit_notes WHERE ${mine}),
    (SELECT min(paid_on) FROM payments WHERE ${mine})) AS day`.execute(tx);
  return rows[0]!.day;
}
