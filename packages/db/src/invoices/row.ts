// An invoice as lists and its own page show it: what is open, its listed due date, its level, what holds it.
import type { Currency, CustomerId, Day, InvoiceId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import { holding } from './holding.ts';

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
  /** Rank of the last step done by the day. */
  level: number;
  /** Reasons of holds in force on it or on its customer. */
  holdReasons: readonly string[];
}>;

const terms = sql`LEFT JOIN LATERAL (
  SELECT coalesce(min(r.due_on) FILTER (WHERE r.settled_cents < r.gross_cents), max(r.due_on)) AS due_on, bool_or(r.due_estimated) AS due_estimated,
    coalesce(sum(r.open_cents), 0)::bigint AS open_cents, bool_or(r.doubtful) AS doubtful
  FROM receivables r WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id) t ON true`;

/** Columns of a row, level reached and holds in force on the day; from `invoiceTables`. */
export const invoiceColumns = (on: Day): RawBuilder<unknown> => sql`
  i.invoice_id AS "invoiceId", i.number, i.customer_id AS "customerId", c.ref AS "customerRef", c.name AS "customerName",
  i.issued_on AS "issuedOn", t.due_on AS "dueOn", coalesce(t.due_estimated, false) AS "dueEstimated", i.currency, i.gross_cents AS "grossCents",
  t.open_cents AS "openCents", coalesce(t.doubtful, false) AS doubtful,
  coalesce((SELECT max(l.rank) FROM receivable_levels l JOIN receivables r ON r.org_id = l.org_id AND r.receivable_id = l.receivable_id
    WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id AND l.done_on <= ${on}), 0) AS level,
  coalesce((SELECT array_agg(DISTINCT h.reason) FROM ${holding} h WHERE h.org_id = i.org_id AND h.company_id = i.company_id
    AND h.customer_id = i.customer_id AND h.from_on <= ${on} AND (h.until_on IS NULL OR h.until_on >= ${on})
    AND (h.receivable_id IS NULL OR h.receivable_id IN (SELECT r.receivable_id FROM receivables r
      WHERE r.org_id = i.org_id AND r.invoice_id = i.invoice_id))), '{}') AS "holdReasons"`;

/** Invoices with their customer and terms: `i`, `c`, `t`. */
export const invoiceTables = sql`invoices i JOIN customers c ON c.org_id = i.org_id AND c.customer_id = i.customer_id ${terms}`;
