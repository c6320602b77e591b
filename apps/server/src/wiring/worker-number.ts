// A worker's number: taken from the sequence, and held by an advisory lock on a connection of its own, so that its death is seen at once.
import { WORKER_LOCK } from '@quittance/db/outbox';
import { createPool } from '@quittance/db/tx';

/** A number in this process's hands until `release`. */
export type WorkerNumber = Readonly<{ worker: number; release(): Promise<void> }>;

/** Takes the next number and locks it for as long as the connection lives. */
export async function takeWorkerNumber(appUrl: string): Promise<WorkerNumber> {
  const pool = createPool({ url: appUrl, size: 1, name: 'quittance worker' });
  const client = await pool.connect();
  const { rows } = await client.query<{ worker: number }>(
    "SELECT n AS worker, pg_advisory_lock($1, n) FROM (SELECT nextval('worker_numbers')::int AS n) AS given",
    [WORKER_LOCK],
  );
  return {
    worker: rows[0]!.worker,
    release: async () => {
      client.release();
      await pool.end();
    },
  };
}
