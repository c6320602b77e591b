// The target of a restore: whether it may take a backup, and its seals and triggers set aside while rows go in as they were.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { CatalogueTable } from './catalogue.ts';
import { quotedTable } from './format.ts';

/** Whether nobody and nothing is there yet. */
export async function isEmpty(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    SELECT NOT EXISTS (SELECT FROM directory.organizations) AND NOT EXISTS (SELECT FROM auth.users) AS empty`.execute(
    tx,
  );
  return rows[0]!.empty;
}

/** Names of other connections of the program to this database: a server or a command at work. */
export async function listOtherSessions(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT application_name AS name FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'quittance%' ORDER BY 1`.execute(
    tx,
  );
  return rows.map((row) => row.name);
}

const statement = (tx: Tx, text: string): Promise<unknown> => sql.raw(text).execute(tx);

/**
 * Empties every table and lets its owner write rows as they were: triggers would apply allocations a second time, and COPY does not
 * go through row-level security. Other sessions see none of it: all of this is undone or done again within the transaction.
 */
export async function openTables(tx: Tx, tables: readonly CatalogueTable[]): Promise<void> {
  for (const table of tables) {
    await statement(tx, `ALTER TABLE ${quotedTable(table)} DISABLE TRIGGER USER`);
    if (table.sealed) await statement(tx, `ALTER TABLE ${quotedTable(table)} NO FORCE ROW LEVEL SECURITY`);
  }
  await statement(tx, `TRUNCATE ${tables.map(quotedTable).join(', ')}`);
}

/** Puts seals and triggers back. */
export async function closeTables(tx: Tx, tables: readonly CatalogueTable[]): Promise<void> {
  for (const table of tables) {
    if (table.sealed) await statement(tx, `ALTER TABLE ${quotedTable(table)} FORCE ROW LEVEL SECURITY`);
    await statement(tx, `ALTER TABLE ${quotedTable(table)} ENABLE TRIGGER USER`);
  }
}

/** Puts a sequence where it stood. */
export async function restoreSequence(
  tx: Tx,
  sequence: Readonly<{ schema: string; name: string; last: string | null }>,
): Promise<void> {
  await sql`SELECT setval(format('%I.%I', ${sequence.schema}::text, ${sequence.name}::text)::regclass,
    ${sequence.last ?? '1'}::bigint, ${sequence.last !== null})`.execute(tx);
}

/** From here on the transaction is bound by row-level security, even for a role that is above it. */
export async function bindToSeals(tx: Tx): Promise<void> {
  const { rows } = await sql<{ above: boolean }>`
    SELECT rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname = current_user`.execute(tx);
  if (rows[0]?.above) await sql`SET LOCAL ROLE quittance_app`.execute(tx);
}
