import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isIdentityAlive, ownIdentity } from './identity.ts';
import { acquireStartLock } from './start-lock.ts';
import { countLiveUsers, registerUser } from './users.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// This process's pid with another start: a process that ended and whose pid came round again.
const DEAD = `${process.pid}-long.ago`;

describe('a process identity', () => {
  it('tells this process from a dead one that had its pid', () => {
    expect(isIdentityAlive(ownIdentity())).toBe(true);
    expect(isIdentityAlive(DEAD)).toBe(false);
  });
});

describe('the start lock', () => {
  it('is held by one at a time', async () => {
    let inside = 0;
    let most = 0;
    const visit = async () => {
      const release = await acquireStartLock(folder);
      inside += 1;
      most = Math.max(most, inside);
      await sleep(2);
      inside -= 1;
      release();
    };
    await Promise.all(Array.from({ length: 25 }, visit));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual(['lock.25']);
  });

  it('is taken from a process that died holding it, by one only', async () => {
    writeFileSync(join(folder, 'lock.7'), DEAD);
    const first = await acquireStartLock(folder);
    await expect(acquireStartLock(folder, 60)).rejects.toMatchObject({ name: 'ClusterError', code: 'locked' });
    first();
    (await acquireStartLock(folder))();
    expect(readdirSync(folder)).toEqual(['lock.9']);
  });
});

describe('the users of a server', () => {
  it('are counted by opening; dead ones are swept', () => {
    const leave = registerUser(folder);
    registerUser(folder);
    writeFileSync(join(folder, `${DEAD}+1.1`), '');
    expect(countLiveUsers(folder)).toBe(2);
    leave();
    expect(countLiveUsers(folder)).toBe(1);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
