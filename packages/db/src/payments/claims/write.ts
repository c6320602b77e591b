// Claims written: noted, decided about, given up.
import type { CompanyId, CustomerId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

export type NewClaim = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  invoiceId: InvoiceId;
  onReceivableId: ReceivableId;
  kind: 'interest' | 'fixed_fee';
  fromOn: Day | null;
  toOn: Day | null;
  cents: number;
  segments: readonly unknown[];
  disposition: string;
  decidedBy: string;
  actor: string;
  claimedOn: Day;
  deedId: number;
}>;

/** Notes a claim; returns its id. */
export async function insertClaim(tx: Tx, row: NewClaim): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO late_fee_claims (company_id, customer_id, invoice_id, on_receivable_id, kind, from_on, to_on, cents, segments, disposition,
      decided_by, actor, claimed_on, deed_id)
    VALUES (${row.companyId}, ${row.customerId}, ${row.invoiceId}, ${row.onReceivableId}, ${row.kind}, ${row.fromOn}, ${row.toOn}, ${row.cents},
      ${JSON.stringify(row.segments)}::jsonb, ${row.disposition}, ${row.decidedBy}, ${row.actor}, ${row.claimedOn}, ${row.deedId})
    RETURNING claim_id AS id`.execute(tx);
  return rows[0]!.id;
}

/** What may change of a claim. */
export type ClaimChange = Readonly<{
  disposition: string;
  decidedBy: string;
  holdId: number | null;
  waivedOn: Day | null;
  isWaivedByRule: boolean;
  waiverDeedId: number | null;
}>;

/** Writes the changeable part of a claim anew. */
export async function updateClaim(tx: Tx, claimId: number, to: ClaimChange): Promise<void> {
  await sql`UPDATE late_fee_claims SET disposition = ${to.disposition},
      decided_at = CASE WHEN disposition = ${to.disposition} THEN decided_at ELSE recorded_now() END, decided_by = ${to.decidedBy},
      hold_id = ${to.holdId}, waived_on = ${to.waivedOn}, waived_by_rule = ${to.isWaivedByRule}, waiver_deed_id = ${to.waiverDeedId}
    WHERE org_id = current_org() AND claim_id = ${claimId}`.execute(tx);
}

/** A waiver undone leaves its claim as it was before. */
export async function releaseWaiver(tx: Tx, waiverDeedId: number): Promise<void> {
  await sql`UPDATE late_fee_claims SET waived_on = NULL, waived_by_rule = false, waiver_deed_id = NULL
    WHERE org_id = current_org() AND waiver_deed_id = ${waiverDeedId}`.execute(tx);
}
