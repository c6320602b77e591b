// Brings the server of a data folder up: adopts the one that runs, else creates and starts it. Call under the start lock.
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../cluster-error.ts';
import { answersAs, bootstrap } from './bootstrap.ts';
import { type Connection, ROLES, readConnection, writeConnection } from './connection-file.ts';
import type { ClusterFolders } from './folders.ts';
import { ensureInitialized } from './initialize.ts';
import { choosePort } from './port.ts';
import { findPostmaster, type Postmaster } from './postmaster-file.ts';
import { type StartTools, startServer } from './start-server.ts';

const POLL_MS = 50;
const START_ATTEMPTS = 8;
// A server killed this instant keeps its place in the process table until its parent has heard of it: PostgreSQL then takes it for alive.
const TRANSIENT = /address already in use|could not bind|still in use|lock file "postmaster\.pid" already exists/i;

// A server found starting (recovering) or stopping is waited for: it ends up ready or gone.
async function settled(data: string, log: (line: string) => void): Promise<Postmaster | undefined> {
  let told = '';
  for (;;) {
    const found = findPostmaster(data);
    if (!found || found.status === 'ready') return found;
    if (told !== found.status) log(`waiting for PostgreSQL, which is ${found.status}`);
    told = found.status;
    await sleep(POLL_MS);
  }
}

const ADOPTION_MS = 15_000;

// A server that was killed this instant, or that is pressed for time, does not answer at once: it is asked again until it
// answers or is gone. Undefined when nothing runs.
async function adopt(folders: ClusterFolders, log: (line: string) => void): Promise<Connection | undefined> {
  const givenUpAt = performance.now() + ADOPTION_MS;
  for (;;) {
    const found = await settled(folders.data, log);
    if (!found) return undefined;
    const connection = { ...readConnection(folders), port: found.port };
    if (await answersAs(connection, folders.data)) return connection;
    if (performance.now() > givenUpAt) throw unreachable(folders, found);
    await sleep(4 * POLL_MS);
  }
}

function unreachable(folders: ClusterFolders, found: Postmaster): ClusterError {
  const message =
    `A PostgreSQL (process ${found.pid}) serves ${folders.data} but does not answer on port ${found.port} with our password. ` +
    'Stop it, then try again.';
  return new ClusterError('unreachable', message, { pid: found.pid, port: found.port });
}

async function start(folders: ClusterFolders, tools: StartTools): Promise<Connection> {
  const remembered = readConnection(folders);
  tools.runAs.own(folders.data);
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(remembered.port);
    try {
      await startServer(folders, port, tools);
      return { ...remembered, port };
    } catch (error) {
      // The port was taken between looking and binding, or the last server's children are not gone yet.
      const isTransient = error instanceof ClusterError && TRANSIENT.test(error.message);
      if (!isTransient || attempt === START_ATTEMPTS) throw error;
      await sleep(attempt * 200);
    }
  }
}

/** The running server's connection, its roles and database present. @throws ClusterError */
export async function ensureRunning(
  folders: ClusterFolders,
  log: (line: string) => void,
  tools: () => StartTools,
): Promise<Connection> {
  let connection = await adopt(folders, log);
  if (!connection) {
    const chosen = tools();
    await ensureInitialized(folders, chosen);
    connection = await start(folders, chosen);
  }
  const before = readConnection(folders);
  const isComplete = connection.isBootstrapped && connection.roles === ROLES;
  if (!isComplete) {
    await bootstrap(connection);
    connection = { ...connection, isBootstrapped: true, roles: ROLES };
  }
  if (!isComplete || before.port !== connection.port) writeConnection(folders, connection);
  return connection;
}
