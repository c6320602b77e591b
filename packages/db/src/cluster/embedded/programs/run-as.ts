// PostgreSQL refuses to run as root. Root hands it to the data's owner or to `nobody`; where that user cannot reach
// the programs or the data (a folder under /root), a Linux user namespace makes root look like somebody else.
import { execFileSync, spawnSync } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError } from '../../cluster-error.ts';
import type { ClusterFolders } from '../folders.ts';
import { ownerOf } from '../folders.ts';
import type { Binaries } from './binaries.ts';

/** How to run a program of the server: as ourselves, as another user, or inside a user namespace. */
export type RunAs = {
  readonly how: 'same user' | 'another user' | 'user namespace';
  /** Command and arguments to spawn for a program and its arguments. */
  wrap(program: string, args: readonly string[]): { command: string; args: string[] };
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
  /** Gives a path and what it holds to the user the server runs as. */
  own(path: string): void;
};

const NOBODY = 65_534;
const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

function nobodyIds(): { uid: number; gid: number } {
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' })) | 0;
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return { uid: NOBODY, gid: NOBODY };
  }
}

// Children first: a folder owned by the right user then proves that all it holds is too, even after a crash half-way.
function chownTree(path: string, uid: number, gid: number): void {
  const entry = lstatSync(path);
  if (entry.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid);
  if (entry.uid !== uid) lchownSync(path, uid, gid);
}

function giveTo(path: string, uid: number, gid: number): void {
  if (ownerOf(path) !== uid) chownTree(path, uid, gid);
}

const plain = (program: string, args: readonly string[]) => ({ command: program, args: [...args] });

const sameUser: RunAs = { how: 'same user', wrap: plain, ids: undefined, own: () => {} };

const userNamespace: RunAs = {
  how: 'user namespace',
  wrap: (program, args) => ({ command: 'unshare', args: [...NAMESPACE, program, ...args] }),
  ids: undefined,
  own: (path) => giveTo(path, 0, 0),
};

const anotherUser = (ids: { uid: number; gid: number }): RunAs => ({
  how: 'another user',
  wrap: plain,
  ids,
  own: (path) => giveTo(path, ids.uid, ids.gid),
});

function reaches(ids: { uid: number; gid: number }, binaries: Binaries, folders: ClusterFolders): boolean {
  const probe = join(folders.root, `probe-${process.pid}`);
  writeFileSync(probe, '');
  try {
    const server = spawnSync(binaries.postgres, ['--version'], { ...ids, cwd: '/' });
    const data = spawnSync('test', ['-f', probe], { ...ids, cwd: '/' });
    return server.status === 0 && data.status === 0;
  } finally {
    rmSync(probe, { force: true });
  }
}

function candidates(folders: ClusterFolders): { uid: number; gid: number }[] {
  const owner = ownerOf(folders.data) ?? ownerOf(folders.root) ?? 0;
  const nobody = nobodyIds();
  if (owner === 0 || owner === nobody.uid) return [nobody];
  return [{ uid: owner, gid: lstatSync(folders.root).gid }, nobody];
}

/** Chooses how this process runs the server. @throws ClusterError `root_needs_another_user`. */
export function chooseRunAs(binaries: Binaries, folders: ClusterFolders): RunAs {
  if (process.getuid?.() !== 0) return sameUser;
  const ids = candidates(folders).find((candidate) => reaches(candidate, binaries, folders));
  if (ids) return anotherUser(ids);
  const { command, args } = userNamespace.wrap(binaries.postgres, ['--version']);
  if (spawnSync(command, args).status === 0) return userNamespace;
  const message =
    `PostgreSQL does not run as root, and no other user can reach both ${binaries.postgres} and ${folders.root}. ` +
    'Run as an ordinary user, move both to a folder other users may enter, or set DATABASE_URL.';
  throw new ClusterError('root_needs_another_user', message, { folder: folders.root });
}
