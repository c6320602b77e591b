// The outbox written: actions planned, approved, cancelled, queued; levels, messages and tasks. Every change of state names the state it leaves.
import type { PlannedAction } from '@quittance/core/dunning';
import type { ActionId, CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { overRehearsal } from './rehearsal.ts';

export * from './claims.ts';
export * from './correct.ts';
export * from './edit.ts';
export * from './write-by-hand.ts';

/** Stores planned actions with their items; one already there for the same customer, day, channel and level is left alone. */
export async function insertActions(
  tx: Tx,
  batch: Readonly<{ companyId: CompanyId; on: Day; actions: readonly PlannedAction[] }>,
): Promise<ActionId[]> {
  return (await insertPlanned(tx, batch)).map((row) => row.actionId);
}

/** A stored action, with what its key is made of. */
export type StoredAction = Readonly<{
  actionId: ActionId;
  customerId: CustomerId;
  channel: PlannedAction['channel'];
  rank: number;
  currency: PlannedAction['currency'];
}>;

/** The same, each with what its key is made of. */
export async function insertPlanned(
  tx: Tx,
  batch: Readonly<{ companyId: CompanyId; on: Day; actions: readonly PlannedAction[] }>,
): Promise<StoredAction[]> {
  if (batch.actions.length === 0) return [];
  const { rows } = await sql<StoredAction>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(batch.actions)}::jsonb) AS g(
        "customerId" bigint, channel text, scenario text, "scenarioVersion" int, step text, rank int, tone text, language text,
        items jsonb, credits jsonb, "totalCents" bigint, currency text, "needsApproval" boolean, rule text, "contactId" bigint,
        "deadlineOn" date)
    ), made AS (
      INSERT INTO actions (company_id, customer_id, planned_on, channel, scenario, scenario_version, step, rank, tone, language,
        contact_id, total_cents, currency, deadline_on, needs_approval, rule, credits, state)
      SELECT ${batch.companyId}, "customerId", ${batch.on}, channel, scenario, "scenarioVersion", step, rank, tone, language,
        nullif("contactId", 0), "totalCents", currency, "deadlineOn", "needsApproval", rule, credits, 'planned' FROM given
      ON CONFLICT DO NOTHING
      RETURNING action_id, customer_id, channel, rank, currency
    ), listed AS (
      INSERT INTO action_items (action_id, receivable_id, cents, advances, to_rank)
      SELECT made.action_id, (item ->> 'receivableId')::bigint, (item ->> 'cents')::bigint, (item ->> 'advances')::boolean,
        (item ->> 'toRank')::int
      FROM made JOIN given ON given."customerId" = made.customer_id AND given.channel = made.channel AND given.rank = made.rank
        AND given.currency = made.currency
      CROSS JOIN LATERAL jsonb_array_elements(given.items) AS item
    )
    SELECT action_id AS "actionId", customer_id AS "customerId", channel, rank, currency FROM made ORDER BY action_id`.execute(
    tx,
  );
  return rows;
}

/** planned → approved. Returns those that were still planned. */
export async function approveActions(tx: Tx, ids: readonly ActionId[], actor: string): Promise<ActionId[]> {
  const { rows } = await sql<{ actionId: ActionId }>`
    UPDATE actions SET state = 'approved', approved_by = ${actor}, approved_at = recorded_now()
    WHERE org_id = current_org() AND action_id = ANY(${ids as readonly number[]}::bigint[]) AND state = 'planned'
    RETURNING action_id AS "actionId"`.execute(tx);
  return rows.map((row) => row.actionId);
}

/** planned, approved or queued (and not in a worker's hands) → cancelled, with its reason. Returns those it concerned. */
export async function cancelActions(
  tx: Tx,
  ids: readonly ActionId[],
  why: Readonly<{ reason: string; facts?: unknown }>,
): Promise<ActionId[]> {
  const { rows } = await sql<{ actionId: ActionId }>`
    UPDATE actions SET state = 'cancelled', reason = ${why.reason}, reason_facts = ${JSON.stringify(why.facts ?? null)}::jsonb,
      next_attempt_at = NULL
    WHERE org_id = current_org() AND action_id = ANY(${ids as readonly number[]}::bigint[])
      AND state IN ('planned', 'approved', 'queued') AND claimed_by IS NULL
    RETURNING action_id AS "actionId"`.execute(tx);
  return rows.map((row) => row.actionId);
}

/** approved → queued, to leave from `from` on. Returns how many. */
export async function queueApproved(
  tx: Tx,
  companyId: CompanyId,
  from: Readonly<{ on: Day; at: Date }>,
): Promise<number> {
  const result = await sql`
    UPDATE actions SET state = 'queued', next_attempt_at = ${from.at}
    WHERE org_id = current_org() AND company_id = ${companyId} AND state = 'approved' AND planned_on <= ${from.on}`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0);
}

/** Records the step as done for each receivable that advances (R3). A receivable never gets the same rank twice; one rehearsed in test mode may. */
export async function insertLevels(
  tx: Tx,
  actionId: ActionId,
  level: Readonly<{ on: Day; actor: string }>,
): Promise<void> {
  await sql`
    INSERT INTO receivable_levels (receivable_id, rank, company_id, customer_id, scenario, step, done_on, origin, action_id, actor)
    SELECT i.receivable_id, i.to_rank, a.company_id, a.customer_id, a.scenario, a.step, ${level.on}, 'sent', a.action_id, ${level.actor}
    FROM actions a JOIN action_items i ON i.org_id = a.org_id AND i.action_id = a.action_id
    WHERE a.org_id = current_org() AND a.action_id = ${actionId} AND i.advances
    ${overRehearsal}`.execute(tx);
}

/** A message word for word, kept with its action before it leaves. */
export type NewMessage = Readonly<{
  actionId: ActionId;
  channel: string;
  language: string;
  toName: string;
  toAddress: string;
  subject: string;
  textBody: string;
  htmlBody: string | null;
  pdfSha256: string | null;
  mailMessageId: string | null;
}>;

/** Stores the message; a retry replaces the text of an earlier attempt that did not leave, under the same Message-ID. */
export async function saveMessage(tx: Tx, message: NewMessage): Promise<void> {
  await sql`
    INSERT INTO messages (action_id, channel, language, to_name, to_address, subject, text_body, html_body, pdf_sha256, mail_message_id)
    VALUES (${message.actionId}, ${message.channel}, ${message.language}, ${message.toName}, ${message.toAddress}, ${message.subject},
      ${message.textBody}, ${message.htmlBody}, ${message.pdfSha256}, ${message.mailMessageId})
    ON CONFLICT (org_id, action_id) DO UPDATE SET to_name = excluded.to_name, to_address = excluded.to_address,
      subject = excluded.subject, text_body = excluded.text_body, html_body = excluded.html_body, pdf_sha256 = excluded.pdf_sha256,
      rendered_at = recorded_now()`.execute(tx);
}

/** A task for a person. Two open repairs of one customer and channel are one. */
export type NewTask = Readonly<{
  companyId: CompanyId;
  customerId: number | null;
  actionId: ActionId | null;
  kind: 'call' | 'decide' | 'repair_contact' | 'check_delivery';
  dueOn: Day;
  facts: Readonly<Record<string, unknown>>;
}>;

/** Raises it; false where an open one says the same already. */
export async function insertTask(tx: Tx, task: NewTask): Promise<boolean> {
  const made = await sql`
    INSERT INTO tasks (company_id, customer_id, action_id, kind, due_on, facts)
    VALUES (${task.companyId}, ${task.customerId}, ${task.actionId}, ${task.kind}, ${task.dueOn}, ${JSON.stringify(task.facts)}::jsonb)
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(made.numAffectedRows ?? 0) > 0;
}
