// Jobs: long work put aside for a worker, with progress that anybody may look at, taken up again when its worker dies.
import { findJob, type JobRow } from '@quittance/db/jobs';
import { claimJob, endJob, insertJob, type JobEnd, type NewJob, saveJobProgress } from '@quittance/db/jobs/write';
import { type Context, inOrganization, persist, readOrganization } from '../context/index.ts';

/** What a job's work gets: its input, whom it works for, and a way to say how far it is. */
export type JobWork = (
  context: Context,
  job: Readonly<{ input: Readonly<Record<string, unknown>>; progress(at: Readonly<Record<string, unknown>>): void }>,
) => Promise<unknown>;

/** Work by kind of job. */
export type JobHandlers = Readonly<Record<string, JobWork>>;

/** Puts a job aside; returns its id. */
export const enqueueJob = (context: Context, job: Omit<NewJob, 'actor'>): Promise<number> =>
  inOrganization(context, (tx) => insertJob(tx, { ...job, actor: context.actor }));

/** One job as it stands, or undefined. */
export const readJob = (context: Context, jobId: number): Promise<JobRow | undefined> =>
  readOrganization(context, (tx) => findJob(tx, jobId));

/** Stores progress in the background, one write at a time; the newest wins. One that cannot be stored is no reason to stop. */
function progressWriter(context: Context, jobId: number, worker: number) {
  let latest: Readonly<Record<string, unknown>> | null = null;
  let writing: Promise<void> | null = null;
  const write = async () => {
    while (latest) {
      const at = latest;
      latest = null;
      await inOrganization(context, (tx) => saveJobProgress(tx, { jobId, worker }, at)).catch(() => {});
    }
    writing = null;
  };
  return {
    say: (at: Readonly<Record<string, unknown>>) => {
      latest = at;
      writing ??= write();
    },
    settled: async () => {
      while (writing) await writing;
    },
  };
}

/** Does the next job of the organization, if there is one; true when it did. A job that throws has failed, and says so. */
export async function runNextJob(context: Context, worker: number, handlers: JobHandlers): Promise<boolean> {
  const job = await inOrganization(context, (tx) => claimJob(tx, worker));
  if (!job) return false;
  const own: Context = { ...context, actor: job.actor };
  const { jobId } = job;
  const progress = progressWriter(own, jobId, worker);
  const end = (how: JobEnd) => persist(() => inOrganization(own, (tx) => endJob(tx, { jobId, worker }, how)));
  try {
    const work = handlers[job.kind];
    if (!work) throw new Error(`nobody knows how to do a job of kind ${job.kind}`);
    const result = await work(own, { input: job.input, progress: progress.say });
    await progress.settled();
    await end({ state: 'done', result });
  } catch (error) {
    await progress.settled();
    await end({ state: 'failed', result: { code: 'job_failed' } });
    throw error;
  }
  return true;
}
