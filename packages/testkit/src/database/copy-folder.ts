// A copy of a data folder: two thousand files, which the system's own program copies several times faster than Node.
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';

/** Copies what `from` holds into `to`, which exists, with owners and rights where the system has them. */
export function copyFolder(from: string, to: string): void {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else execFileSync('cp', ['-a', `${from}/.`, to]);
}
