// What can be chosen by hand for a movement: open terms, credit notes, payments the books hold; found by customer, number or amount.
import type {
  CompanyId,
  CreditNoteId,
  Currency,
  CustomerId,
  Day,
  InvoiceId,
  PaymentId,
  ReceivableId,
} from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { isOfTheBooks } from '../conditions.ts';
import type { CustomerName } from './names.ts';

/** For which movement, and what is looked for; nothing asked shows what is likely: the movement's amount, and whom its explanations name. */
export type ChoiceQuery = Readonly<{
  companyId: CompanyId;
  currency: Currency;
  cents: number;
  search?: string | undefined;
  customerId?: CustomerId | undefined;
  /** Customers whom the kept explanations name. */
  namedIds?: readonly CustomerId[] | undefined;
}>;

type OfCustomer = Readonly<{ customer: CustomerName; openCents: number; currency: Currency }>;

export type OpenChoices = Readonly<{
  customers: readonly CustomerName[];
  receivables: readonly (OfCustomer &
    Readonly<{ receivableId: ReceivableId; invoiceId: InvoiceId; number: string; issuedOn: Day; dueOn: Day }>)[];
  creditNotes: readonly (OfCustomer & Readonly<{ creditNoteId: CreditNoteId; number: string; issuedOn: Day }>)[];
  recordedPayments: readonly (OfCustomer &
    Readonly<{ paymentId: PaymentId; paidOn: Day; cents: number; reference: string }>)[];
}>;

/** Most of each kind in one answer. */
export const MOST = 200;
const MOST_CUSTOMERS = 20;
/** The customer `c` as named beside money. */
export const NAMED = sql`jsonb_build_object('customerId', c.customer_id, 'ref', c.ref, 'name', c.name) AS customer`;

/** What is looked for anywhere in a text. */
export const likeOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Cents of an amount as people write it, or null. */
export const amountOf = (text: string): number | null => {
  const bare = text.replace(/\s/g, '').replace(',', '.');
  return /^\d+(?:\.\d{1,2})?$/.test(bare) ? Math.round(Number(bare) * 100) : null;
};

/** Which items are meant: `number`, `open` and `c` (customer) are the item's. */
function meant(query: ChoiceQuery, number: RawBuilder<unknown>, open: RawBuilder<unknown>): RawBuilder<unknown> {
  if (query.customerId !== undefined && !query.search) return sql`c.customer_id = ${query.customerId}`;
  if (!query.search)
    return sql`(${open} = ${query.cents} OR c.customer_id = ANY(${[...(query.namedIds ?? [])]}::bigint[]))`;
  const like = likeOf(query.search);
  const amount = amountOf(query.search);
  const found = sql`(c.search_name LIKE search_text(${like}) OR lower(c.ref) LIKE lower(${like}) OR ${number} ILIKE ${like}
    ${amount === null ? sql`` : sql`OR ${open} = ${amount}`})`;
  return query.customerId === undefined ? found : sql`c.customer_id = ${query.customerId} AND ${found}`;
}

/** At most two hundred of each kind, the oldest due first. */
export async function listChoices(tx: Tx, query: ChoiceQuery): Promise<OpenChoices> {
  const { companyId, currency } = query;
  const customers = query.search
    ? await sql<CustomerName>`SELECT c.customer_id AS "customerId", c.ref, c.name FROM customers c
        WHERE c.org_id = current_org() AND c.company_id = ${companyId}
          AND (c.search_name LIKE search_text(${likeOf(query.search)}) OR lower(c.ref) LIKE lower(${likeOf(query.search)}))
        ORDER BY c.name, c.customer_id LIMIT ${MOST_CUSTOMERS}`.execute(tx)
    : { rows: [] };
  const receivables = await sql<OpenChoices['receivables'][number]>`
    SELECT r.receivable_id AS "receivableId", r.invoice_id AS "invoiceId", i.number, ${NAMED}, r.issued_on AS "issuedOn", r.due_on AS "dueOn",
      r.open_cents AS "openCents", r.currency
    FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    JOIN customers c ON c.org_id = r.org_id AND c.customer_id = r.customer_id
    WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.settled_cents < r.gross_cents
      AND ${meant(query, sql`i.number`, sql`r.open_cents`)}
    ORDER BY r.currency <> ${currency}, r.due_on, r.receivable_id LIMIT ${MOST}`.execute(tx);
  const creditNotes = await sql<OpenChoices['creditNotes'][number]>`
    SELECT n.credit_note_id AS "creditNoteId", n.number, ${NAMED}, n.issued_on AS "issuedOn", n.open_cents AS "openCents", n.currency
    FROM credit_notes n JOIN customers c ON c.org_id = n.org_id AND c.customer_id = n.customer_id
    WHERE n.org_id = current_org() AND n.company_id = ${companyId} AND n.applied_cents < n.gross_cents
      AND n.nature IN ('credit_note', 'opening', 'adjustment') AND ${meant(query, sql`n.number`, sql`n.open_cents`)}
    ORDER BY n.currency <> ${currency}, n.issued_on, n.credit_note_id LIMIT ${MOST}`.execute(tx);
  const recordedPayments = await sql<OpenChoices['recordedPayments'][number]>`
    SELECT p.payment_id AS "paymentId", ${NAMED}, p.paid_on AS "paidOn", p.cents, p.open_cents AS "openCents", p.currency,
      coalesce(p.reference, '') AS reference
    FROM payments p JOIN customers c ON c.org_id = p.org_id AND c.customer_id = p.customer_id
    WHERE p.org_id = current_org() AND p.company_id = ${companyId} AND p.direction = 'in' AND p.purpose = 'payment'
      AND p.cents = ${query.cents} AND p.currency = ${currency} AND ${isOfTheBooks}
      ${query.customerId === undefined ? sql`` : sql`AND c.customer_id = ${query.customerId}`}
    ORDER BY p.paid_on DESC, p.payment_id LIMIT ${MOST}`.execute(tx);
  return {
    customers: customers.rows,
    receivables: receivables.rows,
    creditNotes: creditNotes.rows,
    recordedPayments: recordedPayments.rows,
  };
}
