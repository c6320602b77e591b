// What can be chosen by hand for a return: payments received, of which enough has not left again; found by customer, reference or amount.
import type { Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { amountOf, type ChoiceQuery, likeOf, MOST, NAMED, type OpenChoices } from './open-items.ts';

/** Payments from one day to another; nothing asked shows those of the very amount. At most two hundred, the latest first. */
export async function listReturnChoices(
  tx: Tx,
  query: ChoiceQuery & Readonly<{ from: Day; to: Day }>,
): Promise<OpenChoices> {
  const { companyId, currency, cents, search, customerId } = query;
  const like = likeOf(search ?? '');
  const amount = search ? amountOf(search) : cents;
  const isMeant = search
    ? sql`(c.search_name LIKE search_text(${like}) OR lower(c.ref) LIKE lower(${like}) OR p.reference ILIKE ${like} OR p.cents = ${amount})`
    : customerId === undefined
      ? sql`p.cents = ${cents}`
      : sql`true`;
  const { rows } = await sql<OpenChoices['recordedPayments'][number]>`
    SELECT p.payment_id AS "paymentId", ${NAMED}, p.paid_on AS "paidOn", p.cents, p.open_cents AS "openCents", p.currency,
      coalesce(p.reference, '') AS reference
    FROM payments p JOIN customers c ON c.org_id = p.org_id AND c.customer_id = p.customer_id
    WHERE p.org_id = current_org() AND p.company_id = ${companyId} AND p.direction = 'in' AND p.purpose = 'payment'
      AND p.currency = ${currency} AND p.paid_on BETWEEN ${query.from} AND ${query.to} AND ${isMeant}
      ${customerId === undefined ? sql`` : sql`AND c.customer_id = ${customerId}`}
      AND p.cents - coalesce((SELECT sum(a.cents) FROM allocations a WHERE a.org_id = p.org_id AND a.payment_id = p.payment_id
        AND a.refund_id IS NOT NULL), 0) > 0
    ORDER BY p.cents <> ${cents}, p.paid_on DESC, p.payment_id LIMIT ${MOST}`.execute(tx);
  return { customers: [], receivables: [], creditNotes: [], recordedPayments: rows };
}
