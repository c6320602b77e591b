// The outbox read: actions by state, with items; what waits to leave.
import type { ActionId, CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { ActionRow, ActionState } from './rows.ts';

export const actionColumns = sql`
  a.action_id AS "actionId", a.company_id AS "companyId", a.customer_id AS "customerId", a.planned_on AS "plannedOn", a.channel,
  a.scenario, a.scenario_version AS "scenarioVersion", a.step, a.rank, a.tone, a.language, a.contact_id AS "contactId",
  a.total_cents AS "totalCents", a.currency, a.deadline_on AS "deadlineOn", a.needs_approval AS "needsApproval", a.rule,
  a.credits, a.state, a.reason, a.attempts, a.test, a.edited, a.to_address AS "toAddress",
  (SELECT count(*)::int FROM deliveries d WHERE d.org_id = a.org_id AND d.action_id = a.action_id AND d.outcome = 'transient'
    AND coalesce(d.code, '') NOT IN ('released', 'worker_died')) AS setbacks,
  (SELECT count(*)::int FROM deliveries d WHERE d.org_id = a.org_id AND d.action_id = a.action_id AND d.code = 'worker_died') AS deaths,
  (SELECT jsonb_agg(jsonb_build_object('receivableId', i.receivable_id, 'cents', i.cents, 'advances', i.advances, 'toRank', i.to_rank)
      ORDER BY i.receivable_id)
    FROM action_items i WHERE i.org_id = a.org_id AND i.action_id = a.action_id) AS items`;

/** Actions of a company in the given states, oldest first; `upTo` leaves later days out. */
export async function listActions(
  tx: Tx,
  filter: Readonly<{ companyId: CompanyId; states: readonly ActionState[]; upTo?: Day }>,
): Promise<ActionRow[]> {
  const { rows } = await sql<ActionRow>`SELECT ${actionColumns} FROM actions a
    WHERE a.org_id = current_org() AND a.company_id = ${filter.companyId} AND a.state = ANY(${filter.states as string[]})
      AND (${filter.upTo ?? null}::date IS NULL OR a.planned_on <= ${filter.upTo ?? null}::date)
    ORDER BY a.planned_on, a.action_id`.execute(tx);
  return rows;
}

/** Those of the actions named that are the company's. */
export async function listOwnActions(tx: Tx, companyId: CompanyId, ids: readonly ActionId[]): Promise<ActionId[]> {
  const { rows } = await sql<{ actionId: ActionId }>`SELECT action_id AS "actionId" FROM actions
    WHERE org_id = current_org() AND company_id = ${companyId} AND action_id = ANY(${ids as readonly number[]}::bigint[])`.execute(
    tx,
  );
  return rows.map((row) => row.actionId);
}

/** One action, or undefined. */
export async function findAction(tx: Tx, actionId: ActionId): Promise<ActionRow | undefined> {
  const { rows } = await sql<ActionRow>`SELECT ${actionColumns} FROM actions a
    WHERE a.org_id = current_org() AND a.action_id = ${actionId}`.execute(tx);
  return rows[0];
}

/** A line of the outbox as people see it. */
export type OutboxRow = Readonly<{
  actionId: ActionId;
  customerId: CustomerId;
  customerRef: string;
  customerName: string;
  channel: string;
  tone: string;
  step: string;
  to: string | null;
  subject: string | null;
  plannedOn: Day;
  doneOn: Day | null;
  /** When it last moved. */
  at: Date;
  totalCents: number;
  currency: string;
  state: ActionState;
  reason: string | null;
  reasonFacts: unknown;
  failure: string | null;
  test: boolean;
  attempts: number;
  trackingNumber: string | null;
  hasPdf: boolean;
  /** When it is to be tried; null unless queued. */
  dueAt: Date | null;
}>;

export type OutboxFilter = Readonly<{
  companyId: CompanyId;
  states?: readonly ActionState[];
  channels?: readonly string[];
  test?: boolean;
  customerId?: number;
  search?: string;
  /** Day it left, else the day it is planned for. */
  from?: Day;
  to?: Day;
  /** In the queue, and due before this instant. */
  stuckBefore?: Date;
  limit: number;
  offset: number;
}>;

const matching = (filter: OutboxFilter): RawBuilder<unknown> => sql`
  a.org_id = current_org() AND a.company_id = ${filter.companyId}
  ${filter.states ? sql`AND a.state = ANY(${filter.states as string[]})` : sql``}
  ${filter.channels ? sql`AND a.channel = ANY(${filter.channels as string[]})` : sql``}
  ${filter.test === undefined ? sql`` : sql`AND a.test = ${filter.test}`}
  ${filter.customerId === undefined ? sql`` : sql`AND a.customer_id = ${filter.customerId}`}
  ${filter.from ? sql`AND coalesce(a.done_on, a.planned_on) >= ${filter.from}` : sql``}
  ${filter.to ? sql`AND coalesce(a.done_on, a.planned_on) <= ${filter.to}` : sql``}
  ${filter.stuckBefore ? sql`AND a.state = 'queued' AND a.next_attempt_at < ${filter.stuckBefore}` : sql``}
  ${filter.search ? sql`AND (unaccent(c.name) ILIKE unaccent(${`%${filter.search}%`}) OR c.ref ILIKE ${`${filter.search}%`})` : sql``}`;

const outboxColumns = sql`
  a.action_id AS "actionId", a.customer_id AS "customerId", c.ref AS "customerRef", c.name AS "customerName", a.channel, a.tone, a.step,
  m.to_address AS "to", m.subject, a.planned_on AS "plannedOn", a.done_on AS "doneOn",
  coalesce(a.done_at, a.approved_at, a.planned_at) AS "at", a.total_cents AS "totalCents", a.currency, a.state, a.reason,
  a.reason_facts AS "reasonFacts", a.failure, a.test, a.attempts, m.tracking_number AS "trackingNumber",
  m.pdf_sha256 IS NOT NULL AS "hasPdf", CASE WHEN a.state = 'queued' THEN a.next_attempt_at END AS "dueAt"`;

const outboxFrom = sql`actions a
  JOIN customers c ON c.org_id = a.org_id AND c.customer_id = a.customer_id
  LEFT JOIN messages m ON m.org_id = a.org_id AND m.action_id = a.action_id`;

/** A page of the outbox, newest first, with the number of all that match. */
export async function listOutbox(tx: Tx, filter: OutboxFilter): Promise<{ items: OutboxRow[]; total: number }> {
  const { rows } = await sql<OutboxRow>`
    SELECT ${outboxColumns} FROM ${outboxFrom} WHERE ${matching(filter)}
    ORDER BY coalesce(a.done_on, a.planned_on) DESC, a.action_id DESC LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(
    tx,
  );
  const count = await sql<{
    total: number;
  }>`SELECT count(*) AS total FROM ${outboxFrom} WHERE ${matching(filter)}`.execute(tx);
  return { items: rows, total: Number(count.rows[0]?.total ?? 0) };
}

export type DeliveryRow = Readonly<{
  attempt: number;
  startedAt: Date;
  finishedAt: Date | null;
  outcome: string | null;
  code: string | null;
  response: string | null;
}>;

/** A line of the outbox with everything kept about it. */
export type OutboxDetail = OutboxRow &
  Readonly<{
    language: 'fr' | 'en';
    text: string;
    html: string | null;
    pdfSha256: string | null;
    proofSha256: string | null;
    mailMessageId: string | null;
    approvedBy: string | null;
    nextAttemptAt: Date | null;
    invoices: readonly Readonly<{ number: string; cents: number }>[];
    deliveries: readonly DeliveryRow[];
  }>;

/** One line of a company's outbox word for word, or undefined. */
export async function findOutboxDetail(
  tx: Tx,
  companyId: CompanyId,
  actionId: ActionId,
): Promise<OutboxDetail | undefined> {
  const { rows } = await sql<Omit<OutboxDetail, 'deliveries'>>`
    SELECT ${outboxColumns}, a.language, coalesce(m.text_body, '') AS text, m.html_body AS html, m.pdf_sha256 AS "pdfSha256",
      m.proof_sha256 AS "proofSha256", m.mail_message_id AS "mailMessageId", a.approved_by AS "approvedBy", a.next_attempt_at AS "nextAttemptAt",
      (SELECT jsonb_agg(jsonb_build_object('number', i.number, 'cents', t.cents) ORDER BY r.due_on, i.number)
        FROM action_items t JOIN receivables r ON r.org_id = t.org_id AND r.receivable_id = t.receivable_id
        JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
        WHERE t.org_id = a.org_id AND t.action_id = a.action_id) AS invoices
    FROM ${outboxFrom} WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.action_id = ${actionId}`.execute(
    tx,
  );
  if (!rows[0]) return undefined;
  const deliveries = await sql<DeliveryRow>`
    SELECT attempt, started_at AS "startedAt", finished_at AS "finishedAt", outcome, code, response FROM deliveries
    WHERE org_id = current_org() AND action_id = ${actionId} ORDER BY attempt`.execute(tx);
  return { ...rows[0], deliveries: deliveries.rows };
}

/** How many actions of a company stand in each state. */
export async function countActionsByState(tx: Tx, companyId: CompanyId): Promise<Partial<Record<ActionState, number>>> {
  const { rows } = await sql<{ state: ActionState; total: number }>`
    SELECT state, count(*) AS total FROM actions WHERE org_id = current_org() AND company_id = ${companyId} GROUP BY state`.execute(
    tx,
  );
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.total)]));
}
