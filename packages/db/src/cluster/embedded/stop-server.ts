// Stops the server of a data directory: cleanly, else at once (the next start recovers from its log).
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../cluster-error.ts';
import { isAlive } from '../process/identity.ts';
import { findPostmaster } from './postmaster-file.ts';
import type { Binaries } from './programs/binaries.ts';

const POLL_MS = 20;
const CLEAN_MS = 60_000;
const AT_ONCE_MS = 15_000;

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

function signal(pid: number, data: string, mode: 'fast' | 'immediate', binaries: Binaries): void {
  if (process.platform === 'win32') {
    // Windows has no signals; pg_ctl speaks to the server through its own pipe.
    spawnSync(binaries.pgCtl, ['stop', '-D', data, '-m', mode, '-W']);
    return;
  }
  try {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Stops the server if it runs and waits for its end. @throws ClusterError `stop_failed` when it does not obey. */
export async function stopServer(data: string, binaries: Binaries): Promise<void> {
  const found = findPostmaster(data);
  if (!found) return;
  signal(found.pid, data, 'fast', binaries);
  if (await isGone(found.pid, CLEAN_MS)) return;
  signal(found.pid, data, 'immediate', binaries);
  if (await isGone(found.pid, AT_ONCE_MS)) return;
  throw new ClusterError('stop_failed', `PostgreSQL (process ${found.pid}) does not stop.`, { pid: found.pid });
}
