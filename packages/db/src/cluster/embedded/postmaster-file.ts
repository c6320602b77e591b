// postmaster.pid, PostgreSQL's own word on which process serves a data directory and whether it is ready.
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive } from '../process/identity.ts';

/** What the file says, when its process lives and is really the server of that directory. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping';
};

const PID_LINE = 0;
const PORT_LINE = 3;
const STATUS_LINE = 7;

function statusOf(text: string | undefined): Postmaster['status'] {
  const word = (text ?? '').trim();
  return word === 'ready' || word === 'stopping' ? word : 'starting';
}

// Another program may have got the pid of a server that crashed: ours names its data directory on its command line.
// Windows does not show it; there the password and the directory asked of the server decide.
const serves = (pid: number, data: string): boolean =>
  process.platform === 'win32' || commandLine(pid).includes(realpathSync(data));

/**
 * The living server of the directory, if any. A file left by a crash whose pid now belongs to another program is removed,
 * for PostgreSQL itself would take that program for a server and refuse to start.
 */
export function findPostmaster(data: string): Postmaster | undefined {
  const path = join(data, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[PID_LINE]);
  if (!isAlive(pid)) return undefined;
  if (!serves(pid, data)) {
    rmSync(path, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[PORT_LINE] ?? 0), status: statusOf(lines[STATUS_LINE]) };
}
