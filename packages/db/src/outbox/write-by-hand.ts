// Messages by hand stored: outside the ladder (rank 0), queued at once, and once only for each key of the form that sent it.
import type { ActionId, CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { ActionRow, EditedText } from './rows.ts';

/** What is written, about what, by whom. `requestKey` is a UUID made by the form. */
export type ByHand = Pick<
  ActionRow,
  | 'companyId'
  | 'customerId'
  | 'channel'
  | 'scenario'
  | 'scenarioVersion'
  | 'tone'
  | 'language'
  | 'contactId'
  | 'totalCents'
  | 'currency'
  | 'credits'
> &
  Readonly<{
    on: Day;
    at: Date;
    actor: string;
    requestKey: string;
    edited: EditedText;
    items: readonly Readonly<{ receivableId: number; cents: number; toRank: number }>[];
  }>;

/** Step of a message that is on no ladder. */
const STEP_BY_HAND = 'by_hand';

/** The action that key made already, or undefined. */
export async function findByRequest(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; customerId: CustomerId; requestKey: string }>,
): Promise<ActionId | undefined> {
  const { rows } = await sql<{ actionId: ActionId }>`SELECT action_id AS "actionId" FROM actions
    WHERE org_id = current_org() AND company_id = ${of.companyId} AND customer_id = ${of.customerId} AND request_key = ${of.requestKey}`.execute(
    tx,
  );
  return rows[0]?.actionId;
}

/** Queues the message; undefined where that key made one already. */
export async function insertByHand(tx: Tx, of: ByHand): Promise<ActionId | undefined> {
  const { rows } = await sql<{ actionId: ActionId }>`
    WITH made AS (
      INSERT INTO actions (company_id, customer_id, planned_on, channel, scenario, scenario_version, step, rank, tone, language, contact_id,
        total_cents, currency, needs_approval, rule, credits, state, approved_by, approved_at, next_attempt_at, edited, request_key)
      VALUES (${of.companyId}, ${of.customerId}, ${of.on}, ${of.channel}, ${of.scenario}, ${of.scenarioVersion}, ${STEP_BY_HAND}, 0, ${of.tone},
        ${of.language}, ${of.contactId}, ${of.totalCents}, ${of.currency}, false, 'R13', ${JSON.stringify(of.credits)}::jsonb, 'queued', ${of.actor},
        recorded_now(), ${of.at}, ${JSON.stringify(of.edited)}::jsonb, ${of.requestKey})
      ON CONFLICT (org_id, request_key) WHERE request_key IS NOT NULL DO NOTHING RETURNING action_id
    ), listed AS (
      INSERT INTO action_items (action_id, receivable_id, cents, advances, to_rank)
      SELECT made.action_id, g."receivableId", g.cents, false, g."toRank"
      FROM made CROSS JOIN jsonb_to_recordset(${JSON.stringify(of.items)}::jsonb) AS g ("receivableId" bigint, cents bigint, "toRank" int)
    )
    SELECT action_id AS "actionId" FROM made`.execute(tx);
  return rows[0]?.actionId;
}
