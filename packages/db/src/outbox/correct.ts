// The outbox corrected by people: try again, say that it arrived, note a tracking number, keep a proof.
import type { ActionId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** failed or uncertain → queued again, from now. Returns those it concerned. */
export async function requeueActions(tx: Tx, ids: readonly ActionId[], at: Date): Promise<ActionId[]> {
  const { rows } = await sql<{ actionId: ActionId }>`
    UPDATE actions SET state = 'queued', failure = NULL, reason = NULL, done_on = NULL, done_at = NULL, next_attempt_at = ${at}
    WHERE org_id = current_org() AND action_id = ANY(${ids as readonly number[]}::bigint[]) AND state IN ('failed', 'uncertain')
    RETURNING action_id AS "actionId"`.execute(tx);
  return rows.map((row) => row.actionId);
}

/** uncertain → sent, because a person says so. Returns those it concerned. */
export async function confirmActions(tx: Tx, ids: readonly ActionId[]): Promise<ActionId[]> {
  const { rows } = await sql<{ actionId: ActionId }>`
    UPDATE actions SET state = 'sent', reason = 'confirmed'
    WHERE org_id = current_org() AND action_id = ANY(${ids as readonly number[]}::bigint[]) AND state = 'uncertain'
    RETURNING action_id AS "actionId"`.execute(tx);
  return rows.map((row) => row.actionId);
}

/** The postal tracking number of a registered letter. False where there is no such letter. */
export async function saveTracking(tx: Tx, actionId: ActionId, trackingNumber: string): Promise<boolean> {
  const result = await sql`UPDATE messages SET tracking_number = ${trackingNumber}
    WHERE org_id = current_org() AND action_id = ${actionId} AND channel = 'registered_letter'`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** The proof of a letter that was sent, by the hash of a kept file. False where there is no such letter. */
export async function saveProof(tx: Tx, actionId: ActionId, sha256: string): Promise<boolean> {
  const result = await sql`UPDATE messages m SET proof_sha256 = ${sha256} FROM actions a
    WHERE m.org_id = current_org() AND m.action_id = ${actionId} AND m.channel IN ('letter', 'registered_letter')
      AND a.org_id = m.org_id AND a.action_id = m.action_id AND a.state = 'sent'`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** A contact's or customer's address that a mail server says does not exist is not written to again until repaired (R10). */
export async function markBounced(tx: Tx, actionId: ActionId): Promise<void> {
  await sql`UPDATE contacts k SET email_status = 'bounced' FROM actions a
    WHERE a.org_id = current_org() AND a.action_id = ${actionId} AND k.org_id = a.org_id AND k.contact_id = a.contact_id`.execute(
    tx,
  );
  await sql`UPDATE customers c SET email_status = 'bounced' FROM actions a
    WHERE a.org_id = current_org() AND a.action_id = ${actionId} AND a.contact_id IS NULL
      AND c.org_id = a.org_id AND c.customer_id = a.customer_id`.execute(tx);
}

/** Closes the tasks raised by an action. */
export async function closeTasksOf(
  tx: Tx,
  actionId: ActionId,
  done: Readonly<{ on: Day; by: string; outcome: string }>,
): Promise<void> {
  await sql`UPDATE tasks SET state = 'done', outcome = ${done.outcome}, done_on = ${done.on}, done_by = ${done.by}
    WHERE org_id = current_org() AND action_id = ${actionId} AND state = 'open'`.execute(tx);
}

/** Stores a print batch with its letters; returns its id. */
export async function insertPrintBatch(
  tx: Tx,
  batch: Readonly<{
    companyId: number;
    madeOn: Day;
    actionIds: readonly ActionId[];
    pdfSha256: string;
    postageSha256: string;
    actor: string;
  }>,
): Promise<number> {
  const { rows } = await sql<{ batchId: number }>`
    INSERT INTO print_batches (company_id, made_on, letters, pdf_sha256, postage_sha256, actor)
    VALUES (${batch.companyId}, ${batch.madeOn}, ${batch.actionIds.length}, ${batch.pdfSha256}, ${batch.postageSha256}, ${batch.actor})
    RETURNING batch_id AS "batchId"`.execute(tx);
  const batchId = rows[0]!.batchId;
  await sql`INSERT INTO print_batch_actions (batch_id, action_id)
    SELECT ${batchId}, unnest(${batch.actionIds as readonly number[]}::bigint[])`.execute(tx);
  return batchId;
}
