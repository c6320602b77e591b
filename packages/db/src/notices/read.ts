// Facts behind notices: how many things wait for a person and since when. Counts only, by index.
import type { CompanyId, Day } from '@quittance/core/kernel';
import type { CustomerKind } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** So many things, the first and the last of them; both null where there is none. */
export type Heap = Readonly<{ count: number; firstAt: Date | null; lastAt: Date | null }>;

/** What waits in the outbox and among the tasks. */
export type WaitingFacts = Readonly<{
  failed: Heap;
  uncertain: Heap;
  contactsToRepair: Heap;
  paymentsReturned: Heap;
  /** Actions handed over in test mode, none of which really left, since a day: the lines the outbox shows under the same filters. */
  rehearsed: Heap;
}>;

const heap = (which: ReturnType<typeof sql>, at: ReturnType<typeof sql>, from: ReturnType<typeof sql>) => sql`
  (SELECT json_build_object('count', count(*), 'firstAt', min(${at}), 'lastAt', max(${at})) FROM ${from} WHERE org_id = current_org() AND ${which})`;

type RawHeap = Readonly<{ count: number; firstAt: string | null; lastAt: string | null }>;
const heapOf = ({ count, firstAt, lastAt }: RawHeap): Heap => ({
  count,
  firstAt: firstAt === null ? null : new Date(firstAt),
  lastAt: lastAt === null ? null : new Date(lastAt),
});

/** Counts what waits for a person in a company. */
export async function readWaiting(
  tx: Tx,
  { companyId, rehearsedFrom }: Readonly<{ companyId: CompanyId; rehearsedFrom: Day }>,
): Promise<WaitingFacts> {
  const moved = sql`coalesce(done_at, approved_at, planned_at)`;
  const actions = (which: ReturnType<typeof sql>) =>
    heap(sql`company_id = ${companyId} AND ${which}`, moved, sql`actions`);
  const tasks = (kind: string) =>
    heap(sql`company_id = ${companyId} AND state = 'open' AND kind = ${kind}`, sql`created_at`, sql`tasks`);
  const { rows } = await sql<Record<keyof WaitingFacts, RawHeap>>`
    SELECT ${actions(sql`state = 'failed'`)} AS failed, ${actions(sql`state = 'uncertain'`)} AS uncertain,
      ${tasks('repair_contact')} AS "contactsToRepair", ${tasks('payment_returned')} AS "paymentsReturned",
      ${actions(sql`test AND state = 'sent' AND done_on >= ${rehearsedFrom}`)} AS rehearsed`.execute(tx);
  const found = rows[0]!;
  return {
    failed: heapOf(found.failed),
    uncertain: heapOf(found.uncertain),
    contactsToRepair: heapOf(found.contactsToRepair),
    paymentsReturned: heapOf(found.paymentsReturned),
    rehearsed: heapOf(found.rehearsed),
  };
}

/** Formal notices that really left, whose last day to pay lies between two days and that are not paid. */
export async function readFormalDeadlines(
  tx: Tx,
  { companyId, from, to }: Readonly<{ companyId: CompanyId; from: Day; to: Day }>,
): Promise<{ count: number; firstOn: Day | null }> {
  const { rows } = await sql<{ count: number; firstOn: Day | null }>`
    SELECT count(*)::int AS count, min(a.deadline_on) AS "firstOn" FROM actions a
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.state = 'sent' AND a.tone = 'formal' AND NOT a.test
      AND a.deadline_on BETWEEN ${from} AND ${to}
      AND EXISTS (SELECT FROM action_items i JOIN receivables r ON r.org_id = i.org_id AND r.receivable_id = i.receivable_id
        WHERE i.org_id = a.org_id AND i.action_id = a.action_id AND r.settled_cents < r.gross_cents)`.execute(tx);
  return rows[0]!;
}

/** Open claims on one kind of customer due between two days. */
export async function readOpenDueBetween(
  tx: Tx,
  { companyId, kind, from, to }: Readonly<{ companyId: CompanyId; kind: CustomerKind; from: Day; to: Day }>,
): Promise<{ count: number; firstDueOn: Day | null }> {
  const { rows } = await sql<{ count: number; firstDueOn: Day | null }>`
    SELECT count(*)::int AS count, min(r.due_on) AS "firstDueOn"
    FROM receivables r JOIN customers c ON c.org_id = r.org_id AND c.customer_id = r.customer_id
    WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.due_on BETWEEN ${from} AND ${to}
      AND r.settled_cents < r.gross_cents AND c.kind = ${kind}`.execute(tx);
  return rows[0]!;
}

/** Long work that somebody started and that ended. */
export type EndedJob = Readonly<{
  jobId: number;
  state: 'done' | 'failed';
  input: Readonly<Record<string, unknown>>;
  result: unknown;
  finishedAt: Date;
}>;

/** Ended work of a kind that an actor started, the newest first. */
export async function listEndedJobs(
  tx: Tx,
  { kind, actor, since, limit }: Readonly<{ kind: string; actor: string; since: Date; limit: number }>,
): Promise<EndedJob[]> {
  const { rows } = await sql<EndedJob>`
    SELECT job_id AS "jobId", state, input, result #- '{report,errors}' AS result, finished_at AS "finishedAt" FROM jobs
    WHERE org_id = current_org() AND kind = ${kind} AND actor = ${actor} AND state IN ('done', 'failed') AND finished_at > ${since}
    ORDER BY finished_at DESC LIMIT ${limit}`.execute(tx);
  return rows;
}
