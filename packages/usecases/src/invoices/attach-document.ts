// Attach the document of an invoice: its PDF, kept by hash, with the line of journal that says who brought it.
import { type CompanyId, type InvoiceId, ok, type Result, refuse } from '@quittance/core/kernel';
import { saveDocument } from '@quittance/db/invoices/write';
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';
import { keepFile } from '../files/index.ts';

/** A document as it came. */
export type InvoiceDocument = Readonly<{
  companyId: CompanyId;
  invoiceId: InvoiceId;
  fileName: string;
  content: Uint8Array;
}>;

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]; // %PDF-

/** Whether bytes are a PDF, by how they begin, whatever a name says. */
export const isPdf = (content: Uint8Array): boolean => PDF.every((byte, index) => content[index] === byte);

/** Refuses what is no PDF by its first bytes, whatever its name says. A second document replaces the first, which is kept. */
export async function attachDocument(
  context: Context,
  { companyId, invoiceId, fileName, content }: InvoiceDocument,
): Promise<Result<string, { code: 'file_refused' | 'not_found' }>> {
  if (!isPdf(content)) return refuse({ code: 'file_refused' });
  return inOrganization(context, async (tx) => {
    const sha256 = await keepFile(tx, { name: fileName, mediaType: 'application/pdf', content });
    if (!(await saveDocument(tx, { companyId, invoiceId, sha256 }))) return refuse({ code: 'not_found' });
    const payload = { fileName, sha256, bytes: content.byteLength };
    await appendEvent(tx, {
      kind: 'invoice.document_kept',
      actor: context.actor,
      subject: 'invoice',
      subjectId: invoiceId,
      payload,
    });
    return ok(sha256);
  });
}
