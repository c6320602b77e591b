// Brings a database to the program's schema: forward only, one transaction a file, one process at a time.
import pg from 'pg';
import { MigrationError } from './migration-error.ts';
import { MIGRATIONS_FOLDER, type MigrationFile, readMigrations } from './migration-files.ts';
import { type AppliedMigration, planMigrations } from './plan-migrations.ts';

/** What migrating needs. */
export type MigrateOptions = {
  /** Address of the database as its owner. */
  readonly ownerUrl: string;
  /** Another folder than the project's own. */
  readonly folder?: string;
  /** Name of the last migration to apply; later ones are as if they were not there. Default: all. */
  readonly upTo?: string;
  readonly log?: (line: string) => void;
};

// Any fixed number will do; this one spells "quitt" in ASCII.
const LOCK_KEY = 0x71_75_69_74_74;
const UNDEFINED_TABLE = '42P01';

const LEDGER = `
  create schema if not exists quittance_meta;
  create table if not exists quittance_meta.schema_migrations (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  );`;

async function readApplied(client: pg.Client): Promise<AppliedMigration[] | undefined> {
  try {
    const text = 'select name, sha256 from quittance_meta.schema_migrations order by name';
    return (await client.query<AppliedMigration>(text)).rows;
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}

function lineAt(sql: string, position: string | undefined): string {
  return position === undefined ? '' : ` at line ${sql.slice(0, Number(position)).split('\n').length}`;
}

async function applyOne(client: pg.Client, { name, sql, sha256 }: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into quittance_meta.schema_migrations (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const { message, position } = error as pg.DatabaseError;
    throw new MigrationError('failed', name, `The migration ${name} failed${lineAt(sql, position)}: ${message}`);
  }
}

async function applyPending(client: pg.Client, files: readonly MigrationFile[], log: (line: string) => void) {
  await client.query('select pg_advisory_lock($1)', [LOCK_KEY]); // the session's end gives it back
  await client.query(LEDGER);
  // Another process may have migrated while we waited for the lock.
  const pending = planMigrations(files, (await readApplied(client)) ?? []);
  for (const file of pending) {
    log(`migration ${file.name}`);
    await applyOne(client, file);
  }
  await narrowPortfolios(client);
  return pending.map(({ name }) => name);
}

// What a migration added or granted binds members with a portfolio too (0009_portfolios.sql).
async function narrowPortfolios(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select to_regprocedure('public.narrow_portfolios()') is not null as known");
  if (rows[0]?.known) await client.query('select public.narrow_portfolios()');
}

/**
 * Applies the migrations that are missing and returns their names; one query when there are none.
 * @throws MigrationError naming the file
 */
export async function migrate({
  ownerUrl,
  folder = MIGRATIONS_FOLDER,
  upTo,
  log = () => {},
}: MigrateOptions): Promise<string[]> {
  const files = readMigrations(folder).filter(({ name }) => upTo === undefined || name <= upTo);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'quittance migrate' });
  client.on('error', () => {}); // reported by the query that meets it
  await client.connect();
  try {
    const applied = await readApplied(client);
    if (applied && planMigrations(files, applied).length === 0) return [];
    return await applyPending(client, files, log);
  } finally {
    await client.end();
  }
}
