// Notes and documents of customers written: added, rewritten, taken away and brought back.
import type { CompanyId, CustomerId, InvoiceId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { DocumentKind } from './notes.ts';

/** About which customer, and which of its invoices. */
export type About = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  invoiceId: InvoiceId | null;
  author: string;
}>;

const isAbout = (
  of: About,
) => sql`EXISTS (SELECT FROM customers c WHERE c.org_id = current_org() AND c.company_id = ${of.companyId}
    AND c.customer_id = ${of.customerId})
  AND (${of.invoiceId}::bigint IS NULL OR EXISTS (SELECT FROM invoices i WHERE i.org_id = current_org() AND i.company_id = ${of.companyId}
    AND i.customer_id = ${of.customerId} AND i.invoice_id = ${of.invoiceId}))`;

/** Writes a note; undefined where the company has no such customer, or the customer no such invoice. */
export async function insertNote(tx: Tx, of: About & Readonly<{ text: string }>): Promise<number | undefined> {
  const { rows } = await sql<{ noteId: number }>`
    INSERT INTO notes (company_id, customer_id, invoice_id, text, author)
    SELECT ${of.companyId}, ${of.customerId}, ${of.invoiceId}, ${of.text}, ${of.author} WHERE ${isAbout(of)}
    RETURNING note_id AS "noteId"`.execute(tx);
  return rows[0]?.noteId;
}

/** Rewrites a note in force. */
export async function updateNote(tx: Tx, noteId: number, text: string): Promise<void> {
  await sql`UPDATE notes SET text = ${text} WHERE org_id = current_org() AND note_id = ${noteId}`.execute(tx);
}

/** Adds a kept file to a customer's documents; undefined where the company has no such customer, or the customer no such invoice. */
export async function insertDocument(
  tx: Tx,
  of: About & Readonly<{ sha256: string; name: string; kind: DocumentKind }>,
): Promise<number | undefined> {
  const { rows } = await sql<{ documentId: number }>`
    INSERT INTO customer_documents (company_id, customer_id, invoice_id, sha256, name, kind, author)
    SELECT ${of.companyId}, ${of.customerId}, ${of.invoiceId}, ${of.sha256}, ${of.name}, ${of.kind}, ${of.author} WHERE ${isAbout(of)}
    RETURNING document_id AS "documentId"`.execute(tx);
  return rows[0]?.documentId;
}

/** Takes a note away, or brings it back with null. */
export async function setNoteRemoved(tx: Tx, noteId: number, by: string | null): Promise<void> {
  await sql`UPDATE notes SET removed_at = CASE WHEN ${by}::text IS NULL THEN NULL ELSE recorded_now() END, removed_by = ${by}
    WHERE org_id = current_org() AND note_id = ${noteId}`.execute(tx);
}

/** Takes a document away, or brings it back with null; its bytes stay kept. */
export async function setDocumentRemoved(tx: Tx, documentId: number, by: string | null): Promise<void> {
  await sql`UPDATE customer_documents SET removed_at = CASE WHEN ${by}::text IS NULL THEN NULL ELSE recorded_now() END, removed_by = ${by}
    WHERE org_id = current_org() AND document_id = ${documentId}`.execute(tx);
}
