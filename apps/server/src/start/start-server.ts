// Start: opens the database server, brings the schema up to date, makes the HTTP server and listens. Stops in the reverse order.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openCluster } from '@quittance/db/cluster';
import { migrate } from '@quittance/db/migrate';
import { createDb, type Database } from '@quittance/db/tx';
import { readSecret } from '../auth/index.ts';
import { createServer } from '../http/index.ts';
import type { Services } from '../services/index.ts';
import type { Settings } from './settings.ts';

const WEB_ROOT = fileURLToPath(new URL('../../../web/dist/app', import.meta.url));
const PACKAGE = new URL('../../package.json', import.meta.url);
const versionOf = (): string => (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version;

/** The use cases of an open house, and how to stop what they started (workers, mail connections). */
export type Wiring = Readonly<{ services: Services; close(): Promise<void> }>;

/** What starting needs: settings, and the use cases made on the open database. */
export type StartOptions = Readonly<{
  settings: Settings;
  wire(house: Readonly<{ db: Database; dataDir: string; appUrl: string; ownerUrl: string }>): Promise<Wiring>;
  /** Progress, one line at a time. */
  say(line: string): void;
}>;

/** A running server. */
export type RunningServer = Readonly<{ url: string; close(): Promise<void> }>;

// Each step leaves how to undo it; the last opened is the first closed.
const closing = () => {
  const steps: (() => Promise<unknown>)[] = [];
  return {
    later: (step: () => Promise<unknown>) => void steps.unshift(step),
    close: async () => {
      for (const step of steps.splice(0)) await step();
    },
  };
};

/** Starts. @throws ClusterError, MigrationError, or the listening error; whatever was opened is closed again. */
export async function startServer({ settings, wire, say }: StartOptions): Promise<RunningServer> {
  const { dataDir, port, host, publicUrl, trustProxy, logLevel } = settings;
  const { later, close } = closing();
  try {
    const cluster = await openCluster({ dataDir, log: say, databaseUrl: settings.databaseUrl });
    later(() => cluster.close());
    await migrate({ ownerUrl: cluster.ownerUrl, log: say });
    const db = createDb({ url: cluster.appUrl, name: 'quittance server' });
    later(() => db.destroy());
    const wiring = await wire({ db, dataDir, appUrl: cluster.appUrl, ownerUrl: cluster.ownerUrl });
    later(() => wiring.close());
    const secret = await readSecret(dataDir);
    const base = { db, dataDir, secret, publicUrl, trustProxy, logLevel, services: wiring.services };
    const app = await createServer({ ...base, webRoot: WEB_ROOT, version: versionOf() });
    later(() => app.close());
    const url = await app.listen({ port, host });
    return { url: publicUrl ?? url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
