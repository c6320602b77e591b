// Jobs read: long work with its state and progress.
import type { OrgId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Database, Tx } from '../tx/index.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

export type JobRow = Readonly<{
  jobId: number;
  kind: string;
  jobKey: string;
  input: Readonly<Record<string, unknown>>;
  state: JobState;
  progress: Readonly<Record<string, unknown>>;
  result: unknown;
  attempts: number;
  actor: string;
  createdAt: Date;
  finishedAt: Date | null;
}>;

export const jobColumns = sql`job_id AS "jobId", kind, job_key AS "jobKey", input, state, progress, result, attempts, actor,
  created_at AS "createdAt", finished_at AS "finishedAt"`;

/** One job, or undefined. */
export async function findJob(tx: Tx, jobId: number): Promise<JobRow | undefined> {
  const { rows } =
    await sql<JobRow>`SELECT ${jobColumns} FROM jobs WHERE org_id = current_org() AND job_id = ${jobId}`.execute(tx);
  return rows[0];
}

/** Jobs of a kind that wait or are at work, oldest first. */
export async function listOpenJobs(tx: Tx, kind: string): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`SELECT ${jobColumns} FROM jobs
    WHERE org_id = current_org() AND kind = ${kind} AND state IN ('waiting', 'running') ORDER BY job_id`.execute(tx);
  return rows;
}

/** Organizations a worker looks into, by id. Nothing else of them is shown outside their own transactions. */
export async function listOrganizationsWithWork(db: Database): Promise<OrgId[]> {
  const { rows } = await sql<{ orgId: OrgId }>`SELECT * FROM organizations_with_work() AS given("orgId")`.execute(db);
  return rows.map((row) => row.orgId);
}
