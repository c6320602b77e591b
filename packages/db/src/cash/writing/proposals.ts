// Proposals written: what the engine last said of waiting movements, and whom nobody chases meanwhile. Only use cases call this.
import type { CompanyId, CustomerId, Day, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { isWaiting } from '../conditions.ts';
import type { StoredExplanation } from '../stored.ts';

export type NewProposal = Readonly<{
  transactionId: number;
  decision: 'auto' | 'suggest' | 'none';
  best: StoredExplanation | null;
  alternatives: readonly StoredExplanation[];
  /** Whom and what the movement could settle; a null term is the customer as a whole. */
  candidates: readonly Readonly<{ customerId: CustomerId; receivableId: ReceivableId | null }>[];
  /** Days nobody chases them. */
  fromOn: Day;
  untilOn: Day;
}>;

/** The movement `t` in a person's words: text, amount, day. */
const NOTE = sql`concat_ws(' · ', nullif(left(btrim(t.label), 80), ''), replace(round(t.cents / 100.0, 2)::text, '.', ',') || ' ' || t.currency,
  to_char(t.booked_on, 'DD/MM/YYYY'))`;

/** Keeps what was said of those that still wait; the same said again keeps its instant, so that a screen's proposal stays good. */
export async function saveProposals(tx: Tx, companyId: CompanyId, rows: readonly NewProposal[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ transactionId }) => transactionId);
  await sql`SELECT 1 FROM bank_transactions WHERE org_id = current_org() AND transaction_id = ANY(${ids}::bigint[])
    ORDER BY transaction_id FOR NO KEY UPDATE`.execute(tx);
  const held = rows.map(({ best: _, alternatives: __, decision: ___, ...each }) => each);
  const said = rows.map(({ candidates: _, ...each }) => each);
  await sql`
    INSERT INTO bank_proposals AS old (transaction_id, company_id, decision, confidence, best, alternatives)
    SELECT g."transactionId", ${companyId}, g.decision, coalesce((g.best ->> 'confidence')::numeric, 0), nullif(g.best, 'null'), g.alternatives
    FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS g ("transactionId" bigint, decision text, best jsonb, alternatives jsonb)
    JOIN bank_transactions t ON t.org_id = current_org() AND t.transaction_id = g."transactionId"
    WHERE ${isWaiting}
    ON CONFLICT (org_id, transaction_id) DO UPDATE SET decision = excluded.decision, confidence = excluded.confidence, best = excluded.best,
      alternatives = excluded.alternatives, made_at = CASE WHEN (old.best, old.alternatives) IS NOT DISTINCT FROM (excluded.best, excluded.alternatives)
        THEN old.made_at ELSE greatest(excluded.made_at, date_trunc('milliseconds', old.made_at) + interval '1 millisecond') END`.execute(
    tx,
  );
  await dropCandidates(tx, ids);
  await sql`
    INSERT INTO bank_candidates (transaction_id, company_id, customer_id, receivable_id, from_on, until_on, note)
    SELECT DISTINCT g."transactionId", ${companyId}::bigint, c."customerId", c."receivableId", g."fromOn", g."untilOn", ${NOTE}
    FROM jsonb_to_recordset(${JSON.stringify(held)}::jsonb) AS g ("transactionId" bigint, candidates jsonb, "fromOn" date, "untilOn" date)
    CROSS JOIN jsonb_to_recordset(g.candidates) AS c ("customerId" bigint, "receivableId" bigint)
    JOIN bank_transactions t ON t.org_id = current_org() AND t.transaction_id = g."transactionId"
    WHERE ${isWaiting}`.execute(tx);
}

/** Nobody is held for these movements any more. */
export async function dropCandidates(tx: Tx, transactionIds: readonly number[]): Promise<void> {
  await sql`DELETE FROM bank_candidates WHERE org_id = current_org() AND transaction_id = ANY(${transactionIds as number[]}::bigint[])`.execute(
    tx,
  );
}

/** A stored proposal under its movement's lock. */
export async function findProposal(
  tx: Tx,
  transactionId: number,
): Promise<{ best: StoredExplanation | null; alternatives: StoredExplanation[]; madeAt: Date } | undefined> {
  const { rows } = await sql<{ best: StoredExplanation | null; alternatives: StoredExplanation[]; madeAt: Date }>`
    SELECT best, alternatives, made_at AS "madeAt" FROM bank_proposals
    WHERE org_id = current_org() AND transaction_id = ${transactionId}`.execute(tx);
  return rows[0];
}

/** Waiting movements whose candidates are among these customers, with every customer each could concern. */
export async function listConcerned(
  tx: Tx,
  companyId: CompanyId,
  customerIds: readonly CustomerId[],
  most: number,
): Promise<{ transactionId: number; customerIds: CustomerId[] }[]> {
  const { rows } = await sql<{ transactionId: number; customerIds: CustomerId[] }>`
    SELECT c.transaction_id AS "transactionId", array_agg(DISTINCT c.customer_id) AS "customerIds"
    FROM bank_candidates c WHERE c.org_id = current_org() AND c.transaction_id IN (
      SELECT n.transaction_id FROM bank_candidates n WHERE n.org_id = current_org() AND n.company_id = ${companyId}
        AND n.customer_id = ANY(${customerIds as readonly number[]}::bigint[]))
    GROUP BY c.transaction_id ORDER BY c.transaction_id LIMIT ${most}`.execute(tx);
  return rows;
}
