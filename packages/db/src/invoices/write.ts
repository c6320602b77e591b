// Invoices completed by people: the PDF of the document, due dates and discounts agreed later. Only use cases call this.
import type { CompanyId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Points an invoice to its document, kept by hash, or to none; false where the company has no such invoice. */
export async function saveDocument(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; invoiceId: InvoiceId; sha256: string | null }>,
): Promise<boolean> {
  const result = await sql`UPDATE invoices SET document_sha256 = ${of.sha256}
    WHERE org_id = current_org() AND company_id = ${of.companyId} AND invoice_id = ${of.invoiceId}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

export type DueDateOrder = Readonly<{
  receivableId: ReceivableId;
  on: Day;
  oldDueOn: Day;
  newDueOn: Day;
  wasEstimated: boolean;
  reason: string;
  actor: string;
}>;

/** Gives a term a due date somebody agreed to, if it still has the old one; a dated line keeps it. False where it changed meanwhile. */
export async function saveDueDate(tx: Tx, change: DueDateOrder): Promise<boolean> {
  const { receivableId, on, oldDueOn, newDueOn } = change;
  const moved = await sql`UPDATE receivables SET due_on = ${newDueOn}, due_estimated = false
    WHERE org_id = current_org() AND receivable_id = ${receivableId} AND due_on = ${oldDueOn}`.execute(tx);
  if (Number(moved.numAffectedRows ?? 0) === 0) return false;
  await sql`INSERT INTO due_date_changes (receivable_id, changed_on, old_due_on, new_due_on, was_estimated, reason, actor)
    VALUES (${receivableId}, ${on}, ${oldDueOn}, ${newDueOn}, ${change.wasEstimated}, ${change.reason}, ${change.actor})`.execute(
    tx,
  );
  return true;
}

type Discount = Readonly<{ cents: number; untilOn: Day }>;

/** Gives a term an early-payment discount, or none, if it still has the old one. False where it changed meanwhile. */
export async function saveDiscount(
  tx: Tx,
  of: Readonly<{ receivableId: ReceivableId; old: Discount | null; discount: Discount | null }>,
): Promise<boolean> {
  const { receivableId, old, discount } = of;
  const saved = await sql`UPDATE receivables SET discount_cents = ${discount?.cents ?? null}::bigint,
      discount_until_on = ${discount?.untilOn ?? null}::date
    WHERE org_id = current_org() AND receivable_id = ${receivableId}
      AND discount_cents IS NOT DISTINCT FROM ${old?.cents ?? null}::bigint
      AND discount_until_on IS NOT DISTINCT FROM ${old?.untilOn ?? null}::date`.execute(tx);
  return Number(saved.numAffectedRows ?? 0) > 0;
}
