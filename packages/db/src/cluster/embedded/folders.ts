// Where the embedded server keeps its things, all under `<dataDir>/postgres`.
import { accessSync, constants, lchownSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError } from '../cluster-error.ts';

/** The places of one data folder, absolute and without symbolic links. */
export type ClusterFolders = {
  /** `<dataDir>/postgres` */
  readonly root: string;
  /** PostgreSQL's own data directory; present only once complete. */
  readonly data: string;
  /** Port and passwords, readable by their owner only. */
  readonly connectionFile: string;
  /** One record per process using the server. */
  readonly users: string;
  /** The start lock. */
  readonly locks: string;
  /** What the server writes about itself; the previous run's is kept as `server.log.1`. */
  readonly logFile: string;
};

// Root must let the unprivileged server through; the files inside are closed one by one.
const folderMode = (): number => (process.getuid?.() === 0 ? 0o711 : 0o700);

// Root working in somebody's folder leaves them everything it makes there, or they could not open it again.
function leaveToOwner(path: string, dataDir: string): void {
  const { uid, gid } = statSync(dataDir);
  if (process.getuid?.() === 0 && uid !== 0) lchownSync(path, uid, gid);
}

function makeFolder(path: string, dataDir: string, mode: number): void {
  mkdirSync(path, { recursive: true, mode });
  leaveToOwner(path, dataDir);
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
}

/** Creates the folders that are missing. @throws ClusterError `data_folder_not_ours` when they cannot be written. */
export function prepareFolders(dataDir: string): ClusterFolders {
  try {
    mkdirSync(dataDir, { recursive: true, mode: folderMode() });
    const real = realpathSync(dataDir);
    const root = join(real, 'postgres');
    makeFolder(root, real, folderMode());
    const [users, locks] = [join(root, 'users'), join(root, 'locks')];
    for (const folder of [users, locks]) makeFolder(folder, real, 0o700);
    return {
      root,
      data: join(root, 'data'),
      connectionFile: join(root, 'connection.json'),
      users,
      locks,
      logFile: join(root, 'server.log'),
    };
  } catch (error) {
    const message = `The data folder ${dataDir} cannot be used by this user: ${(error as Error).message}`;
    throw new ClusterError('data_folder_not_ours', message, { dataDir });
  }
}

/** Gives a file just written to the owner of the folder, where root works in somebody else's. */
export const leaveFileToOwner = (path: string, folders: ClusterFolders): void => leaveToOwner(path, folders.root);

/** The user id owning `path`; undefined when it does not exist. */
export function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}
