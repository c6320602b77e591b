// The outbox in workers' hands: locked, claimed, marked, ended, given back. Every change of state names the state it leaves.
import type { ActionId, CompanyId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { actionColumns } from './read.ts';
import type { ActionRow } from './rows.ts';

/** Of a company `o` and a customer `c`: nothing really leaves for them. */
const rehearsed = sql<boolean>`(o.test_mode AND NOT coalesce(c.segment, '') = ANY(o.live_segments))`;

/**
 * Locks queued actions that are due and in nobody's hands, oldest first; other workers skip them. `test` of each says whether it is to be
 * rehearsed: its company is in test mode and its customer's segment is not live. `withoutLive` leaves the others waiting,
 * `withoutLiveEmail` their e-mails.
 */
export async function lockDueActions(
  tx: Tx,
  due: Readonly<{ companyId: CompanyId; at: Date; limit: number; withoutLive?: boolean; withoutLiveEmail?: boolean }>,
): Promise<ActionRow[]> {
  const { rows } = await sql<ActionRow & { rehearsed: boolean }>`
    WITH due AS (
      SELECT q.org_id, q.action_id, ${rehearsed} AS rehearsed FROM actions q
      JOIN companies o ON o.org_id = q.org_id AND o.company_id = q.company_id
      JOIN customers c ON c.org_id = q.org_id AND c.customer_id = q.customer_id
      WHERE q.org_id = current_org() AND q.company_id = ${due.companyId} AND q.state = 'queued' AND q.claimed_by IS NULL
        AND q.next_attempt_at <= ${due.at}
        AND (${rehearsed} OR NOT (${due.withoutLive ?? false}::boolean OR (${due.withoutLiveEmail ?? false}::boolean AND q.channel = 'email')))
      ORDER BY q.next_attempt_at, q.action_id LIMIT ${due.limit} FOR UPDATE OF q SKIP LOCKED
    )
    SELECT ${actionColumns}, due.rehearsed FROM actions a JOIN due USING (org_id, action_id) ORDER BY a.action_id`.execute(
    tx,
  );
  return rows.map(({ rehearsed: test, ...row }) => ({ ...row, test }));
}

/** Puts locked actions off to a later instant, saying why; they stay queued. Returns how many. */
export async function deferActions(
  tx: Tx,
  ids: readonly ActionId[],
  later: Readonly<{ at: Date; reason: string }>,
): Promise<number> {
  const result = await sql`
    UPDATE actions SET next_attempt_at = ${later.at}, reason = ${later.reason}
    WHERE org_id = current_org() AND action_id = ANY(${ids as readonly number[]}::bigint[]) AND state = 'queued' AND claimed_by IS NULL`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0);
}

/** Puts locked actions into a worker's hands and opens their attempt. `test` says that nothing will leave. */
export async function claimActions(
  tx: Tx,
  ids: readonly ActionId[],
  claim: Readonly<{ worker: number; test: boolean }>,
): Promise<void> {
  await sql`
    WITH mine AS (
      UPDATE actions SET claimed_by = ${claim.worker}, claimed_at = recorded_now(), attempts = attempts + 1, test = ${claim.test}
      WHERE org_id = current_org() AND action_id = ANY(${ids as readonly number[]}::bigint[]) AND state = 'queued' AND claimed_by IS NULL
      RETURNING action_id, attempts
    )
    INSERT INTO deliveries (action_id, attempt) SELECT action_id, attempts FROM mine`.execute(tx);
}

/** Stores the deadline and the levels of an action as they stand on the day it leaves. */
export async function refreshAction(
  tx: Tx,
  action: Readonly<{
    actionId: ActionId;
    deadlineOn: Day | null;
    items: readonly Readonly<{ receivableId: number; advances: boolean; toRank: number }>[];
  }>,
): Promise<void> {
  await sql`UPDATE actions SET deadline_on = ${action.deadlineOn} WHERE org_id = current_org() AND action_id = ${action.actionId}
    AND deadline_on IS DISTINCT FROM ${action.deadlineOn}::date`.execute(tx);
  await sql`
    UPDATE action_items i SET advances = g.advances, to_rank = g."toRank"
    FROM jsonb_to_recordset(${JSON.stringify(action.items)}::jsonb) AS g("receivableId" bigint, advances boolean, "toRank" int)
    WHERE i.org_id = current_org() AND i.action_id = ${action.actionId} AND i.receivable_id = g."receivableId"
      AND (i.advances, i.to_rank) IS DISTINCT FROM (g.advances, g."toRank")`.execute(tx);
}

