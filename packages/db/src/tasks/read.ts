// Tasks read: what waits for a person, with the script of calls.
import type { ActionId, CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type TaskKind = 'call' | 'decide' | 'repair_contact' | 'check_delivery' | 'payment_returned';

export type TaskRow = Readonly<{
  taskId: number;
  kind: TaskKind;
  state: 'open' | 'done';
  dueOn: Day;
  customerId: CustomerId | null;
  customerRef: string | null;
  customerName: string | null;
  actionId: ActionId | null;
  totalCents: number | null;
  currency: string | null;
  phone: string | null;
  script: string | null;
  facts: Readonly<Record<string, unknown>>;
  outcome: string | null;
  note: string | null;
  doneOn: Day | null;
  doneBy: string | null;
}>;

const columns = sql`
  t.task_id AS "taskId", t.kind, t.state, t.due_on AS "dueOn", t.customer_id AS "customerId", c.ref AS "customerRef",
  c.name AS "customerName", t.action_id AS "actionId", coalesce(a.total_cents, (t.facts ->> 'cents')::bigint) AS "totalCents",
  coalesce(a.currency, t.facts ->> 'currency') AS currency,
  CASE WHEN t.kind = 'call' THEN m.to_address ELSE c.phone END AS phone,
  CASE WHEN t.kind IN ('call', 'decide') THEN m.text_body END AS script, t.facts, t.outcome, t.note, t.done_on AS "doneOn", t.done_by AS "doneBy"`;

const from = sql`tasks t
  LEFT JOIN customers c ON c.org_id = t.org_id AND c.customer_id = t.customer_id
  LEFT JOIN actions a ON a.org_id = t.org_id AND a.action_id = t.action_id
  LEFT JOIN messages m ON m.org_id = t.org_id AND m.action_id = t.action_id`;

export type TaskFilter = Readonly<{
  companyId: CompanyId;
  state: 'open' | 'done';
  kind?: TaskKind;
  customerId?: CustomerId;
  newestFirst?: boolean;
  limit: number;
  offset: number;
}>;

const matching = (filter: TaskFilter): RawBuilder<unknown> => sql`
  t.org_id = current_org() AND t.company_id = ${filter.companyId} AND t.state = ${filter.state}
  ${filter.kind ? sql`AND t.kind = ${filter.kind}` : sql``}
  ${filter.customerId === undefined ? sql`` : sql`AND t.customer_id = ${filter.customerId}`}`;

/** A page of tasks, the oldest due first, with the number of all that match. */
export async function listTasks(tx: Tx, filter: TaskFilter): Promise<{ items: TaskRow[]; total: number }> {
  const { rows } = await sql<TaskRow>`SELECT ${columns} FROM ${from} WHERE ${matching(filter)}
    ORDER BY ${filter.newestFirst ? sql`t.done_on DESC, t.task_id DESC` : sql`t.due_on, t.task_id`} LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(
    tx,
  );
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM tasks t WHERE ${matching(filter)}`.execute(
    tx,
  );
  return { items: rows, total: Number(count.rows[0]?.total ?? 0) };
}

/** One task of a company, or undefined. */
export async function findTask(tx: Tx, companyId: CompanyId, taskId: number): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`SELECT ${columns} FROM ${from}
    WHERE t.org_id = current_org() AND t.company_id = ${companyId} AND t.task_id = ${taskId}`.execute(tx);
  return rows[0];
}
