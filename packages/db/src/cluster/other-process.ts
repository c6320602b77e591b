// For tests: another Node process that opens the embedded server of a folder, so that it can be killed for good.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const COMPILED = new URL('../../dist/cluster/index.js', import.meta.url).href;

// Opens, says where, closes when told to on its standard input.
const PROGRAM = `
  const { openEmbedded } = await import(${JSON.stringify(COMPILED)});
  try {
    const cluster = await openEmbedded({ dataDir: process.argv[1] });
    console.log(JSON.stringify({ ownerUrl: cluster.ownerUrl }));
    process.stdin.once('data', async () => { await cluster.close(); process.exit(0); });
  } catch (error) {
    console.log(JSON.stringify({ code: error.code, message: error.message }));
    process.exit(1);
  }`;

/** Compiles the package, for plain Node cannot run its sources. */
export function compileCluster(): void {
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'packages/db'], { cwd: ROOT });
}

/** What the other process said: the owner's address, or why it could not open. */
export type OtherSaid = { readonly ownerUrl?: string; readonly code?: string; readonly message?: string };

/** Another process using the server. */
export type OtherProcess = {
  readonly child: ChildProcess;
  readonly said: Promise<OtherSaid>;
  /** Closes as the program would, and waits for its end. */
  close(): Promise<void>;
  kill(signal: NodeJS.Signals, target?: 'process' | 'group'): Promise<void>;
};

/** Starts another process on `dataDir`, in a process group of its own; `uid` needs root. */
export function openElsewhere(dataDir: string, uid?: number): OtherProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    cwd: '/',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = once(child, 'exit');
  const said = once(createInterface({ input: child.stdout! }), 'line').then(([line]) => JSON.parse(line) as OtherSaid);
  said.catch(() => {}); // killed before it spoke
  return {
    child,
    said,
    close: async () => {
      child.stdin!.write('close\n');
      await ended;
    },
    kill: async (signal, target = 'process') => {
      process.kill(target === 'group' ? -child.pid! : child.pid!, signal);
      await ended;
    },
  };
}

/** Pids of the PostgreSQL servers (not their children) of a folder. */
export function serversOf(dataDir: string): number[] {
  const shown = execFileSync('ps', ['-ww', '-eo', 'pid=,stat=,args='], { encoding: 'utf8' });
  return shown
    .split('\n')
    .filter((line) => line.includes('bin/postgres -D') && line.includes(dataDir) && !/^\s*\d+\s+Z/.test(line))
    .map((line) => Number.parseInt(line, 10));
}
