// Agreed terms as invoices bear them: issue and due dates with what the legal maximum depends on.
import type { CompanyId, Day, InvoiceId } from '@quittance/core/kernel';
import type { CustomerKind } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type AgreedTermRow = Readonly<{
  invoiceId: InvoiceId;
  number: string;
  customerRef: string;
  customerName: string;
  kind: CustomerKind;
  sector: string | null;
  paymentTerms: string | null;
  issuedOn: Day;
  sentOn: Day | null;
  dueOn: Day;
}>;

/**
 * Terms of French professionals and public buyers, open on the day or issued since `since`, the latest due term of each invoice. Estimated
 * due dates are left out: nobody agreed to them.
 */
export async function listAgreedTerms(
  tx: Tx,
  scope: Readonly<{ companyId: CompanyId; since: Day; on: Day }>,
): Promise<AgreedTermRow[]> {
  const { rows } = await sql<AgreedTermRow>`
    SELECT DISTINCT ON (i.issued_on, i.invoice_id) i.invoice_id AS "invoiceId", i.number, c.ref AS "customerRef", c.name AS "customerName",
      c.kind, c.sector, c.payment_terms AS "paymentTerms", i.issued_on AS "issuedOn", i.sent_on AS "sentOn", r.due_on AS "dueOn"
    FROM invoices i
    JOIN receivables r ON r.org_id = i.org_id AND r.invoice_id = i.invoice_id
    JOIN customers c ON c.org_id = i.org_id AND c.customer_id = i.customer_id
    WHERE i.org_id = current_org() AND i.company_id = ${scope.companyId} AND i.nature = 'invoice' AND NOT r.due_estimated
      AND c.kind IN ('business', 'public') AND c.country = 'FR' AND i.issued_on <= ${scope.on}
      AND (r.settled_cents < r.gross_cents OR i.issued_on > ${scope.since})
    ORDER BY i.issued_on, i.invoice_id, r.due_on DESC`.execute(tx);
  return rows;
}

/** What bounds the terms of one invoice; undefined where no French limit is known for it: a consumer, a foreign debtor, an opening. */
export async function findTermFacts(
  tx: Tx,
  companyId: CompanyId,
  invoiceId: InvoiceId,
): Promise<Omit<AgreedTermRow, 'dueOn'> | undefined> {
  const { rows } = await sql<Omit<AgreedTermRow, 'dueOn'>>`
    SELECT i.invoice_id AS "invoiceId", i.number, c.ref AS "customerRef", c.name AS "customerName", c.kind, c.sector,
      c.payment_terms AS "paymentTerms", i.issued_on AS "issuedOn", i.sent_on AS "sentOn"
    FROM invoices i JOIN customers c ON c.org_id = i.org_id AND c.customer_id = i.customer_id
    WHERE i.org_id = current_org() AND i.company_id = ${companyId} AND i.invoice_id = ${invoiceId} AND i.nature = 'invoice'
      AND c.kind IN ('business', 'public') AND c.country = 'FR'`.execute(tx);
  return rows[0];
}
