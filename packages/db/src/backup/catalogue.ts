// What is backed up, from the catalogue: every table of the program's schemas, so that a table added tomorrow is not forgotten.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { type BackupHeader, type BackupTrailer, tableName } from './format.ts';

const SCHEMAS = ['auth', 'directory', 'public'];

/** A table with what copying it needs to know. */
export type CatalogueTable = Readonly<{
  schema: string;
  name: string;
  /** Written columns; generated ones are computed again. */
  columns: readonly string[];
  /** Rows belong to organizations and are sealed by row-level security. */
  sealed: boolean;
  /** Names of the tables it refers to. */
  refersTo: readonly string[];
}>;

/** Tables after those they refer to; else by name. */
export function inOrder(tables: readonly CatalogueTable[]): CatalogueTable[] {
  const left = [...tables].sort((a, b) => (tableName(a) < tableName(b) ? -1 : 1));
  const placed = new Set<string>();
  const ordered: CatalogueTable[] = [];
  while (left.length > 0) {
    const index = left.findIndex((table) =>
      table.refersTo.every((other) => placed.has(other) || other === tableName(table)),
    );
    if (index < 0) throw new Error(`tables refer to each other in a circle: ${left.map(tableName).join(', ')}`);
    const [next] = left.splice(index, 1);
    placed.add(tableName(next!));
    ordered.push(next!);
  }
  return ordered;
}

/** Every table of the program, in order. */
export async function listTables(tx: Tx): Promise<CatalogueTable[]> {
  const { rows } = await sql<CatalogueTable>`
    SELECT n.nspname AS schema, c.relname AS name, c.relforcerowsecurity AS sealed,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      ARRAY(SELECT DISTINCT fn.nspname || '.' || f.relname FROM pg_constraint k
        JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
        WHERE k.conrelid = c.oid AND k.contype = 'f') AS "refersTo"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname = ANY(${SCHEMAS})
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`.execute(
    tx,
  );
  return inOrder(rows);
}

/** Where every sequence stands. Read after the rows' snapshot was taken, none is behind its rows. */
export async function listSequences(tx: Tx): Promise<BackupTrailer['sequences']> {
  const { rows } = await sql<BackupTrailer['sequences'][number]>`
    SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences
    WHERE schemaname = ANY(${SCHEMAS}) ORDER BY 1, 2`.execute(tx);
  return rows;
}

/** The migrations the schema has. */
export async function listMigrations(tx: Tx): Promise<BackupHeader['migrations']> {
  const { rows } = await sql<BackupHeader['migrations'][number]>`
    SELECT name, sha256 FROM quittance_meta.schema_migrations ORDER BY name`.execute(tx);
  return rows;
}

/** Ids of all organizations. */
export async function listOrgIds(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT org_id AS id FROM directory.organizations ORDER BY org_id`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** Enters an organization for what follows in the transaction. */
export const enterOrganization = (tx: Tx, orgId: number): Promise<unknown> =>
  sql`SELECT set_config('app.org_id', ${String(orgId)}, true)`.execute(tx);
