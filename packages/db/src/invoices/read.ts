// Invoices read: the list, and one invoice with its terms, allocations, reminders and sources.
import type {
  ActionId,
  AllocationId,
  CompanyId,
  Currency,
  CustomerId,
  Day,
  InvoiceId,
  ReceivableId,
} from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type InvoiceListRow = Readonly<{
  invoiceId: InvoiceId;
  number: string;
  customerId: CustomerId;
  customerRef: string;
  customerName: string;
  issuedOn: Day;
  dueOn: Day;
  dueEstimated: boolean;
  currency: Currency;
  grossCents: number;
  openCents: number;
  doubtful: boolean;
  level: number;
  /** Reasons of holds in force on it or on its customer. */
  holdReasons: readonly string[];
}>;

export type InvoiceFilter = Readonly<{
  companyId: CompanyId;
  on: Day;
  search?: string;
  customerId?: CustomerId;
  openOnly?: boolean;
  overdueOnly?: boolean;
  paidOnly?: boolean;
  sort: 'due' | 'number' | 'customer' | 'issued' | 'gross' | 'open';
  descending: boolean;
  limit: number;
  offset: number;
}>;

const SORTS: Readonly<Record<InvoiceFilter['sort'], RawBuilder<unknown>>> = {
  due: sql`"dueOn"`,
  number: sql`i.number`,
  customer: sql`lower(unaccent(c.name))`,
  issued: sql`i.issued_on`,
  gross: sql`i.gross_cents`,
  open: sql`"openCents"`,
};

/** Numbers are found by their beginning (indexed), customers by any part of their name or account. */
const searched = (search: string): RawBuilder<unknown> => {
  const start = `${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`AND (i.number LIKE ${start} OR i.number LIKE ${start.toUpperCase()} OR i.customer_id IN (
    SELECT customer_id FROM customers WHERE org_id = current_org()
      AND (unaccent(name) ILIKE unaccent(${`%${search}%`}) OR ref ILIKE ${`${search}%`})))`;
};

const matching = (filter: InvoiceFilter): RawBuilder<unknown> => sql`
  i.org_id = current_org() AND i.company_id = ${filter.companyId}
  ${filter.search ? searched(filter.search) : sql``}
  ${filter.customerId === undefined ? sql`` : sql`AND i.customer_id = ${filter.customerId}`}
  ${
    filter.openOnly || filter.overdueOnly
      ? sql`AND EXISTS (SELECT 1 FROM receivables r WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id
    AND r.settled_cents < r.gross_cents ${filter.overdueOnly ? sql`AND r.due_on < ${filter.on}` : sql``})`
      : sql``
  }
  ${
    filter.paidOnly
      ? sql`AND NOT EXISTS (SELECT 1 FROM receivables r WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id
    AND r.settled_cents < r.gross_cents)`
      : sql``
  }`;

const terms = sql`LEFT JOIN LATERAL (
  SELECT coalesce(min(r.due_on) FILTER (WHERE r.settled_cents < r.gross_cents), max(r.due_on)) AS due_on, bool_or(r.due_estimated) AS due_estimated,
    coalesce(sum(r.open_cents), 0)::bigint AS open_cents, bool_or(r.doubtful) AS doubtful
  FROM receivables r WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id) t ON true`;

const columns = (on: Day): RawBuilder<unknown> => sql`
  i.invoice_id AS "invoiceId", i.number, i.customer_id AS "customerId", c.ref AS "customerRef", c.name AS "customerName",
  i.issued_on AS "issuedOn", t.due_on AS "dueOn", coalesce(t.due_estimated, false) AS "dueEstimated", i.currency, i.gross_cents AS "grossCents",
  t.open_cents AS "openCents", coalesce(t.doubtful, false) AS doubtful,
  coalesce((SELECT max(l.rank) FROM receivable_levels l JOIN receivables r ON r.org_id = l.org_id AND r.receivable_id = l.receivable_id
    WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id), 0) AS level,
  coalesce((SELECT array_agg(DISTINCT h.reason) FROM holds h WHERE h.org_id = i.org_id AND h.customer_id = i.customer_id
    AND h.lifted_on IS NULL AND h.from_on <= ${on} AND (h.until_on IS NULL OR h.until_on >= ${on})
    AND (h.receivable_id IS NULL OR h.receivable_id IN (SELECT r.receivable_id FROM receivables r
      WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id))), '{}') AS "holdReasons"`;

const from = sql`invoices i JOIN customers c ON c.org_id = i.org_id AND c.customer_id = i.customer_id ${terms}`;

/** A page of invoices, how many match, and what is open on all of them. */
export async function listInvoices(
  tx: Tx,
  filter: InvoiceFilter,
): Promise<{ items: InvoiceListRow[]; total: number; openCents: number }> {
  const order = sql`${SORTS[filter.sort]} ${filter.descending ? sql`DESC` : sql`ASC`}, i.invoice_id`;
  const { rows } = await sql<InvoiceListRow>`SELECT ${columns(filter.on)} FROM ${from} WHERE ${matching(filter)}
    ORDER BY ${order} LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(tx);
  const sums = await sql<{ total: number; openCents: number }>`
    SELECT count(*) AS total, coalesce((SELECT sum(r.open_cents) FROM receivables r JOIN invoices i
        ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
      WHERE r.settled_cents < r.gross_cents AND ${matching(filter)}), 0)::bigint AS "openCents"
    FROM invoices i WHERE ${matching(filter)}`.execute(tx);
  return { items: rows, total: sums.rows[0]!.total, openCents: sums.rows[0]!.openCents };
}

