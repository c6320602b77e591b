// The outbox edited by people before it leaves: words and address for this once, an approval taken back, letters noted as posted.
import type { ActionId, CompanyId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { EditedText } from './rows.ts';

/** Keeps words written for this message alone, or gives the template its place back. False once it left or is in a worker's hands. */
export async function saveEdited(tx: Tx, actionId: ActionId, edited: EditedText | null): Promise<boolean> {
  const result = await sql`
    UPDATE actions SET edited = ${edited === null ? null : JSON.stringify(edited)}::jsonb
    WHERE org_id = current_org() AND action_id = ${actionId} AND claimed_by IS NULL
      AND state IN ('planned', 'approved', 'queued', 'failed')`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** Writes this message to another address. False once it left or is in a worker's hands. */
export async function saveAddress(tx: Tx, actionId: ActionId, toAddress: string): Promise<boolean> {
  const result = await sql`
    UPDATE actions SET to_address = ${toAddress}
    WHERE org_id = current_org() AND action_id = ${actionId} AND claimed_by IS NULL AND channel = 'email'
      AND state IN ('planned', 'approved', 'queued', 'failed', 'uncertain')`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** approved or queued → planned: an approval taken back before anything was tried. Returns those it concerned. */
export async function unapproveActions(tx: Tx, ids: readonly ActionId[]): Promise<ActionId[]> {
  const { rows } = await sql<{ actionId: ActionId }>`
    UPDATE actions SET state = 'planned', approved_by = NULL, approved_at = NULL, next_attempt_at = NULL, reason = NULL
    WHERE org_id = current_org() AND action_id = ANY(${ids as readonly number[]}::bigint[])
      AND state IN ('approved', 'queued') AND claimed_by IS NULL AND attempts = 0
    RETURNING action_id AS "actionId"`.execute(tx);
  return rows.map((row) => row.actionId);
}

/** Notes the day the letters of a batch were posted, or takes that back with null. False where there is no such batch. */
export async function savePosted(
  tx: Tx,
  batch: Readonly<{ companyId: CompanyId; batchId: number; posted: Readonly<{ on: Day; by: string }> | null }>,
): Promise<boolean> {
  const result = await sql`
    UPDATE print_batches SET posted_on = ${batch.posted?.on ?? null}, posted_by = ${batch.posted?.by ?? null}
    WHERE org_id = current_org() AND company_id = ${batch.companyId} AND batch_id = ${batch.batchId}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}
