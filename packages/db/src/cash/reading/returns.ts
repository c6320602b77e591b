// Returns read: money the bank took back that waits, the payments it may concern, and what a payment named had paid.
import type { CompanyId, Currency, CustomerId, Day, InvoiceId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { stands } from '../conditions.ts';
import { waitingSeen } from './as-of.ts';
import type { CustomerName } from './names.ts';
import type { WaitingAsked } from './retrieval.ts';

/** A return that waits, with all the bank wrote where a reference may stand. */
export type WaitingReturn = Readonly<{
  transactionId: number;
  on: Day;
  /** Still to be tied; positive. */
  cents: number;
  currency: Currency;
  endToEndId: string | null;
  mandateId: string | null;
  text: string;
  label: string;
  counterpartyName: string | null;
  /** Part of it is tied, or a person undid a decision about it: nothing is done alone. */
  isTouched: boolean;
}>;

/** Returns that wait, the oldest first. */
export async function listWaitingReturns(
  tx: Tx,
  companyId: CompanyId,
  { transactionIds, seen }: WaitingAsked = {},
): Promise<WaitingReturn[]> {
  const { left, waits } = waitingSeen(seen);
  const { rows } = await sql<WaitingReturn>`
    SELECT t.transaction_id AS "transactionId", t.booked_on AS "on", ${left} AS cents, t.currency, t.label,
      t.end_to_end_id AS "endToEndId", t.mandate_id AS "mandateId",
      concat_ws(' ', t.label, t.bank_reference, t.creditor_reference, t.end_to_end_id) AS text, t.counterparty_name AS "counterpartyName",
      t.matched_cents > 0 OR EXISTS (SELECT 1 FROM bank_decisions d WHERE d.org_id = t.org_id AND d.transaction_id = t.transaction_id
        AND d.undone_on IS NOT NULL) AS "isTouched"
    FROM bank_transactions t
    WHERE t.org_id = current_org() AND t.company_id = ${companyId} AND t.cents < 0 AND t.is_return AND ${waits}
      ${transactionIds ? sql`AND t.transaction_id = ANY(${transactionIds as number[]}::bigint[])` : sql``}
    ORDER BY t.booked_on, t.transaction_id`.execute(tx);
  return rows;
}

/** Money out that may be this return, noted already by the books or by hand: same amount, days around, tied to no movement, not cancelled. */
export async function listNotedReturns(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; cents: number; currency: Currency; from: Day; to: Day }>,
): Promise<{ paymentId: PaymentId; customerId: CustomerId }[]> {
  const { rows } = await sql<{ paymentId: PaymentId; customerId: CustomerId }>`
    SELECT p.payment_id AS "paymentId", p.customer_id AS "customerId" FROM payments p
    WHERE p.org_id = current_org() AND p.company_id = ${of.companyId} AND p.direction = 'out' AND p.purpose IN ('payment', 'return')
      AND p.cents = ${of.cents} AND p.currency = ${of.currency} AND p.paid_on BETWEEN ${of.from} AND ${of.to}
      AND ${stands}
      AND coalesce((SELECT sum(m.cents) FROM bank_matches m WHERE m.org_id = p.org_id AND m.payment_id = p.payment_id), 0) = 0
    ORDER BY p.paid_on DESC, p.payment_id`.execute(tx);
  return rows;
}

/** A payment as a return is about it. `tiedCents`: so much of it is tied to movements. */
export type ReturnedKey = Readonly<{
  paymentId: PaymentId;
  customerId: CustomerId;
  isOut: boolean;
  currency: Currency;
  cents: number;
  tiedCents: number;
}>;

