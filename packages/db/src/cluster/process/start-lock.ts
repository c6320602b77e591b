// One process at a time starts or stops the server of a data folder. The lock outlives crashes without being stuck:
// it is a numbered file naming its holder. A free or dead lock n is taken by creating n + 1, which only one can do;
// a number is never reused, so a slow rival cannot take a lock it saw long ago.
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../cluster-error.ts';
import { isIdentityAlive, ownIdentity } from './identity.ts';

const FREE = 'free';
const POLL_MS = 25;
let drafts = 0;

function highest(folder: string): number {
  const numbers = readdirSync(folder).flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? []);
  return Math.max(0, ...numbers.map(Number));
}

function holder(folder: string, n: number): string {
  if (n === 0) return FREE;
  try {
    return readFileSync(join(folder, `lock.${n}`), 'utf8');
  } catch {
    return FREE; // taken over a moment ago: creating n + 1 will fail and we look again
  }
}

function draft(folder: string, text: string): string {
  drafts += 1;
  const path = join(folder, `draft.${ownIdentity()}.${drafts}`);
  writeFileSync(path, text, { mode: 0o644 }); // no secret, and root's lock must be readable to the folder's owner
  return path;
}

function tryCreate(folder: string, n: number): boolean {
  const path = draft(folder, ownIdentity());
  try {
    linkSync(path, join(folder, `lock.${n}`)); // appears whole or not at all
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(path, { force: true });
  }
  if (highest(folder) === n) return true;
  rmSync(join(folder, `lock.${n}`), { force: true });
  return false;
}

function sweepBelow(folder: string, n: number): void {
  for (const name of readdirSync(folder)) {
    const number = /^lock\.(\d+)$/.exec(name)?.[1];
    const drafter = /^draft\.(.+)\.\d+$/.exec(name)?.[1];
    const isOld = number !== undefined && Number(number) < n;
    if (isOld || (drafter !== undefined && !isIdentityAlive(drafter))) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Waits for the lock kept in `folder` and returns what gives it back.
 * @throws ClusterError `locked` when a living process still holds it after `timeoutMs`.
 */
export async function acquireStartLock(folder: string, timeoutMs = 300_000): Promise<() => void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const n = highest(folder);
    const held = holder(folder, n);
    if ((held === FREE || !isIdentityAlive(held)) && tryCreate(folder, n + 1)) {
      sweepBelow(folder, n + 1);
      return () => renameSync(draft(folder, FREE), join(folder, `lock.${n + 1}`));
    }
    if (Date.now() > deadline) {
      const message = `Process ${held} has been starting or stopping PostgreSQL for ${timeoutMs / 1000} s. End it, then try again.`;
      throw new ClusterError('locked', message, { folder, holder: held });
    }
    await sleep(POLL_MS);
  }
}
