// Jobs written: waiting → running → done or failed. A running job whose worker died may be taken again.
import { sql } from 'kysely';
import { isWorkerGone } from '../outbox/workers.ts';
import type { Tx } from '../tx/index.ts';
import { type JobRow, jobColumns } from './read.ts';

/** A job to do. Two with one kind and key are one while the first is not over. */
export type NewJob = Readonly<{
  kind: string;
  jobKey: string;
  input: Readonly<Record<string, unknown>>;
  actor: string;
}>;

/** Stores the job, or finds the one already waiting or running under its key; returns its id. */
export async function insertJob(tx: Tx, job: NewJob): Promise<number> {
  const made = await sql<{ jobId: number }>`
    INSERT INTO jobs (kind, job_key, input, actor) VALUES (${job.kind}, ${job.jobKey}, ${JSON.stringify(job.input)}::jsonb, ${job.actor})
    ON CONFLICT DO NOTHING RETURNING job_id AS "jobId"`.execute(tx);
  if (made.rows[0]) return made.rows[0].jobId;
  const found = await sql<{ jobId: number }>`SELECT job_id AS "jobId" FROM jobs
    WHERE org_id = current_org() AND kind = ${job.kind} AND job_key = ${job.jobKey} AND state IN ('waiting', 'running')`.execute(
    tx,
  );
  return found.rows[0]!.jobId;
}

/** Jobs tried this often without an end are given up. */
const LAST_ATTEMPT = 3;

/** Takes the oldest job that waits, or whose worker died; undefined when there is none. */
export async function claimJob(tx: Tx, worker: number): Promise<JobRow | undefined> {
  const { rows } = await sql<JobRow & { claimedBy: number | null }>`
    SELECT ${jobColumns}, claimed_by AS "claimedBy" FROM jobs
    WHERE org_id = current_org() AND state IN ('waiting', 'running') AND run_at <= clock_timestamp()
    ORDER BY job_id FOR UPDATE SKIP LOCKED`.execute(tx);
  for (const job of rows) {
    if (job.state === 'running' && !(await isWorkerGone(tx, job.claimedBy ?? 0))) continue;
    if (job.attempts >= LAST_ATTEMPT) {
      const held = { jobId: job.jobId, worker: job.claimedBy };
      await endJob(tx, held, { state: 'failed', result: { code: 'given_up', attempts: job.attempts } });
      continue;
    }
    await sql`UPDATE jobs SET state = 'running', claimed_by = ${worker}, attempts = attempts + 1
      WHERE org_id = current_org() AND job_id = ${job.jobId}`.execute(tx);
    return { ...job, state: 'running', attempts: job.attempts + 1 };
  }
  return undefined;
}

/** A job in a worker's hands: what another has taken over is not written to. */
export type HeldJob = Readonly<{ jobId: number; worker: number | null }>;

/** Says how far a job is. */
export async function saveJobProgress(
  tx: Tx,
  { jobId, worker }: HeldJob,
  progress: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`UPDATE jobs SET progress = ${JSON.stringify(progress)}::jsonb
    WHERE org_id = current_org() AND job_id = ${jobId} AND claimed_by = ${worker}`.execute(tx);
}

/** How a job ended, and what it gave. */
export type JobEnd = Readonly<{ state: 'done' | 'failed'; result: unknown }>;

/** Ends a job. */
export async function endJob(tx: Tx, { jobId, worker }: HeldJob, end: JobEnd): Promise<void> {
  await sql`UPDATE jobs SET state = ${end.state}, result = ${JSON.stringify(end.result)}::jsonb, claimed_by = NULL, finished_at = clock_timestamp()
    WHERE org_id = current_org() AND job_id = ${jobId} AND state IN ('waiting', 'running')
      AND claimed_by IS NOT DISTINCT FROM ${worker}::bigint`.execute(tx);
}
