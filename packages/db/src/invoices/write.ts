// Invoices completed by people: the PDF of the document. Only use cases call this.
import type { CompanyId, InvoiceId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Points an invoice to its document, kept by hash; false where the company has no such invoice. */
export async function saveDocument(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; invoiceId: InvoiceId; sha256: string }>,
): Promise<boolean> {
  const result = await sql`UPDATE invoices SET document_sha256 = ${of.sha256}
    WHERE org_id = current_org() AND company_id = ${of.companyId} AND invoice_id = ${of.invoiceId}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}
