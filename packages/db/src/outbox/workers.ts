// Workers: each takes a number and holds an advisory lock on it for as long as its session lives, so that its death is seen at once.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** First key of the advisory locks of workers. */
export const WORKER_LOCK = 4242;

/** Whether the worker of that number is gone: its lock can be taken (and is given back with the transaction). */
export async function isWorkerGone(tx: Tx, worker: number): Promise<boolean> {
  const { rows } = await sql<{
    taken: boolean;
  }>`SELECT pg_try_advisory_xact_lock(${WORKER_LOCK}, ${worker}::int) AS taken`.execute(tx);
  return rows[0]?.taken ?? false;
}
