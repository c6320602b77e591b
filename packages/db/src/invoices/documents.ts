// Documents of invoices: which is kept, which was taken off last, and to which invoice a file name points.
import type { CompanyId, InvoiceId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** The hash of an invoice's document; null where none is known, undefined where the company has no such invoice. */
export async function findDocumentOf(
  tx: Tx,
  companyId: CompanyId,
  invoiceId: InvoiceId,
): Promise<string | null | undefined> {
  const { rows } = await sql<{ sha256: string | null }>`SELECT document_sha256 AS sha256 FROM invoices
    WHERE org_id = current_org() AND company_id = ${companyId} AND invoice_id = ${invoiceId}`.execute(tx);
  return rows[0]?.sha256;
}

/** The document last taken off an invoice, as the journal tells; null where none was. */
export async function findRemovedDocument(tx: Tx, invoiceId: InvoiceId): Promise<string | null> {
  const { rows } = await sql<{ sha256: string }>`SELECT payload::jsonb ->> 'sha256' AS sha256 FROM events
    WHERE org_id = current_org() AND subject_type = 'invoice' AND subject_id = ${String(invoiceId)} AND kind = 'invoice.document_removed'
    ORDER BY seq DESC LIMIT 1`.execute(tx);
  return rows[0]?.sha256 ?? null;
}

/** Invoices of a company whose number, without its dress, is one of `keys`. */
export async function findInvoicesByKey(
  tx: Tx,
  companyId: CompanyId,
  keys: readonly string[],
): Promise<{ invoiceId: InvoiceId; number: string; key: string; hasDocument: boolean }[]> {
  const { rows } = await sql<{ invoiceId: InvoiceId; number: string; key: string; hasDocument: boolean }>`
    SELECT invoice_id AS "invoiceId", number, number_key AS key, document_sha256 IS NOT NULL AS "hasDocument" FROM invoices
    WHERE org_id = current_org() AND company_id = ${companyId} AND number_key = ANY(${keys as string[]}::text[]) ORDER BY invoice_id`.execute(
    tx,
  );
  return rows;
}