/** One payment of a company, locked where it is money out; undefined where there is none, or it was cancelled. */
export async function findReturnedKey(
  tx: Tx,
  companyId: CompanyId,
  paymentId: PaymentId,
): Promise<ReturnedKey | undefined> {
  await sql`SELECT 1 FROM payments WHERE org_id = current_org() AND company_id = ${companyId} AND payment_id = ${paymentId}
    AND direction = 'out' FOR UPDATE`.execute(tx);
  const { rows } = await sql<ReturnedKey>`
    SELECT p.payment_id AS "paymentId", p.customer_id AS "customerId", p.direction = 'out' AS "isOut", p.currency, p.cents,
      coalesce((SELECT sum(m.cents) FROM bank_matches m WHERE m.org_id = p.org_id AND m.payment_id = p.payment_id), 0)::bigint AS "tiedCents"
    FROM payments p WHERE p.org_id = current_org() AND p.company_id = ${companyId} AND p.payment_id = ${paymentId} AND ${stands}`.execute(
    tx,
  );
  return rows[0];
}

/** A payment that comes back, with what it pays now or, once back, what it had paid. */
export type ReturnedPayment = Readonly<{
  paymentId: PaymentId;
  customer: CustomerName;
  paidOn: Day;
  cents: number;
  openCents: number;
  currency: Currency;
  reference: string;
  paid: readonly Readonly<{ receivableId: ReceivableId; invoiceId: InvoiceId; number: string; cents: number }>[];
}>;

/** Payments by id; of money out, the payment that it gives back, else itself. Each under the id that was asked. */
export async function mapReturned(tx: Tx, ids: readonly PaymentId[]): Promise<ReadonlyMap<PaymentId, ReturnedPayment>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ReturnedPayment & { asked: PaymentId }>`
    SELECT o.payment_id AS asked, p.payment_id AS "paymentId", p.paid_on AS "paidOn", p.cents, p.open_cents AS "openCents", p.currency,
      coalesce(p.reference, '') AS reference, jsonb_build_object('customerId', c.customer_id, 'ref', c.ref, 'name', c.name) AS customer,
      coalesce((SELECT jsonb_agg(jsonb_build_object('receivableId', r.receivable_id, 'invoiceId', r.invoice_id, 'number', i.number,
          'cents', a.cents) ORDER BY a.allocation_id)
        FROM allocations a JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
        JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
        LEFT JOIN allocations u ON u.org_id = a.org_id AND u.reverses_allocation_id = a.allocation_id
        WHERE a.org_id = p.org_id AND a.payment_id = p.payment_id AND a.reverses_allocation_id IS NULL
          AND (u.allocation_id IS NULL OR EXISTS (SELECT 1 FROM payment_deeds d WHERE d.org_id = p.org_id
            AND d.out_payment_id = o.payment_id AND a.allocation_id = ANY(d.freed_ids)))), '[]') AS paid
    FROM payments o JOIN payments p ON p.org_id = o.org_id
      AND p.payment_id = CASE o.direction WHEN 'out' THEN coalesce(o.reverses_payment_id, o.payment_id) ELSE o.payment_id END
    JOIN customers c ON c.org_id = p.org_id AND c.customer_id = p.customer_id
    WHERE o.org_id = current_org() AND o.payment_id = ANY(${[...new Set(ids)] as number[]}::bigint[])`.execute(tx);
  return new Map(rows.map(({ asked, ...row }) => [asked, row]));
}

/** The decision in force that tied money out to a movement, or undefined. */
export async function findTieOfOut(
  tx: Tx,
  outPaymentId: PaymentId,
): Promise<{ decisionId: number; transactionId: number } | undefined> {
  const { rows } = await sql<{ decisionId: number; transactionId: number }>`
    SELECT d.decision_id AS "decisionId", d.transaction_id AS "transactionId"
    FROM bank_matches m JOIN bank_decisions d ON d.org_id = m.org_id AND d.decision_id = m.decision_id
    WHERE m.org_id = current_org() AND m.payment_id = ${outPaymentId} AND m.reverses_match_id IS NULL AND d.undone_on IS NULL`.execute(
    tx,
  );
  return rows[0];
}
