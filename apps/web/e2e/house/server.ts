// A real server of its own for a journey: random port, its own data folder, stopped and swept at the end.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SERVER = new URL('../../../server/dist/index.js', import.meta.url).href;
const READY_WITHIN_MS = 90_000;

/** A running server. `leave` stops it and keeps its data folder, whose path it gives. */
export type JourneyServer = Readonly<{ url: string; stop: () => Promise<void>; leave: () => Promise<string> }>;

/** What a server starts from: an empty folder or a copy of another's; a clock moved by so much; settings of its environment. */
export type JourneyStart = Readonly<{ shiftMs?: number; from?: string; env?: Readonly<Record<string, string>> }>;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** A module that moves the clock of a process, given before anything else is loaded. */
const clockModule = (shiftMs: number): string =>
  `data:text/javascript,${encodeURIComponent(`const Real = Date;
globalThis.Date = class Date extends Real {
  constructor(...given) { given.length === 0 ? super(Real.now() + ${shiftMs}) : super(...given); }
  static now() { return Real.now() + ${shiftMs}; }
};`)}`;

/** Starts the compiled server on an empty database, or on a copy of `from`. `shiftMs` moves its clock: what sends needs a worked day. */
export async function startJourneyServer({ shiftMs = 0, from, env = {} }: JourneyStart = {}): Promise<JourneyServer> {
  const data = await mkdtemp(join(tmpdir(), 'quittance-journey-'));
  if (from) await cp(from, data, { recursive: true });
  const port = await freePort();
  const program = `import(${JSON.stringify(SERVER)}).then(({ serve }) => serve(process.argv.slice(1), process.env))`;
  const { DATABASE_URL: _, ...ours } = process.env;
  const child = spawn(
    process.execPath,
    [
      ...(shiftMs === 0 ? [] : ['--import', clockModule(shiftMs)]),
      '--input-type=module',
      '-e',
      program,
      '--',
      '--data',
      data,
      '--port',
      String(port),
    ],
    {
      env: { ...ours, ...env, QUITTANCE_LOG: 'silent' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the server was not ready in time:\n${said}`)), READY_WITHIN_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Quittance: http')) {
        clearTimeout(late);
        resolve();
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
  await ready;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const leave = async () => {
    child.kill('SIGTERM');
    await gone;
    return data;
  };
  return {
    url: `http://localhost:${port}`,
    leave,
    stop: async () => rm(await leave(), { recursive: true, force: true }),
  };
}
