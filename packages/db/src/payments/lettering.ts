// Lettering read: facts and lines of customer accounts, for codes of closed groups and entries of a period.
import type { CompanyId, Currency, CustomerId, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** One fact of a customer's account: `cents` positive for a debit, negative for a credit. */
export type LetteringFact = Readonly<{
  /** r1, p2, c3: due term, payment, credit. */
  id: string;
  customerId: CustomerId;
  customerRef: string;
  customerName: string;
  /** invoice, late_fee…; purpose of a payment; nature of a credit. */
  kind: string;
  /** What it takes back, as `kind` says it; empty for what cancels nothing. */
  cancels: string;
  on: Day;
  number: string;
  method: string;
  cents: number;
  /** No file brought it: it was made here, so the books do not have it. */
  isOurs: boolean;
}>;

/** One allocation in the order recorded. */
export type LetteringLine = Readonly<{
  customerId: CustomerId;
  creditId: string;
  debitId: string;
  on: Day;
  cents: number;
  booksCode: string;
}>;

type Scope = Readonly<{ companyId: CompanyId; currency: Currency; from: Day; to: Day }>;

// Payments that no books and no file of payments know: made here, by hand or from a bank's movement. `of` is the table or its alias.
const ours = (of: string): RawBuilder<unknown> => sql`(${sql.ref(`${of}.import_id`)} IS NULL AND NOT EXISTS (
  SELECT 1 FROM payment_tellings t WHERE t.org_id = current_org() AND t.payment_id = ${sql.ref(`${of}.payment_id`)}))`;

// Customers with a line or a fact of their own in the period.
const touched = ({ companyId, currency, from, to }: Scope): RawBuilder<unknown> => sql`(
  SELECT coalesce(r.customer_id, o.customer_id) AS customer_id FROM allocations a
    LEFT JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
    LEFT JOIN payments o ON o.org_id = a.org_id AND o.payment_id = a.refund_id
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.currency = ${currency} AND a.allocated_on BETWEEN ${from} AND ${to}
  UNION SELECT customer_id FROM payments WHERE org_id = current_org() AND company_id = ${companyId} AND currency = ${currency}
    AND ${ours('payments')} AND paid_on BETWEEN ${from} AND ${to}
  UNION SELECT customer_id FROM credit_notes WHERE org_id = current_org() AND company_id = ${companyId} AND currency = ${currency}
    AND import_id IS NULL AND issued_on BETWEEN ${from} AND ${to}
  UNION SELECT customer_id FROM invoices WHERE org_id = current_org() AND company_id = ${companyId} AND currency = ${currency}
    AND nature = 'late_fee' AND issued_on BETWEEN ${from} AND ${to})`;

/** All facts of the customers something happened to in the period. */
export async function listLetteringFacts(tx: Tx, scope: Scope): Promise<LetteringFact[]> {
  const mine = sql`f.org_id = current_org() AND f.company_id = ${scope.companyId} AND f.currency = ${scope.currency}
    AND f.customer_id IN (SELECT customer_id FROM touched)`;
  const { rows } = await sql<LetteringFact>`
    WITH touched AS MATERIALIZED ${touched(scope)}
    SELECT x.*, c.ref AS "customerRef", c.name AS "customerName" FROM (
      SELECT 'r' || f.receivable_id AS id, f.customer_id AS "customerId", i.nature AS kind, '' AS cancels, f.issued_on AS "on", i.number, '' AS method,
        f.gross_cents AS cents, i.nature = 'late_fee' AS "isOurs"
      FROM receivables f JOIN invoices i ON i.org_id = f.org_id AND i.invoice_id = f.invoice_id WHERE ${mine}
      UNION ALL
      SELECT 'p' || f.payment_id, f.customer_id, f.purpose, CASE WHEN f.purpose <> 'cancelled' THEN '' ELSE coalesce((SELECT o.purpose FROM payments o
          WHERE o.org_id = f.org_id AND o.payment_id = f.reverses_payment_id), (SELECT n.nature FROM allocations a JOIN credit_notes n
          ON n.org_id = a.org_id AND n.credit_note_id = a.credit_note_id WHERE a.org_id = f.org_id AND a.refund_id = f.payment_id LIMIT 1), '') END,
        f.paid_on, coalesce(f.reference, ''), coalesce(f.method, ''),
        CASE f.direction WHEN 'in' THEN -f.cents ELSE f.cents END, ${ours('f')}
      FROM payments f WHERE ${mine}
      UNION ALL
      SELECT 'c' || f.credit_note_id, f.customer_id, f.nature, '', f.issued_on, f.number, '', -f.gross_cents,
        f.nature IN ('write_off', 'discount', 'bank_fee', 'exchange', 'waiver')
      FROM credit_notes f WHERE ${mine}) x
    JOIN customers c ON c.org_id = current_org() AND c.customer_id = x."customerId" ORDER BY x."on", x.id`.execute(tx);
  return rows;
}

/** All lines of the same customers, in the order they were recorded. */
export async function listLetteringLines(tx: Tx, scope: Scope): Promise<LetteringLine[]> {
  const { rows } = await sql<LetteringLine>`
    WITH touched AS MATERIALIZED ${touched(scope)}
    SELECT coalesce(r.customer_id, o.customer_id) AS "customerId",
      CASE WHEN a.payment_id IS NULL THEN 'c' || a.credit_note_id ELSE 'p' || a.payment_id END AS "creditId",
      CASE WHEN a.receivable_id IS NULL THEN 'p' || a.refund_id ELSE 'r' || a.receivable_id END AS "debitId",
      a.allocated_on AS "on", a.cents, CASE WHEN a.origin = 'lettering' THEN coalesce(a.lettering, '') ELSE '' END AS "booksCode"
    FROM allocations a LEFT JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
    LEFT JOIN payments o ON o.org_id = a.org_id AND o.payment_id = a.refund_id
    WHERE a.org_id = current_org() AND a.company_id = ${scope.companyId} AND a.currency = ${scope.currency}
      AND coalesce(r.customer_id, o.customer_id) IN (SELECT customer_id FROM touched) ORDER BY a.allocation_id`.execute(
    tx,
  );
  return rows;
}

/** What facts made here add to the customer accounts in the period: what the entries must add up to. */
export async function readOwnFactsCents(tx: Tx, { companyId, currency, from, to }: Scope): Promise<number> {
  const mine = sql`org_id = current_org() AND company_id = ${companyId} AND currency = ${currency}`;
  const { rows } = await sql<{ cents: number }>`SELECT (
      coalesce((SELECT sum(gross_cents) FROM invoices WHERE ${mine} AND nature = 'late_fee' AND issued_on BETWEEN ${from} AND ${to}), 0)
    - coalesce((SELECT sum(gross_cents) FROM credit_notes WHERE ${mine} AND issued_on BETWEEN ${from} AND ${to}
        AND nature IN ('write_off', 'discount', 'bank_fee', 'exchange', 'waiver')), 0)
    - coalesce((SELECT sum(CASE direction WHEN 'in' THEN cents ELSE -cents END) FROM payments WHERE ${mine} AND ${ours('payments')}
        AND paid_on BETWEEN ${from} AND ${to}), 0))::bigint AS cents`.execute(tx);
  return rows[0]!.cents;
}
