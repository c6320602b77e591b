// One embedded PostgreSQL per data folder, shared by every process that opens it: the first starts it, the last stops it.
import { acquireStartLock } from '../process/start-lock.ts';
import { countLiveUsers, registerUser } from '../process/users.ts';
import { urlsOf } from './connection-file.ts';
import { ensureRunning } from './ensure-running.ts';
import { type ClusterFolders, prepareFolders } from './folders.ts';
import { findBinaries } from './programs/binaries.ts';
import { chooseRunAs } from './programs/run-as.ts';
import type { ServerSettings } from './programs/settings.ts';
import { stopServer } from './stop-server.ts';

/** What opening an embedded server needs. */
export type EmbeddedOptions = {
  /** The data folder; PostgreSQL's things go to its `postgres` folder. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** PostgreSQL settings over the tuned ones; they count only for the process that starts the server. */
  readonly settings?: ServerSettings;
};

/** An open embedded server. */
export type EmbeddedCluster = {
  readonly kind: 'embedded';
  /** Superuser, database `postgres`: for set-up and tests only. */
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Gives the server up; the last living user's call stops it. Calling again does nothing. */
  close(): Promise<void>;
};

async function leave(folders: ClusterFolders, unregister: () => void): Promise<void> {
  unregister();
  if (countLiveUsers(folders.users) === 0) await stopServer(folders.data, findBinaries());
}

async function close(folders: ClusterFolders, unregister: () => void): Promise<void> {
  const release = await acquireStartLock(folders.locks);
  try {
    await leave(folders, unregister);
  } finally {
    release();
  }
}

/** Opens the server of `dataDir`, starting it where it does not run. @throws ClusterError */
export async function openEmbedded({
  dataDir,
  log = () => {},
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedCluster> {
  const folders = prepareFolders(dataDir);
  const chooseTools = () => {
    const binaries = findBinaries();
    return { binaries, runAs: chooseRunAs(binaries, folders), settings, log };
  };
  const release = await acquireStartLock(folders.locks);
  try {
    const unregister = registerUser(folders.users);
    try {
      const connection = await ensureRunning(folders, log, chooseTools);
      let closing: Promise<void> | undefined;
      return { kind: 'embedded', ...urlsOf(connection), close: () => (closing ??= close(folders, unregister)) };
    } catch (error) {
      await leave(folders, unregister).catch(() => {}); // the first error is the one to tell
      throw error;
    }
  } finally {
    release();
  }
}
