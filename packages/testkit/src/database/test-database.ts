// A database of its own for a test file: cloned from the migrated template, dropped at the end.
import { createDb, createPool, type Database } from '@quittance/db/tx';
import { inject } from 'vitest';
import type {} from './global-setup.ts';

/** A test file's own database. */
export type TestDatabase = {
  /** As the application's role, like the program itself. */
  readonly db: Database;
  /** The pool beneath `db`. */
  readonly pool: ReturnType<typeof createPool>;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** As superuser: to look behind row-level security, never to stand in for the application. */
  readonly adminUrl: string;
  /** Ends `db`'s connections and drops the database, whoever is still connected. */
  close(): Promise<void>;
};

let clones = 0;

function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function run(url: string, statement: string): Promise<void> {
  const pool = createPool({ url, size: 1 });
  try {
    await pool.query(statement);
  } finally {
    await pool.end();
  }
}

/** A folder that ends with the run: for what several files make once. */
export const runFolder = (): string => inject('quittanceServer').folder;

/** Clones the template in a fraction of a second. Call in `beforeAll`, and `close()` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('quittanceServer');
  clones += 1;
  const name = `test_${process.pid}_${process.hrtime.bigint().toString(36)}_${clones}`;
  await run(server.adminUrl, `create database ${name} template quittance owner quittance_owner strategy file_copy`);
  const appUrl = inDatabase(server.appUrl, name);
  const pool = createPool({ url: appUrl, name: 'quittance test' });
  const db = createDb({ pool });
  return {
    db,
    pool,
    appUrl,
    ownerUrl: inDatabase(server.ownerUrl, name),
    adminUrl: inDatabase(server.adminUrl, name),
    close: async () => {
      await db.destroy();
      if (!pool.ended) await pool.end(); // a Kysely that was never used leaves its pool alone
      await run(server.adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}