/** How a claimed action ended. `retryAt` sends a transient failure back to the queue. */
export type ActionEnd = Readonly<{
  actionId: ActionId;
  /** The worker that held it; what another has taken over is not ended. */
  worker: number;
  outcome: 'sent' | 'transient' | 'permanent' | 'uncertain';
  on: Day;
  at: Date;
  reason?: string;
  code?: string;
  response?: string;
  retryAt?: Date;
}>;

const stateAfter = (end: ActionEnd): string => {
  if (end.outcome === 'sent' || end.outcome === 'uncertain') return end.outcome;
  return end.outcome === 'transient' && end.retryAt ? 'queued' : 'failed';
};

/** Closes the attempt and moves the action to its next state, out of the worker's hands; false where it is in those hands no more. */
export async function endAction(tx: Tx, end: ActionEnd): Promise<boolean> {
  const state = stateAfter(end);
  const done = state === 'sent' || state === 'uncertain';
  const moved = await sql`
    UPDATE actions SET state = ${state}, claimed_by = NULL, claimed_at = NULL,
      failure = ${state === 'failed' ? (end.outcome === 'transient' ? 'transient' : 'permanent') : null},
      reason = ${end.reason ?? null}, next_attempt_at = ${state === 'queued' ? (end.retryAt ?? null) : null},
      done_on = ${done ? end.on : null}, done_at = ${done ? end.at : null}
    WHERE org_id = current_org() AND action_id = ${end.actionId} AND state = 'queued' AND claimed_by = ${end.worker}`.execute(
    tx,
  );
  if (Number(moved.numAffectedRows ?? 0) === 0) return false;
  await sql`
    UPDATE deliveries SET finished_at = recorded_now(), outcome = ${end.outcome}, code = ${end.code ?? null}, response = ${end.response ?? null}
    WHERE org_id = current_org() AND action_id = ${end.actionId} AND finished_at IS NULL`.execute(tx);
  return true;
}

/** Lets no queued e-mail of a company leave before an instant: its mail server cannot be used. */
export async function pauseMails(tx: Tx, companyId: CompanyId, until: Date): Promise<void> {
  await sql`
    UPDATE actions SET next_attempt_at = ${until}
    WHERE org_id = current_org() AND company_id = ${companyId} AND state = 'queued' AND channel = 'email' AND claimed_by IS NULL
      AND next_attempt_at < ${until}`.execute(tx);
}

/** Gives claimed actions back to the queue, for another worker or a later hour; nothing of them left. `code` says why. */
export async function releaseActions(
  tx: Tx,
  ids: readonly ActionId[],
  { at, worker, code = 'released' }: Readonly<{ at: Date; worker: number; code?: 'released' | 'worker_died' }>,
): Promise<void> {
  await sql`
    UPDATE deliveries SET finished_at = recorded_now(), outcome = 'transient', code = ${code}
    WHERE org_id = current_org() AND finished_at IS NULL AND action_id = ANY(${ids as readonly number[]}::bigint[])
      AND EXISTS (SELECT 1 FROM actions a WHERE a.org_id = deliveries.org_id AND a.action_id = deliveries.action_id
        AND a.claimed_by = ${worker})`.execute(tx);
  await sql`
    UPDATE actions SET claimed_by = NULL, claimed_at = NULL, next_attempt_at = ${at}
    WHERE org_id = current_org() AND action_id = ANY(${ids as readonly number[]}::bigint[]) AND state = 'queued' AND claimed_by = ${worker}`.execute(
    tx,
  );
}

/** Marks claimed e-mails as on their way to the mail server, before the first byte of them is. */
export async function markHanded(tx: Tx, ids: readonly ActionId[]): Promise<void> {
  await sql`
    UPDATE deliveries SET code = 'handed_over'
    WHERE org_id = current_org() AND finished_at IS NULL AND action_id = ANY(${ids as readonly number[]}::bigint[])`.execute(
    tx,
  );
}

/** An action in a worker's hands. `wasHanded`: it may be with the mail server already. */
export type ClaimRow = Readonly<{
  actionId: ActionId;
  companyId: CompanyId;
  channel: string;
  test: boolean;
  worker: number;
  wasHanded: boolean;
}>;

/** Queued actions held by workers, for recovery after a crash. */
export async function listClaims(tx: Tx): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    SELECT action_id AS "actionId", company_id AS "companyId", channel, test, claimed_by AS worker,
      EXISTS (SELECT 1 FROM deliveries d WHERE d.org_id = a.org_id AND d.action_id = a.action_id AND d.finished_at IS NULL
        AND d.code = 'handed_over') AS "wasHanded"
    FROM actions a WHERE org_id = current_org() AND claimed_by IS NOT NULL ORDER BY action_id FOR UPDATE OF a SKIP LOCKED`.execute(
    tx,
  );
  return rows;
}
