// Memory: the highest resident set of a task run in a process of its own, as the operating system counted it.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const KIB_A_MIB = 1_024;

/** Highest resident set in MiB of `bench/src/tasks/<name>.mjs`, which says it itself in KiB as its only output. */
export async function peakRssOf(name, ...args) {
  const script = fileURLToPath(new URL(`../tasks/${name}.mjs`, import.meta.url));
  const { stdout } = await run(process.execPath, [script, ...args.map(String)]);
  return Math.round(Number(stdout.trim()) / KIB_A_MIB);
}
