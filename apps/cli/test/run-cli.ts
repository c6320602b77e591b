// Runs the compiled command as its user would: a process of its own, its words, its two outputs and its exit code.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../bin/quittance.mjs', import.meta.url));

/** What came of a call. */
export type Ran = Readonly<{ code: number; stdout: string; stderr: string }>;

/** A data folder of its own, gone at the end. The path has a space in it, as people's paths do. */
export async function makeDataFolder(): Promise<Readonly<{ path: string; remove(): Promise<void> }>> {
  const path = await mkdtemp(join(tmpdir(), 'quittance cli-'));
  await chmod(path, 0o711); // as root, the database server runs as another user, who has to pass
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Starts the command; `words` stand after the program's name. */
export const startCli = (data: string, words: readonly string[]) => {
  const { DATABASE_URL: _, QUITTANCE_SMTP_URL: __, ...env } = process.env;
  return spawn(process.execPath, [PROGRAM, ...words], { env: { ...env, QUITTANCE_DATA: data }, stdio: 'pipe' });
};

/** Runs it to its end. `input` goes to its standard input. */
export function runCli(data: string, words: readonly string[], input = ''): Promise<Ran> {
  const child = startCli(data, words);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}
