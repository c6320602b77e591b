// Creates PostgreSQL's data directory in a temporary folder beside its place, then renames it: it is there whole or not.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError } from '../cluster-error.ts';
import { newConnection, writeConnection } from './connection-file.ts';
import type { ClusterFolders } from './folders.ts';
import type { Binaries } from './programs/binaries.ts';
import type { RunAs } from './programs/run-as.ts';
import { serverEnvironment } from './programs/server-environment.ts';

const DRAFT = 'init-';

const initArguments = (data: string, passwordFile: string): string[] => [
  ...['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '--data-checksums'],
  ...['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C'],
];

function run(runAs: RunAs, program: string, args: readonly string[]): Promise<{ ok: boolean; output: string }> {
  const { command, args: wrapped } = runAs.wrap(program, args);
  return new Promise((resolve) => {
    const child = spawn(command, wrapped, { ...runAs.ids, cwd: '/', env: serverEnvironment(), stdio: 'pipe' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (status) => resolve({ ok: status === 0, output }));
  });
}

async function initializeIn(
  draft: string,
  password: string,
  tools: { binaries: Binaries; runAs: RunAs },
): Promise<void> {
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  tools.runAs.own(draft);
  const { ok, output } = await run(
    tools.runAs,
    tools.binaries.initdb,
    initArguments(join(draft, 'data'), passwordFile),
  );
  if (!ok) {
    throw new ClusterError('init_failed', `PostgreSQL could not create its data directory: ${output.trim()}`, {
      draft,
    });
  }
}

function checkVersion(folders: ClusterFolders, binaries: Binaries): void {
  const found = Number.parseInt(readFileSync(join(folders.data, 'PG_VERSION'), 'utf8'), 10);
  if (found === binaries.major) return;
  const message =
    `The data in ${folders.data} was written by PostgreSQL ${found}, this program brings PostgreSQL ${binaries.major}. ` +
    'Make a backup with the version that wrote it and restore it here.';
  throw new ClusterError('version_mismatch', message, { found, expected: binaries.major });
}

/** Makes sure the data directory exists and is of our version. Call under the start lock. */
export async function ensureInitialized(
  folders: ClusterFolders,
  tools: { binaries: Binaries; runAs: RunAs; log: (line: string) => void },
): Promise<void> {
  for (const name of readdirSync(folders.root)) {
    if (name.startsWith(DRAFT)) rmSync(join(folders.root, name), { recursive: true, force: true });
  }
  if (existsSync(folders.data)) return checkVersion(folders, tools.binaries);
  tools.log('creating the database');
  const connection = newConnection();
  const draft = join(folders.root, `${DRAFT}${randomUUID()}`);
  try {
    await initializeIn(draft, connection.passwords.postgres, tools);
    writeConnection(folders, connection);
    renameSync(join(draft, 'data'), folders.data);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
