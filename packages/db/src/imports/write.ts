// Imports written: the row of an import, its errors, the mapping remembered. Only use cases call this.
import type { CompanyId, Day, ImportId, RowError } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { ImportStatus } from './read.ts';

export * from './bank-payments.ts';

/** One import at a time for a company: waits for the one under way, and holds the place until the transaction ends. */
export async function lockImports(tx: Tx, companyId: CompanyId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('imports ' || current_org() || ' ' || ${companyId}::text, 0))`.execute(
    tx,
  );
}

/** What is known of an import when it begins. */
export type NewImport = Readonly<{
  companyId: CompanyId;
  kind: string;
  fileName: string;
  sha256: string;
  strict: boolean;
  actor: string;
}>;

/** Opens an import, `running`. */
export async function insertImport(tx: Tx, one: NewImport): Promise<ImportId> {
  const { rows } = await sql<{ importId: ImportId }>`
    INSERT INTO imports (company_id, kind, file_name, sha256, status, strict, actor)
    VALUES (${one.companyId}, ${one.kind}, ${one.fileName}, ${one.sha256}, 'running', ${one.strict}, ${one.actor})
    RETURNING import_id AS "importId"`.execute(tx);
  return rows[0]!.importId;
}

/** How an import ended. */
export type ImportEnd = Readonly<{
  status: Exclude<ImportStatus, 'running' | 'withdrawn'>;
  counts: object;
  notes: readonly object[];
  refusal: object | null;
  errorCount: number;
  covers: Readonly<{ from: Day; to: Day }> | null;
  hasOpenings: boolean;
}>;

/** Closes an import with its result. */
export async function finishImport(tx: Tx, importId: ImportId, end: ImportEnd): Promise<void> {
  await sql`UPDATE imports SET status = ${end.status}, counts = ${JSON.stringify(end.counts)}::jsonb,
      notes = ${JSON.stringify(end.notes)}::jsonb, refusal = ${end.refusal ? JSON.stringify(end.refusal) : null}::jsonb,
      error_count = ${end.errorCount}, covers_from_on = ${end.covers?.from ?? null}::date, covers_to_on = ${end.covers?.to ?? null}::date,
      has_openings = ${end.hasOpenings}, finished_at = recorded_now()
    WHERE org_id = current_org() AND import_id = ${importId}`.execute(tx);
}

/** Keeps row errors, numbered from `position`. */
export async function insertImportErrors(tx: Tx, importId: ImportId, errors: readonly RowError[]): Promise<void> {
  const list = errors.map((error, position) => ({ ...error, position }));
  await sql`INSERT INTO import_errors (import_id, position, row_no, column_name, code, seen, expected)
    SELECT ${importId}, e.position, e."row", e."column", e.code, e.seen, e.expected
    FROM jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      AS e (position integer, "row" integer, "column" text, code text, seen text, expected text)`.execute(tx);
}

/** Remembers a mapping for files of this kind with these headers. */
export async function saveMapping(
  tx: Tx,
  layout: Readonly<{
    companyId: CompanyId;
    kind: string;
    signature: string;
    mapping: Readonly<Record<string, string>>;
  }>,
): Promise<void> {
  await sql`INSERT INTO column_mappings (company_id, kind, signature, mapping)
    VALUES (${layout.companyId}, ${layout.kind}, ${layout.signature}, ${JSON.stringify(layout.mapping)}::jsonb)
    ON CONFLICT (org_id, company_id, kind, signature) DO UPDATE SET mapping = excluded.mapping, used_at = recorded_now()`.execute(
    tx,
  );
}

/** Forgets a mapping; whether there was one. */
export async function deleteMapping(
  tx: Tx,
  layout: Readonly<{ companyId: CompanyId; kind: string; signature: string }>,
): Promise<boolean> {
  const gone = await sql`DELETE FROM column_mappings WHERE org_id = current_org() AND company_id = ${layout.companyId}
    AND kind = ${layout.kind} AND signature = ${layout.signature}`.execute(tx);
  return Number(gone.numAffectedRows ?? 0) > 0;
}
