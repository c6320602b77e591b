// Invoices and credit notes of a table file: what is known of their numbers, fetched for the decision; what was decided, stored.
import type { DiscountChange, InvoiceDetails, KnownInvoice, WantedTerm } from '@quittance/core/intake';
import type {
  Cents,
  CompanyId,
  Currency,
  CustomerId,
  Day,
  ImportId,
  InvoiceId,
  ReceivableId,
} from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

type Scope = Readonly<{ companyId: CompanyId; importId: ImportId }>;
/** A document looked for. */
export type DocumentName = Readonly<{ customerId: CustomerId; number: string }>;
const nameOf = (name: DocumentName): string => `${name.customerId} ${name.number}`;

const asked = (names: readonly DocumentName[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(names)}::jsonb) AS a ("customerId" bigint, number text)`;

/** Known invoices by customer and number; of several, the first. Found by `get(customer, number)`. */
export async function findInvoices(tx: Tx, companyId: CompanyId, names: readonly DocumentName[]) {
  const { rows } = await sql<KnownInvoice & DocumentName>`
    SELECT i.invoice_id AS "invoiceId", i.customer_id AS "customerId", i.number, i.gross_cents AS "grossCents", i.currency, i.sent_on AS "sentOn",
      i.net_cents AS "netCents", i.vat_cents AS "vatCents", i.label, i.order_ref AS "orderRef", i.payment_method AS "paymentMethod",
      (SELECT jsonb_agg(jsonb_build_object('receivableId', r.receivable_id, 'dueOn', r.due_on, 'dueEstimated', r.due_estimated,
          'grossCents', r.gross_cents, 'settledCents', r.settled_cents,
          'discount', CASE WHEN r.discount_cents IS NOT NULL
            THEN jsonb_build_object('cents', r.discount_cents, 'untilOn', r.discount_until_on) END) ORDER BY r.term_no)
        FROM receivables r WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id) AS terms
    FROM ${asked(names)}
    JOIN invoices i ON i.org_id = current_org() AND i.company_id = ${companyId} AND i.number = a.number AND i.customer_id = a."customerId"
    WHERE i.nature <> 'adjustment' ORDER BY i.invoice_id DESC`.execute(tx);
  const byName = new Map(rows.map((row) => [nameOf(row), row]));
  return { get: (customerId: CustomerId, number: string) => byName.get(nameOf({ customerId, number })) ?? null };
}

/** Gross of known credit notes by customer and number. */
export async function findCreditNotes(tx: Tx, companyId: CompanyId, names: readonly DocumentName[]) {
  const { rows } = await sql<DocumentName & { grossCents: Cents; currency: Currency }>`
    SELECT c.customer_id AS "customerId", c.number, c.gross_cents AS "grossCents", c.currency FROM ${asked(names)}
    JOIN credit_notes c ON c.org_id = current_org() AND c.company_id = ${companyId} AND c.customer_id = a."customerId" AND c.number = a.number
    WHERE c.nature <> 'adjustment' ORDER BY c.credit_note_id DESC`.execute(tx);
  const byName = new Map(rows.map((row) => [nameOf(row), row]));
  return { get: (customerId: CustomerId, number: string) => byName.get(nameOf({ customerId, number })) ?? null };
}

/** A document to create. Keys identify it and its terms in the next file. */
export type NewDocument = Readonly<{
  customerId: CustomerId;
  number: string;
  issuedOn: Day;
  currency: Currency;
  grossCents: Cents;
  label: string | null;
  key: string;
  sourceRow: number;
}>;
export type NewInvoice = NewDocument &
  Omit<InvoiceDetails, 'label'> &
  Readonly<{ terms: readonly (WantedTerm & Readonly<{ key: string; termNo: number }>)[] }>;

/** Creates invoices with their terms. */
export async function insertInvoices(tx: Tx, scope: Scope, invoices: readonly NewInvoice[]): Promise<void> {
  const { companyId, importId } = scope;
  await sql`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(invoices)}::jsonb) AS g ("customerId" bigint, number text, "issuedOn" date, currency text,
        "grossCents" bigint, label text, key uuid, "sourceRow" integer, "sentOn" date, "netCents" bigint, "vatCents" bigint, "orderRef" text,
        "paymentMethod" text, terms jsonb)),
    made AS (
      INSERT INTO invoices (company_id, customer_id, number, issued_on, sent_on, gross_cents, net_cents, vat_cents, currency, label, order_ref,
        payment_method, source_key, import_id, source_row)
      SELECT ${companyId}, "customerId", number, "issuedOn", "sentOn", "grossCents", "netCents", "vatCents", currency, label, "orderRef", "paymentMethod",
        key, ${importId}, "sourceRow" FROM given ORDER BY "customerId", "issuedOn", number
      RETURNING invoice_id, source_key)
    INSERT INTO receivables (company_id, customer_id, invoice_id, term_no, issued_on, due_on, gross_cents, currency, source_key, import_id,
      discount_cents, discount_until_on)
    SELECT ${companyId}, g."customerId", m.invoice_id, t."termNo", g."issuedOn", t."dueOn", t."grossCents", g.currency, t.key, ${importId},
      (t.discount ->> 'cents')::bigint, (t.discount ->> 'untilOn')::date
    FROM made m JOIN given g ON g.key = m.source_key
    CROSS JOIN LATERAL jsonb_to_recordset(g.terms) AS t ("termNo" integer, "dueOn" date, "grossCents" bigint, key uuid, discount jsonb)`.execute(
    tx,
  );
}

/** Creates credit notes. */
export async function insertCreditNotes(tx: Tx, scope: Scope, notes: readonly NewDocument[]): Promise<void> {
  await sql`INSERT INTO credit_notes (company_id, customer_id, number, issued_on, gross_cents, currency, label, source_key, import_id, source_row)
    SELECT ${scope.companyId}, "customerId", number, "issuedOn", "grossCents", currency, label, key, ${scope.importId}, "sourceRow"
    FROM jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) AS g ("customerId" bigint, number text, "issuedOn" date, currency text, "grossCents" bigint,
      label text, key uuid, "sourceRow" integer)`.execute(tx);
}

/** Details to write on a known invoice; absent ones stay. */
export type DetailChange = Readonly<{ invoiceId: InvoiceId }> & Partial<InvoiceDetails>;

/** Completes known invoices; what the document says of amounts and days is never touched. */
export async function updateInvoiceDetails(tx: Tx, changes: readonly DetailChange[]): Promise<void> {
  await sql`UPDATE invoices i SET sent_on = coalesce(g."sentOn", i.sent_on), net_cents = coalesce(g."netCents", i.net_cents),
      vat_cents = coalesce(g."vatCents", i.vat_cents), label = coalesce(g.label, i.label), order_ref = coalesce(g."orderRef", i.order_ref),
      payment_method = coalesce(g."paymentMethod", i.payment_method)
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS g ("invoiceId" bigint, "sentOn" date, "netCents" bigint, "vatCents" bigint, label text,
      "orderRef" text, "paymentMethod" text)
    WHERE i.org_id = current_org() AND i.invoice_id = g."invoiceId"`.execute(tx);
}

/** Gives an invoice known as one term its real terms. @throws when they do not make its gross: the decision has checked it. */
export async function splitReceivable(
  tx: Tx,
  importId: ImportId,
  split: Readonly<{ receivableId: ReceivableId; terms: readonly (WantedTerm & Readonly<{ key: string }>)[] }>,
): Promise<void> {
  const { receivableId, terms } = split;
  await sql`SELECT split_receivable(${receivableId}, ${terms.map((term) => term.dueOn)}::date[], ${terms.map((term) => term.grossCents)}::bigint[],
    ${terms.map((term) => term.key)}::uuid[], ${importId})`.execute(tx);
  const given = terms.flatMap(({ discount }, index) => (discount ? [{ ...discount, termNo: index + 1 }] : []));
  await sql`UPDATE receivables r SET discount_cents = g.cents, discount_until_on = g."untilOn"
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g ("termNo" integer, cents bigint, "untilOn" date), receivables f
    WHERE f.org_id = current_org() AND f.receivable_id = ${receivableId}
      AND r.org_id = f.org_id AND r.invoice_id = f.invoice_id AND r.term_no = g."termNo"`.execute(tx);
}

/** Writes the discounts agreed on known terms. */
export async function changeDiscounts(tx: Tx, changes: readonly DiscountChange[]): Promise<void> {
  await sql`UPDATE receivables r SET discount_cents = g.cents, discount_until_on = g."untilOn"
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS g ("receivableId" bigint, cents bigint, "untilOn" date)
    WHERE r.org_id = current_org() AND r.receivable_id = g."receivableId"`.execute(tx);
}
