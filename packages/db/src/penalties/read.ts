// Facts for late penalties: an organization's own rates, and each invoice's due terms with what reduced them, dated.
import type { CompanyId, CustomerId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import type { CustomerKind } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A half-year's rates as edited by the organization, percentages as text ("2.40"). */
export type LegalRateRow = Readonly<{
  halfYear: string;
  ecbMro: string;
  legalIndividual: string;
  legalOther: string;
  source: string;
  doubtful: boolean;
  actor: string;
  recordedOn: Day;
  recordedAt: Date;
}>;

/** The organization's own rows, by half-year; the shipped table serves for the others. */
export async function listLegalRates(tx: Tx): Promise<LegalRateRow[]> {
  const { rows } = await sql<LegalRateRow>`
    SELECT half_year AS "halfYear", ecb_mro AS "ecbMro", legal_individual AS "legalIndividual", legal_other AS "legalOther", source,
      doubtful, actor, recorded_at::date AS "recordedOn", recorded_at AS "recordedAt"
    FROM legal_rates WHERE org_id = current_org() ORDER BY half_year`.execute(tx);
  return rows;
}

export type PenaltyTermRow = Readonly<{
  invoiceId: InvoiceId;
  invoiceNumber: string;
  nature: string;
  customerId: CustomerId;
  customerKind: CustomerKind;
  receivableId: ReceivableId;
  dueOn: Day;
  sentOn: Day | null;
  grossCents: number;
  changes: readonly Readonly<{ on: Day; kind: 'payment' | 'credit_note'; cents: number }>[] | null;
}>;

/**
 * All due terms of the invoices named, in order, each with what reduced it on the day the money came or the credit note was issued, which
 * may be before somebody applied it; money moved here from another customer, the day it came there. What closes a difference counts from its
 * own day. What was undone reduced nothing.
 */
export async function listPenaltyTerms(tx: Tx, invoiceIds: readonly InvoiceId[]): Promise<PenaltyTermRow[]> {
  const { rows } = await sql<PenaltyTermRow>`
    SELECT i.invoice_id AS "invoiceId", i.number AS "invoiceNumber", i.nature, i.customer_id AS "customerId", c.kind AS "customerKind",
      r.receivable_id AS "receivableId", r.due_on AS "dueOn", i.sent_on AS "sentOn", r.gross_cents AS "grossCents",
      (SELECT jsonb_agg(jsonb_build_object('on', coalesce(CASE p.purpose WHEN 'moved_in' THEN (SELECT o.paid_on FROM payment_deeds d JOIN payments o ON o.org_id = d.org_id
            AND o.payment_id = d.payment_id WHERE d.org_id = p.org_id AND d.in_payment_id = p.payment_id) END, p.paid_on, n.issued_on),
          'kind', CASE WHEN n.nature IN ('credit_note', 'opening', 'adjustment') THEN 'credit_note' ELSE 'payment' END, 'cents', a.cents)
          ORDER BY coalesce(p.paid_on, n.issued_on), a.allocation_id)
        FROM allocations a LEFT JOIN payments p ON p.org_id = a.org_id AND p.payment_id = a.payment_id
        LEFT JOIN credit_notes n ON n.org_id = a.org_id AND n.credit_note_id = a.credit_note_id
        WHERE a.org_id = r.org_id AND a.receivable_id = r.receivable_id AND a.reverses_allocation_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM allocations b WHERE b.org_id = a.org_id AND b.reverses_allocation_id = a.allocation_id)) AS changes
    FROM invoices i
    JOIN receivables r ON r.org_id = i.org_id AND r.invoice_id = i.invoice_id
    JOIN customers c ON c.org_id = i.org_id AND c.customer_id = i.customer_id
    WHERE i.org_id = current_org() AND i.invoice_id = ANY(${invoiceIds as readonly number[]}::bigint[])
    ORDER BY i.invoice_id, r.due_on, r.term_no`.execute(tx);
  return rows;
}

/** Invoices of a company bearing a number; several where books reuse one. */
export async function findInvoicesByNumber(tx: Tx, companyId: CompanyId, number: string): Promise<InvoiceId[]> {
  const { rows } = await sql<{ invoiceId: InvoiceId }>`
    SELECT invoice_id AS "invoiceId" FROM invoices
    WHERE org_id = current_org() AND company_id = ${companyId} AND number = ${number} ORDER BY invoice_id`.execute(tx);
  return rows.map((row) => row.invoiceId);
}

/** The day a formal notice about each receivable really left, where one did; for a consumer it starts the interest. */
export async function listFormalNotices(
  tx: Tx,
  receivableIds: readonly ReceivableId[],
): Promise<{ receivableId: ReceivableId; on: Day }[]> {
  const { rows } = await sql<{ receivableId: ReceivableId; on: Day }>`
    SELECT i.receivable_id AS "receivableId", min(a.done_on) AS "on"
    FROM action_items i JOIN actions a ON a.org_id = i.org_id AND a.action_id = i.action_id
    WHERE i.org_id = current_org() AND i.receivable_id = ANY(${receivableIds as readonly number[]}::bigint[])
      AND a.tone = 'formal' AND a.state = 'sent' AND NOT a.test GROUP BY i.receivable_id`.execute(tx);
  return rows;
}
