// A worker's number: taken from the sequence, and held by an advisory lock on a connection of its own, so that its death is seen at once.
import { WORKER_LOCK } from '@quittance/db/outbox';
import { createPool } from '@quittance/db/tx';

/** A number in this process's hands until `release`. */
export type WorkerNumber = Readonly<{ worker: number; release(): Promise<void> }>;

const AGAIN_MS = 500;

/** Takes the next number and locks it; a connection that is lost is replaced, and the number locked again at once. */
export async function takeWorkerNumber(appUrl: string): Promise<WorkerNumber> {
  const pool = createPool({ url: appUrl, size: 1, name: 'quittance worker' });
  let released = false;
  let client = await pool.connect();
  const { rows } = await client.query<{ worker: number }>(
    "SELECT n AS worker, pg_advisory_lock($1, n) FROM (SELECT nextval('worker_numbers')::int AS n) AS given",
    [WORKER_LOCK],
  );
  const { worker } = rows[0]!;
  const lockAgain = async (): Promise<void> => {
    if (released) return;
    client.release(true);
    try {
      client = await pool.connect();
      await client.query('SELECT pg_advisory_lock($1, $2)', [WORKER_LOCK, worker]);
      client.once('end', () => void lockAgain());
    } catch {
      setTimeout(() => void lockAgain(), AGAIN_MS).unref();
    }
  };
  client.once('end', () => void lockAgain());
  return {
    worker,
    release: async () => {
      released = true;
      client.release(true);
      await pool.end();
    },
  };
}
