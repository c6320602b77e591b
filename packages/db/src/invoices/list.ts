// The list of invoices: the ids of one page first, in an order that indexes give; what is shown of them is joined for that page only.
import type { CompanyId, Currency, CustomerId, Day, InvoiceId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { InvoiceNarrowing } from './narrow.ts';
import { type InvoiceListRow, invoiceColumns, invoiceTables } from './row.ts';
import { foundInvoices } from './search.ts';

export type InvoiceFilter = Readonly<{
  companyId: CompanyId;
  on: Day;
  search?: string;
  customerId?: CustomerId;
  openOnly?: boolean;
  overdueOnly?: boolean;
  paidOnly?: boolean;
  narrow?: InvoiceNarrowing;
  sort: 'due' | 'number' | 'customer' | 'issued' | 'gross' | 'open';
  descending: boolean;
  limit: number;
  offset: number;
}>;

/** A query of what is looked for, or null for everything. */
type Found = RawBuilder<unknown> | null;

// The term an invoice is listed by: its oldest one still open, else the last one that was due.
const listedTerm = sql`(SELECT o.receivable_id FROM receivables o WHERE o.org_id = current_org() AND o.invoice_id = r.invoice_id
  ORDER BY o.settled_cents < o.gross_cents DESC,
    CASE WHEN o.settled_cents < o.gross_cents THEN o.due_on - date '2000-01-01' ELSE date '2000-01-01' - o.due_on END, o.receivable_id
  LIMIT 1)`;

/** Ids by due date, through the term each invoice is listed by: open if any is, overdue if any open one is. */
function idsByDue(filter: InvoiceFilter, found: Found): RawBuilder<unknown> {
  const { companyId, on, openOnly, overdueOnly, paidOnly, descending } = filter;
  const direction = descending ? sql`DESC` : sql`ASC`;
  return sql`SELECT r.invoice_id FROM ${found ? sql`found f JOIN receivables r ON r.invoice_id = f.invoice_id` : sql`receivables r`}
    WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.receivable_id = ${listedTerm}
      ${openOnly || overdueOnly ? sql`AND r.settled_cents < r.gross_cents` : sql``}
      ${overdueOnly ? sql`AND r.due_on < ${on}` : sql``} ${paidOnly ? sql`AND r.settled_cents = r.gross_cents` : sql``}
    ORDER BY r.due_on ${direction}, r.invoice_id ${direction}`;
}

const hasOpenTerm = ({ on, overdueOnly }: InvoiceFilter): RawBuilder<unknown> => sql`EXISTS (SELECT 1 FROM receivables s
  WHERE s.org_id = current_org() AND s.invoice_id = i.invoice_id AND s.settled_cents < s.gross_cents
  ${overdueOnly ? sql`AND s.due_on < ${on}` : sql``})`;

const inState = (filter: InvoiceFilter): RawBuilder<unknown> => sql`
  ${filter.openOnly || filter.overdueOnly ? sql`AND ${hasOpenTerm(filter)}` : sql``}
  ${filter.paidOnly ? sql`AND NOT ${hasOpenTerm(filter)}` : sql``}`;

type ByColumn = Exclude<InvoiceFilter['sort'], 'due' | 'open'>;
type Direction = RawBuilder<unknown>;
const ORDERS: Readonly<Record<Exclude<ByColumn, 'number'>, (direction: Direction) => RawBuilder<unknown>>> = {
  issued: (direction) => sql`i.issued_on ${direction}, i.invoice_id ${direction}`,
  gross: (direction) => sql`i.gross_cents ${direction}, i.invoice_id`,
  customer: (direction) => sql`c.search_name ${direction}, c.customer_id, i.issued_on, i.invoice_id`,
};

// Numbers are ordered as their index is, character by character.
const orderOf = (sort: ByColumn, descending: boolean): RawBuilder<unknown> => {
  if (sort === 'number') return sql`i.number USING ${descending ? sql`~>~` : sql`~<~`}, i.invoice_id`;
  return ORDERS[sort](descending ? sql`DESC` : sql`ASC`);
};

/** Ids by a column of the invoice or of its customer. */
function idsByColumn(filter: InvoiceFilter, sort: ByColumn, found: Found): RawBuilder<unknown> {
  const order = orderOf(sort, filter.descending);
  return sql`SELECT i.invoice_id FROM ${found ? sql`found f JOIN invoices i ON i.invoice_id = f.invoice_id` : sql`invoices i`}
      ${sort === 'customer' ? sql`JOIN customers c ON c.org_id = i.org_id AND c.customer_id = i.customer_id` : sql``}
    WHERE i.org_id = current_org() AND i.company_id = ${filter.companyId} ${inState(filter)} ORDER BY ${order}`;
}

/** Ids by what is open: those that owe from their open terms alone; the settled ones, all equal, in the order they came. */
function idsByOpen(filter: InvoiceFilter, found: Found): RawBuilder<unknown> {
  const { companyId, descending, openOnly, overdueOnly, paidOnly } = filter;
  const mine = sql`i.org_id = current_org() AND i.company_id = ${companyId} ${found ? sql`AND i.invoice_id IN (SELECT invoice_id FROM found)` : sql``}`;
  const owing = sql`SELECT 1 AS owes, sum(i.open_cents) AS open, i.invoice_id FROM receivables i WHERE ${mine}
    AND i.settled_cents < i.gross_cents GROUP BY i.invoice_id
    ${overdueOnly ? sql`HAVING min(i.due_on) < ${filter.on}` : sql``}`;
  const settled = sql`SELECT 0 AS owes, 0 AS open, i.invoice_id FROM invoices i WHERE ${mine} AND NOT ${hasOpenTerm({ ...filter, overdueOnly: false })}`;
  const direction = descending ? sql`DESC` : sql`ASC`;
  const most = filter.limit + filter.offset;
  const first = (rows: RawBuilder<unknown>) =>
    sql`(SELECT * FROM (${rows}) t ORDER BY open ${direction}, invoice_id LIMIT ${most})`;
  const parts = [...(paidOnly ? [] : [first(owing)]), ...(openOnly || overdueOnly ? [] : [first(settled)])];
  return sql`SELECT invoice_id FROM (${parts.length > 0 ? sql.join(parts, sql` UNION ALL `) : sql`SELECT 0 AS owes, 0 AS open, 0::bigint AS invoice_id WHERE false`}) b
    ORDER BY owes ${direction}, open ${direction}, invoice_id`;
}

/** Ids in the order asked. */
function orderedIds(filter: InvoiceFilter, found: Found): RawBuilder<unknown> {
  if (filter.sort === 'due') return idsByDue(filter, found);
  return filter.sort === 'open' ? idsByOpen(filter, found) : idsByColumn(filter, filter.sort, found);
}

const withFound = (found: Found): RawBuilder<unknown> => (found ? sql`found AS MATERIALIZED (${found}),` : sql``);

async function readPage(tx: Tx, filter: InvoiceFilter, found: Found): Promise<InvoiceListRow[]> {
  const ids = orderedIds(filter, found);
  const { rows } = await sql<InvoiceListRow>`
    WITH ${withFound(found)} page AS MATERIALIZED (
      SELECT invoice_id, row_number() OVER () AS place FROM (${ids} LIMIT ${filter.limit} OFFSET ${filter.offset}) ids)
    SELECT ${invoiceColumns(filter.on)} FROM page JOIN (${invoiceTables}) ON i.org_id = current_org() AND i.invoice_id = page.invoice_id
    ORDER BY page.place`.execute(tx);
  return rows;
}

type Sums = Readonly<{ total: number; openCents: number }>;

/** How many match, and what is open on them: from open terms alone where only open invoices are asked for. */
async function readSums(tx: Tx, filter: InvoiceFilter, found: Found): Promise<Sums> {
  const { companyId, on, openOnly, overdueOnly, paidOnly } = filter;
  const among = found ? sql`AND invoice_id IN (SELECT invoice_id FROM found)` : sql``;
  const mine = sql`org_id = current_org() AND company_id = ${companyId} ${among}`;
  const open = sql`FROM receivables WHERE ${mine} AND settled_cents < gross_cents`;
  const cents = sql`SELECT coalesce(sum(open_cents), 0)::bigint ${paidOnly ? sql`FROM (SELECT 0 AS open_cents) none` : open}`;
  const all =
    found && !paidOnly
      ? sql`SELECT count(*) FROM found`
      : sql`SELECT count(*) FROM invoices i WHERE ${mine} ${inState(filter)}`;
  const openOnes = sql`SELECT count(*) FROM (SELECT DISTINCT invoice_id ${open}) o`;
  const sums = overdueOnly
    ? sql`SELECT count(*) AS total, coalesce(sum(cents), 0)::bigint AS "openCents" FROM (SELECT invoice_id, sum(open_cents) AS cents ${open}
        GROUP BY invoice_id HAVING min(due_on) < ${on}) o`
    : sql`SELECT (${openOnly ? openOnes : all}) AS total, (${cents}) AS "openCents"`;
  const { rows } = await sql<Sums>`${found ? sql`WITH found AS MATERIALIZED (${found})` : sql``} ${sums}`.execute(tx);
  return rows[0]!;
}

/** What is open and late on all that match, currency by currency. */
export type CurrencySum = Readonly<{ currency: Currency; openCents: number; overdueCents: number }>;

async function readCurrencySums(tx: Tx, filter: InvoiceFilter, found: Found): Promise<CurrencySum[]> {
  if (filter.paidOnly) return [];
  const { companyId, on, overdueOnly } = filter;
  const late = sql`SELECT s.invoice_id FROM receivables s WHERE s.org_id = current_org() AND s.company_id = ${companyId}
    AND s.settled_cents < s.gross_cents AND s.due_on < ${on}`;
  const { rows } = await sql<CurrencySum>`${found ? sql`WITH found AS MATERIALIZED (${found})` : sql``}
    SELECT currency, sum(open_cents)::bigint AS "openCents", coalesce(sum(open_cents) FILTER (WHERE due_on < ${on}), 0)::bigint AS "overdueCents"
    FROM receivables WHERE org_id = current_org() AND company_id = ${companyId} AND settled_cents < gross_cents
      ${found ? sql`AND invoice_id IN (SELECT invoice_id FROM found)` : sql``} ${overdueOnly ? sql`AND invoice_id IN (${late})` : sql``}
    GROUP BY currency ORDER BY 2 DESC`.execute(tx);
  return rows;
}

/** What all that match add up to: how many, what is open on them, and by currency what is open and late. */
export type InvoiceSums = Sums & Readonly<{ sums: CurrencySum[] }>;

/** The sums of everything that matches; order and page do not count. */
export async function readInvoiceSums(tx: Tx, filter: InvoiceFilter): Promise<InvoiceSums> {
  const found = foundInvoices(filter);
  return { ...(await readSums(tx, filter, found)), sums: await readCurrencySums(tx, filter, found) };
}

/** The rows of a page. */
export const listInvoicePage = (tx: Tx, filter: InvoiceFilter): Promise<InvoiceListRow[]> =>
  readPage(tx, filter, foundInvoices(filter));

/** A page of invoices, how many match, and what is open on all of them. */
export async function listInvoices(tx: Tx, filter: InvoiceFilter): Promise<InvoiceSums & { items: InvoiceListRow[] }> {
  return { items: await listInvoicePage(tx, filter), ...(await readInvoiceSums(tx, filter)) };
}

/** Ids of all that match, in the order of the list; at most `limit`. */
export async function listInvoiceIds(tx: Tx, filter: InvoiceFilter): Promise<InvoiceId[]> {
  const found = foundInvoices(filter);
  const ids = orderedIds(filter, found);
  const { rows } = await sql<{ id: InvoiceId }>`${found ? sql`WITH found AS MATERIALIZED (${found})` : sql``}
    SELECT invoice_id AS id FROM (${ids} LIMIT ${filter.limit}) ids`.execute(tx);
  return rows.map(({ id }) => id);
}