export type InvoiceDetail = InvoiceListRow &
  Readonly<{
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
    SELECT ${columns(on)}, i.label, i.sent_on AS "sentOn", i.net_cents AS "netCents", i.vat_cents AS "vatCents", i.import_id AS "importId",
      i.source_row AS "sourceRow"
    FROM ${from} WHERE i.org_id = current_org() AND i.company_id = ${companyId} AND i.invoice_id = ${invoiceId}`.execute(
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
      r.doubtful, coalesce(l.rank, 0) AS level, l.done_on AS "levelOn"
    FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    LEFT JOIN LATERAL (SELECT rank, done_on FROM receivable_levels l WHERE l.org_id = r.org_id AND l.receivable_id = r.receivable_id
      ORDER BY rank DESC LIMIT 1) l ON true
    WHERE r.org_id = current_org() AND ${which} ORDER BY r.due_on, r.receivable_id`.execute(tx);
  return rows;
}

export type AllocationRow = Readonly<{
  allocationId: AllocationId;
  on: Day;
  cents: number;
  source: 'payment' | 'credit_note';
  number: string;
  reversedOn: Day | null;
}>;

/** What was applied to an invoice, reversals beside what they undo. */
export async function listAllocationsOf(tx: Tx, invoiceId: InvoiceId): Promise<AllocationRow[]> {
  const { rows } = await sql<AllocationRow>`
    SELECT a.allocation_id AS "allocationId", a.allocated_on AS "on", a.cents,
      CASE WHEN a.payment_id IS NULL THEN 'credit_note' ELSE 'payment' END AS source, coalesce(n.number, p.reference, '') AS number,
      (SELECT b.allocated_on FROM allocations b WHERE b.org_id = a.org_id AND b.reverses_allocation_id = a.allocation_id) AS "reversedOn"
    FROM allocations a
    JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
    LEFT JOIN payments p ON p.org_id = a.org_id AND p.payment_id = a.payment_id
    LEFT JOIN credit_notes n ON n.org_id = a.org_id AND n.credit_note_id = a.credit_note_id
    WHERE a.org_id = current_org() AND r.invoice_id = ${invoiceId} AND a.reverses_allocation_id IS NULL
    ORDER BY a.allocated_on, a.allocation_id`.execute(tx);
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
