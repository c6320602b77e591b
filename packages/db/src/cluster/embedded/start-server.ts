// Starts PostgreSQL as a process of its own group (Ctrl-C in the terminal is for us, not for it) and waits until it answers.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../cluster-error.ts';
import type { ClusterFolders } from './folders.ts';
import { findPostmaster } from './postmaster-file.ts';
import type { Binaries } from './programs/binaries.ts';
import type { RunAs } from './programs/run-as.ts';
import { serverEnvironment } from './programs/server-environment.ts';
import { type ServerSettings, settingArguments } from './programs/settings.ts';

/** What starting needs beside the folders. */
export type StartTools = {
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly settings: ServerSettings;
  readonly log: (line: string) => void;
};

const POLL_MS = 15;
const LOG_TAIL = 2_000;

function launch(folders: ClusterFolders, port: number, tools: StartTools): ChildProcess {
  if (existsSync(folders.logFile)) renameSync(folders.logFile, `${folders.logFile}.1`);
  const args = ['-D', folders.data, ...settingArguments({ ...tools.settings, port })];
  const { command, args: wrapped } = tools.runAs.wrap(tools.binaries.postgres, args);
  const log = openSync(folders.logFile, 'a', 0o600);
  try {
    const child = spawn(command, wrapped, {
      ...tools.runAs.ids,
      cwd: '/',
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** The end of the server's log, for error messages. */
export const logTail = (folders: ClusterFolders): string =>
  existsSync(folders.logFile) ? readFileSync(folders.logFile, 'utf8').slice(-LOG_TAIL).trim() : '';

/**
 * Starts the server on `port`; resolves when it accepts connections, however long crash recovery takes.
 * @throws ClusterError `start_failed` with the end of the server's log when it ends before.
 */
export async function startServer(folders: ClusterFolders, port: number, tools: StartTools): Promise<void> {
  const child = launch(folders, port, tools);
  let end: string | undefined;
  child.once('error', (error) => (end = error.message));
  child.once('exit', (status, signal) => (end ??= `exit ${signal ?? status}`));
  while (end === undefined) {
    const found = findPostmaster(folders.data);
    if (found?.pid === child.pid && found?.status === 'ready') return;
    await sleep(POLL_MS);
  }
  throw new ClusterError('start_failed', `PostgreSQL did not start (${end}). ${logTail(folders)}`, {
    logFile: folders.logFile,
    port,
  });
}
