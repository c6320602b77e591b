// The single place where a transaction is run again: two of them met and PostgreSQL asked one to start over.
import { setTimeout as sleep } from 'node:timers/promises';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;

const isCollision = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | null)?.code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
};

/** Runs `attempt`, again after a growing random pause on a collision, at most 6 times while `mayRepeat()` agrees. */
export async function retryCollisions<T>(attempt: () => Promise<T>, mayRepeat: () => boolean): Promise<T> {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isCollision(error) || n === ATTEMPTS || !mayRepeat()) throw error;
      await sleep(FIRST_PAUSE_MS * 2 ** (n - 1) * (0.5 + Math.random()));
    }
  }
}
