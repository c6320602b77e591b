// Documents of customers: kept by hash, told from their bytes, taken away and brought back; the journal says who did.
import { type CompanyId, type CustomerId, type InvoiceId, ok, type Result, refuse } from '@quittance/core/kernel';
import { type DocumentKind, type DocumentRow, findDocument } from '@quittance/db/customers';
import { insertDocument, setDocumentRemoved } from '@quittance/db/customers/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../context/index.ts';
import { keepFile } from '../files/index.ts';
import { sniffDocument } from './sniff-document.ts';

/** A document as it came. */
export type NewDocument = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  invoiceId: InvoiceId | null;
  fileName: string;
  kind: DocumentKind;
  content: Uint8Array;
}>;

const tell = (tx: Tx, context: Context, kind: string, { customerId, ...document }: DocumentRow) => {
  const { documentId, invoiceId, sha256, name, bytes } = document;
  const line = { kind, actor: context.actor, subject: 'customer', subjectId: customerId };
  return appendEvent(tx, { ...line, payload: { documentId, invoiceId, sha256, name, bytes } });
};

/** Keeps a document. Refuses `file_refused` for content that is none of the accepted kinds, `not_found` for a customer of others. */
export async function keepDocument(
  context: Context,
  given: NewDocument,
): Promise<Result<DocumentRow, { code: 'not_found' | 'file_refused' }>> {
  const { companyId, customerId, invoiceId, fileName: name, kind, content } = given;
  const mediaType = sniffDocument(content);
  if (mediaType === null) return refuse({ code: 'file_refused' });
  return inOrganization(context, async (tx) => {
    const sha256 = await keepFile(tx, { name, mediaType, content });
    const about = { companyId, customerId, invoiceId, author: context.actor };
    const documentId = await insertDocument(tx, { ...about, sha256, name, kind });
    if (documentId === undefined) return refuse({ code: 'not_found' });
    const document = (await findDocument(tx, companyId, documentId))!;
    await tell(tx, context, 'document.added', document);
    return ok(document);
  });
}

/** Takes a document away, or brings it back; its bytes stay kept. */
export const removeDocument = (
  context: Context,
  of: Readonly<{ companyId: CompanyId; documentId: number; removed: boolean }>,
): Promise<Result<DocumentRow, { code: 'not_found' }>> =>
  inOrganization(context, async (tx) => {
    const document = await findDocument(tx, of.companyId, of.documentId);
    if (!document) return refuse({ code: 'not_found' });
    await setDocumentRemoved(tx, of.documentId, of.removed ? context.actor : null);
    await tell(tx, context, of.removed ? 'document.removed' : 'document.restored', document);
    return ok(document);
  });
