// Where the embedded server keeps its things, all under `<dataDir>/postgres`.
import { mkdirSync, realpathSync, statSync } from 'node:fs';
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

/** Creates the folders that are missing. @throws ClusterError `data_folder_not_ours` when they cannot be written. */
export function prepareFolders(dataDir: string): ClusterFolders {
  try {
    const mode = folderMode();
    mkdirSync(join(dataDir, 'postgres'), { recursive: true, mode });
    const root = join(realpathSync(dataDir), 'postgres');
    // Both live beside the data, in folders of their own: they are used before and after the server exists.
    for (const name of ['users', 'locks']) mkdirSync(join(root, name), { recursive: true, mode: 0o700 });
    return {
      root,
      data: join(root, 'data'),
      connectionFile: join(root, 'connection.json'),
      users: join(root, 'users'),
      locks: join(root, 'locks'),
      logFile: join(root, 'server.log'),
    };
  } catch (error) {
    const message = `The data folder ${dataDir} cannot be written by this user: ${(error as Error).message}`;
    throw new ClusterError('data_folder_not_ours', message, { dataDir });
  }
}

/** The user id owning `path`; undefined when it does not exist. */
export function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}
