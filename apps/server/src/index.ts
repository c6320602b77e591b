// The server's front door: serve until told to stop. What serves is loaded by `serve` itself: a command that only delivers does without.
import { readSettings } from './start/settings.ts';

export { UsageError } from './start/settings.ts';
export { type Outside, openOutside } from './wiring/outside.ts';
export { takeWorkerNumber, type WorkerNumber } from './wiring/worker-number.ts';

const say = (line: string): void => console.error(line);

/** Stops once on the first signal; a second one ends the process at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** `quittance serve`: starts, says the address when ready, and stops cleanly on SIGINT or SIGTERM. @throws UsageError, ClusterError */
export async function serve(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const settings = readSettings(args, env);
  const started = performance.now();
  const [{ startServer }, { prepareDemo }, { wire }] = await Promise.all([
    import('./start/start-server.ts'),
    import('./wiring/demo.ts'),
    import('./wiring/wire.ts'),
  ]);
  const server = await startServer({
    settings,
    say,
    wire: async (house) => {
      if (settings.demo) await prepareDemo({ ...house, env }, say);
      return wire({ ...house, env, work: settings.only !== 'api', onError: (error) => console.error(error) });
    },
  });
  console.log(`Quittance: ${server.url} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  await untilSignal();
  await server.close();
}
