// Invoices read: one invoice with its terms, reminders and sources.
import type { ActionId, CompanyId, Currency, CustomerId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import type { CustomerKind } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { type InvoiceListRow, invoiceColumns, invoiceTables } from './row.ts';

export type InvoiceDetail = InvoiceListRow &
  Readonly<{
    customerKind: CustomerKind;
    label: string | null;
    sentOn: Day | null;
    netCents: number | null;
    vatCents: number | null;
    importId: number | null;
    sourceRow: number | null;
  }>;

/** One invoice of a company, or undefined. */
export async function findInvoice(
  tx: Tx,
  companyId: CompanyId,
  invoiceId: InvoiceId,
  on: Day,
): Promise<InvoiceDetail | undefined> {
  const { rows } = await sql<InvoiceDetail>`
    SELECT ${invoiceColumns(on)}, c.kind AS "customerKind", i.label, i.sent_on AS "sentOn", i.net_cents AS "netCents", i.vat_cents AS "vatCents", i.import_id AS "importId",
      i.source_row AS "sourceRow"
    FROM ${invoiceTables} WHERE i.org_id = current_org() AND i.company_id = ${companyId} AND i.invoice_id = ${invoiceId}`.execute(
    tx,
  );
  return rows[0];
}

export type TermRow = Readonly<{
  receivableId: ReceivableId;
  invoiceId: InvoiceId;
  invoiceNumber: string;
  issuedOn: Day;
  dueOn: Day;
  dueEstimated: boolean;
  currency: Currency;
  grossCents: number;
  openCents: number;
  doubtful: boolean;
  /** Agreed for paying early: so much less, through a day. */
  discount: Readonly<{ cents: number; untilOn: Day }> | null;
  level: number;
  levelOn: Day | null;
}>;

/** Due terms of an invoice, or all those still open of a customer, the oldest due first. */
export async function listTerms(
  tx: Tx,
  of: Readonly<{ invoiceId: InvoiceId } | { customerId: CustomerId }>,
): Promise<TermRow[]> {
  const which =
    'invoiceId' in of
      ? sql`r.invoice_id = ${of.invoiceId}`
      : sql`r.customer_id = ${of.customerId} AND r.settled_cents < r.gross_cents`;
  const { rows } = await sql<TermRow>`
    SELECT r.receivable_id AS "receivableId", r.invoice_id AS "invoiceId", i.number AS "invoiceNumber", r.issued_on AS "issuedOn",
      r.due_on AS "dueOn", r.due_estimated AS "dueEstimated", r.currency, r.gross_cents AS "grossCents", r.open_cents AS "openCents",
      r.doubtful, CASE WHEN r.discount_cents IS NOT NULL
        THEN jsonb_build_object('cents', r.discount_cents, 'untilOn', r.discount_until_on) END AS discount,
      coalesce(l.rank, 0) AS level, l.done_on AS "levelOn"
    FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    LEFT JOIN LATERAL (SELECT rank, done_on FROM receivable_levels l WHERE l.org_id = r.org_id AND l.receivable_id = r.receivable_id
      ORDER BY rank DESC LIMIT 1) l ON true
    WHERE r.org_id = current_org() AND ${which} ORDER BY r.due_on, r.receivable_id`.execute(tx);
  return rows;
}

export type InvoiceReminderRow = Readonly<{
  actionId: ActionId;
  on: Day;
  channel: string;
  tone: string;
  step: string;
  state: string;
}>;

/** Messages that were about an invoice. */
export async function listRemindersOf(tx: Tx, invoiceId: InvoiceId): Promise<InvoiceReminderRow[]> {
  const { rows } = await sql<InvoiceReminderRow>`
    SELECT DISTINCT a.action_id AS "actionId", coalesce(a.done_on, a.planned_on) AS "on", a.channel, a.tone, a.step, a.state
    FROM actions a JOIN action_items t ON t.org_id = a.org_id AND t.action_id = a.action_id
    JOIN receivables r ON r.org_id = t.org_id AND r.receivable_id = t.receivable_id
    WHERE a.org_id = current_org() AND r.invoice_id = ${invoiceId} ORDER BY 2, 1`.execute(tx);
  return rows;
}

/** The file an invoice came from. */
export async function findSourceOf(
  tx: Tx,
  importId: number,
): Promise<{ fileName: string; importedAt: Date } | undefined> {
  const { rows } = await sql<{ fileName: string; importedAt: Date }>`
    SELECT file_name AS "fileName", started_at AS "importedAt" FROM imports WHERE org_id = current_org() AND import_id = ${importId}`.execute(
    tx,
  );
  return rows[0];
}

/** Open due terms of invoices of a company. */
export async function listOpenTermsOf(
  tx: Tx,
  companyId: CompanyId,
  invoiceIds: readonly InvoiceId[],
): Promise<{ receivableId: ReceivableId; customerId: CustomerId }[]> {
  const { rows } = await sql<{ receivableId: ReceivableId; customerId: CustomerId }>`
    SELECT receivable_id AS "receivableId", customer_id AS "customerId" FROM receivables
    WHERE org_id = current_org() AND company_id = ${companyId} AND settled_cents < gross_cents
      AND invoice_id = ANY(${invoiceIds as readonly number[]}::bigint[]) ORDER BY receivable_id`.execute(tx);
  return rows;
}
