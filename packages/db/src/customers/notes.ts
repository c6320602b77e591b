// Notes and documents of customers read: those in force, and one by id whatever its state.
import type { CompanyId, CustomerId, InvoiceId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type NoteRow = Readonly<{
  noteId: number;
  customerId: CustomerId;
  invoiceId: InvoiceId | null;
  invoiceNumber: string | null;
  text: string;
  author: string;
  writtenAt: Date;
}>;

export type DocumentKind = 'contract' | 'order' | 'delivery_note' | 'correspondence' | 'proof' | 'other';

export type DocumentRow = Readonly<{
  documentId: number;
  customerId: CustomerId;
  invoiceId: InvoiceId | null;
  sha256: string;
  name: string;
  kind: DocumentKind;
  mediaType: string;
  bytes: number;
  author: string;
  addedAt: Date;
}>;

const notesWhere = (condition: RawBuilder<unknown>) => sql<NoteRow>`
  SELECT n.note_id AS "noteId", n.customer_id AS "customerId", n.invoice_id AS "invoiceId", i.number AS "invoiceNumber", n.text, n.author,
    n.written_at AS "writtenAt"
  FROM notes n LEFT JOIN invoices i ON i.org_id = n.org_id AND i.invoice_id = n.invoice_id
  WHERE n.org_id = current_org() AND ${condition} ORDER BY n.written_at DESC, n.note_id DESC`;

/** Notes in force on a customer of the company, or on one of its invoices, newest first. */
export async function listNotes(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; customerId: CustomerId; invoiceId?: InvoiceId }>,
): Promise<NoteRow[]> {
  const invoice = of.invoiceId === undefined ? sql`` : sql`AND n.invoice_id = ${of.invoiceId}`;
  const { rows } = await notesWhere(sql`n.company_id = ${of.companyId} AND n.customer_id = ${of.customerId}
    AND n.removed_at IS NULL ${invoice}`).execute(tx);
  return rows;
}

/** A note of the company, removed or not. */
export async function findNote(tx: Tx, companyId: CompanyId, noteId: number): Promise<NoteRow | undefined> {
  const { rows } = await notesWhere(sql`n.company_id = ${companyId} AND n.note_id = ${noteId}`).execute(tx);
  return rows[0];
}

const documentsWhere = (condition: RawBuilder<unknown>) => sql<DocumentRow>`
  SELECT d.document_id AS "documentId", d.customer_id AS "customerId", d.invoice_id AS "invoiceId", d.sha256, d.name, d.kind,
    f.media_type AS "mediaType", f.bytes, d.author, d.added_at AS "addedAt"
  FROM customer_documents d JOIN files f ON f.org_id = d.org_id AND f.sha256 = d.sha256
  WHERE d.org_id = current_org() AND ${condition} ORDER BY d.added_at DESC, d.document_id DESC`;

/** Documents in force of a customer of the company, newest first. */
export async function listDocuments(tx: Tx, companyId: CompanyId, customerId: CustomerId): Promise<DocumentRow[]> {
  const { rows } = await documentsWhere(
    sql`d.company_id = ${companyId} AND d.customer_id = ${customerId} AND d.removed_at IS NULL`,
  ).execute(tx);
  return rows;
}

/** A document of the company, removed or not. */
export async function findDocument(tx: Tx, companyId: CompanyId, documentId: number): Promise<DocumentRow | undefined> {
  const { rows } = await documentsWhere(sql`d.company_id = ${companyId} AND d.document_id = ${documentId}`).execute(tx);
  return rows[0];
}
