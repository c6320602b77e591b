// Open the house: the database server of the data folder (joined if it runs, else started), its schema brought up to date, and a pool.
import { openCluster } from '@quittance/db/cluster';
import { migrate } from '@quittance/db/migrate';
import { createDb, type Database } from '@quittance/db/tx';
import type { Globals } from './globals.ts';

/** An open database server. `close` gives back what was opened; calling it again does nothing. */
export type Server = Readonly<{ ownerUrl: string; appUrl: string; close(): Promise<void> }>;

/** A server with its schema up to date, and the database as the application sees it. */
export type House = Server & Readonly<{ db: Database }>;

type Say = (line: string) => void;

/** Joins or starts the server. @throws ClusterError */
export async function openServer({ dataDir, databaseUrl }: Globals, say: Say): Promise<Server> {
  const { ownerUrl, appUrl, close } = await openCluster({ dataDir, databaseUrl, log: say });
  const release = closeOnSignal(close);
  return { ownerUrl, appUrl, close: release };
}

/** Ends the process cleanly on SIGINT and SIGTERM: what was under way is undone by the database, the server is given back. */
function closeOnSignal(close: () => Promise<void>): () => Promise<void> {
  const codes = { SIGINT: 130, SIGTERM: 143 } as const;
  const onSignal = (signal: keyof typeof codes) => {
    close().finally(() => process.exit(codes[signal]));
  };
  for (const signal of Object.keys(codes)) process.once(signal, onSignal);
  return async () => {
    for (const signal of Object.keys(codes)) process.off(signal, onSignal);
    await close();
  };
}

/** Opens everything a use case needs. @throws ClusterError, MigrationError */
export async function openHouse(globals: Globals, say: Say): Promise<House> {
  const server = await openServer(globals, say);
  try {
    await migrate({ ownerUrl: server.ownerUrl, log: say });
  } catch (error) {
    await server.close();
    throw error;
  }
  const db = createDb({ url: server.appUrl, name: 'quittance cli' });
  return {
    ...server,
    db,
    close: async () => {
      await db.destroy();
      await server.close();
    },
  };
}
