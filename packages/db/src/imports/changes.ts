// What one import changed: the first customers, invoices, payments, letterings and withdrawals it brought, to be looked at one by one.
import type { Currency, CustomerId, Day, ImportId, InvoiceId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** One thing brought in or undone; null ids where there is no page to go to. */
export type ImportChangeRow = Readonly<{
  kind: 'customer' | 'invoice' | 'credit_note' | 'payment' | 'lettered' | 'withdrawn';
  customerId: CustomerId;
  customerName: string;
  invoiceId: InvoiceId | null;
  number: string;
  on: Day | null;
  cents: number | null;
  currency: Currency | null;
}>;

/** At most `limit` of each kind, in the order they were brought. */
export async function listImportChanges(tx: Tx, importId: ImportId, limit: number): Promise<ImportChangeRow[]> {
  const of = sql`org_id = current_org() AND import_id = ${importId}`;
  const { rows } = await sql<ImportChangeRow>`
    SELECT x.kind, x.customer_id AS "customerId", c.name AS "customerName", x.invoice_id AS "invoiceId", x.number, x.day AS "on", x.cents,
      x.currency
    FROM (
      (SELECT 1 AS place, 'customer' AS kind, customer_id, NULL::bigint AS invoice_id, ref AS number, NULL::date AS day,
        NULL::bigint AS cents, NULL::text AS currency FROM customers WHERE ${of} ORDER BY customer_id LIMIT ${limit})
      UNION ALL
      (SELECT 2, 'invoice', customer_id, invoice_id, number, issued_on, gross_cents, currency FROM invoices
        WHERE ${of} AND label IS DISTINCT FROM 'withdrawn' ORDER BY invoice_id LIMIT ${limit})
      UNION ALL
      (SELECT 3, 'credit_note', customer_id, NULL, number, issued_on, gross_cents, currency FROM credit_notes
        WHERE ${of} AND label IS DISTINCT FROM 'withdrawn' ORDER BY credit_note_id LIMIT ${limit})
      UNION ALL
      (SELECT 4, 'payment', customer_id, NULL, coalesce(reference, ''), paid_on, cents, currency FROM payments
        WHERE ${of} AND reference IS DISTINCT FROM 'withdrawn' ORDER BY payment_id LIMIT ${limit})
      UNION ALL
      (SELECT 5, 'lettered', r.customer_id, r.invoice_id, i.number, a.allocated_on, a.cents, a.currency
        FROM allocations a JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
          JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
        WHERE a.org_id = current_org() AND a.import_id = ${importId} AND a.cents > 0 ORDER BY a.allocation_id LIMIT ${limit})
      UNION ALL
      (SELECT 6, 'withdrawn', customer_id, NULL, number, issued_on, gross_cents, currency FROM credit_notes
        WHERE ${of} AND label = 'withdrawn' ORDER BY credit_note_id LIMIT ${limit})
      UNION ALL
      (SELECT 6, 'withdrawn', customer_id, NULL, '', paid_on, cents, currency FROM payments
        WHERE ${of} AND reference = 'withdrawn' ORDER BY payment_id LIMIT ${limit})
    ) x JOIN customers c ON c.org_id = current_org() AND c.customer_id = x.customer_id
    ORDER BY x.place, x.number`.execute(tx);
  return rows;
}
