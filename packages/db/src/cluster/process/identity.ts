// A process told apart from a later one that got the same pid: pid plus the moment it started.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** `<pid>-<start>`, safe as a file name. */
export type ProcessIdentity = string;

const LINUX_STATE = 0;
const LINUX_START_TICKS = 19;

let bootId: string | undefined;
function boot(): string {
  bootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  return bootId;
}

function linuxStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces, so fields count from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[LINUX_STATE] === 'Z' ? undefined : `${boot()}.${fields[LINUX_START_TICKS]}`;
  } catch {
    return undefined;
  }
}

function otherStart(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  if (process.platform === 'win32') return '0';
  try {
    // The moment as text: the same for every process that asks, whatever its language and time zone.
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const shown = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env });
    return shown.trim().replaceAll(/[^0-9A-Za-z]+/g, '.');
  } catch {
    return undefined;
  }
}

function startOf(pid: number): string | undefined {
  return process.platform === 'linux' ? linuxStart(pid) : otherStart(pid);
}

/** Whether a process with this pid runs; one that ended and was not waited for does not count. */
export const isAlive = (pid: number): boolean => pid > 0 && startOf(pid) !== undefined;

/** The identity of this very process. */
export const ownIdentity = (): ProcessIdentity => `${process.pid}-${startOf(process.pid) ?? '0'}`;

/** Whether the process of that identity still runs (the same one, not another that got its pid). */
export function isIdentityAlive(identity: ProcessIdentity): boolean {
  const [pid, ...start] = identity.split('-');
  return startOf(Number(pid)) === start.join('-');
}

/** The command line of a process, arguments separated by NUL where the system tells them apart; '' when unknown. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
