import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openEmbedded } from './embedded/open-embedded.ts';
import { compileCluster, openElsewhere, serversOf } from './other-process.ts';

// Real servers on a real disk: slow where the machine is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const hasNamespaces = isRoot && spawnSync('sh', ['-c', 'unshare --user true']).status === 0;
const canReachUs =
  isRoot && spawnSync('test', ['-r', import.meta.filename], { uid: NOBODY, gid: NOBODY, cwd: '/' }).status === 0;

let folder = '';
beforeAll(compileCluster);
afterEach(() => {
  for (const pid of serversOf(folder)) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function newFolder(mode: number): string {
  folder = mkdtempSync(join(tmpdir(), 'quittance-as-'));
  chmodSync(folder, mode);
  return join(folder, 'data');
}

const uidOf = (pid: number): number => Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

describe.runIf(isRoot && process.platform === 'linux')('as root', () => {
  it.runIf(canReachUs)(
    'the server runs as nobody, and passwords and folder stay root’s: a user is told so',
    async () => {
      const dataDir = newFolder(0o755);
      const cluster = await openEmbedded({ dataDir });
      expect(uidOf(serversOf(dataDir)[0]!)).toBe(NOBODY);
      expect(statSync(join(dataDir, 'postgres', 'connection.json')).uid).toBe(0);
      await cluster.close();
      expect(serversOf(dataDir)).toEqual([]);
      const user = openElsewhere(dataDir, NOBODY);
      expect(await user.said).toMatchObject({ code: 'data_folder_not_ours' });
    },
  );

  it.runIf(hasNamespaces)('in a folder only root may enter, the server runs in a namespace of its own', async () => {
    const dataDir = newFolder(0o700);
    const cluster = await openEmbedded({ dataDir });
    const own = readFileSync(`/proc/${serversOf(dataDir)[0]}/uid_map`, 'utf8')
      .trim()
      .split(/\s+/);
    expect(own).toEqual(['65534', '0', '1']);
    await cluster.close();
    expect(serversOf(dataDir)).toEqual([]);
  });

  it.runIf(hasNamespaces && canReachUs)(
    'a folder that was closed, then opened to others, works both ways',
    async () => {
      const dataDir = newFolder(0o700);
      await (await openEmbedded({ dataDir })).close();
      chmodSync(folder, 0o755);
      chmodSync(dataDir, 0o711);
      await (await openEmbedded({ dataDir })).close();
      chmodSync(folder, 0o700);
      const cluster = await openEmbedded({ dataDir });
      await cluster.close();
      expect(serversOf(dataDir)).toEqual([]);
    },
  );

  it.runIf(canReachUs)('the folder of an ordinary user stays theirs', async () => {
    const dataDir = newFolder(0o755);
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY, NOBODY);
    const user = openElsewhere(dataDir, NOBODY);
    expect(await user.said).toHaveProperty('ownerUrl');
    await user.close();
    const root = await openEmbedded({ dataDir });
    expect(uidOf(serversOf(dataDir)[0]!)).toBe(NOBODY);
    await root.close();
    const again = openElsewhere(dataDir, NOBODY);
    expect(await again.said).toHaveProperty('ownerUrl');
    await again.close();
  });
});
