// Imports as stored: what was brought in, when, with which result; their row errors; remembered column mappings.
import type { Exercise } from '@quittance/core/intake';
import type { CompanyId, Day, ImportId, RowError } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** How an import ended, or that it goes on. */
export type ImportStatus = 'running' | 'imported' | 'unchanged' | 'refused' | 'failed' | 'withdrawn';

/** A row of imports; `counts`, `notes` and `refusal` are as the report gave them. */
export type ImportRow = Readonly<{
  importId: ImportId;
  companyId: CompanyId;
  kind: string;
  fileName: string;
  sha256: string;
  status: ImportStatus;
  strict: boolean;
  counts: Readonly<Record<string, unknown>>;
  notes: readonly Readonly<Record<string, unknown>>[];
  refusal: Readonly<Record<string, unknown>> | null;
  errorCount: number;
  coversFromOn: Day | null;
  coversToOn: Day | null;
  actor: string;
  startedAt: Date;
  finishedAt: Date | null;
  /** A bank file brought in by mistake was withdrawn. */
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
}>;

const columns = sql`import_id AS "importId", company_id AS "companyId", kind, file_name AS "fileName", sha256, status, strict, counts, notes,
  refusal, error_count AS "errorCount", covers_from_on AS "coversFromOn", covers_to_on AS "coversToOn", actor, started_at AS "startedAt",
  finished_at AS "finishedAt", withdrawn_at AS "withdrawnAt", withdrawn_by AS "withdrawnBy"`;

/** The import, or undefined. */
export async function findImport(tx: Tx, importId: ImportId): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`SELECT ${columns} FROM imports
    WHERE org_id = current_org() AND import_id = ${importId}`.execute(tx);
  return rows[0];
}

/** A page of the company's imports, newest first. */
export async function listImports(
  tx: Tx,
  page: Readonly<{ companyId: CompanyId; limit: number; offset?: number }>,
): Promise<{ rows: ImportRow[]; total: number }> {
  const where = sql`org_id = current_org() AND company_id = ${page.companyId}`;
  const { rows } = await sql<ImportRow>`SELECT ${columns} FROM imports WHERE ${where}
    ORDER BY import_id DESC LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`.execute(tx);
  const counted = await sql<{ total: number }>`SELECT count(*) AS total FROM imports WHERE ${where}`.execute(tx);
  return { rows, total: counted.rows[0]!.total };
}

/** The last import that brought this very file in (as this kind), or undefined; `isLatest` when nothing was imported after it. */
export async function findImportOfFile(
  tx: Tx,
  file: Readonly<{ companyId: CompanyId; kind?: string; sha256: string }>,
): Promise<(ImportRow & Readonly<{ isLatest: boolean }>) | undefined> {
  const ofKind = file.kind === undefined ? sql`` : sql`AND kind = ${file.kind}`;
  const { rows } = await sql<
    ImportRow & { isLatest: boolean }
  >`SELECT ${columns}, NOT EXISTS (SELECT 1 FROM imports later
      WHERE later.org_id = imports.org_id AND later.company_id = imports.company_id AND later.status = 'imported'
        AND later.import_id > imports.import_id) AS "isLatest"
    FROM imports
    WHERE org_id = current_org() AND company_id = ${file.companyId} AND sha256 = ${file.sha256} AND status = 'imported' ${ofKind}
    ORDER BY import_id DESC LIMIT 1`.execute(tx);
  return rows[0];
}

/** A page of the rows that could not be read, in file order. */
export async function listImportErrors(
  tx: Tx,
  page: Readonly<{ importId: ImportId; limit: number; offset?: number }>,
): Promise<RowError[]> {
  const { rows } =
    await sql<RowError>`SELECT row_no AS "row", column_name AS "column", code, seen, expected FROM import_errors
    WHERE org_id = current_org() AND import_id = ${page.importId} ORDER BY position LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`.execute(
      tx,
    );
  return rows;
}

/** Books brought in for the company: their periods, and whether they carried opening entries. */
export async function listBooks(
  tx: Tx,
  companyId: CompanyId,
): Promise<(Exercise & { importId: ImportId; hasOpenings: boolean })[]> {
  const { rows } = await sql<Exercise & { importId: ImportId; hasOpenings: boolean }>`
    SELECT import_id AS "importId", covers_from_on AS "from", covers_to_on AS "to", has_openings AS "hasOpenings" FROM imports
    WHERE org_id = current_org() AND company_id = ${companyId} AND kind = 'fec' AND status = 'imported'
      AND covers_from_on IS NOT NULL AND covers_to_on IS NOT NULL ORDER BY import_id`.execute(tx);
  return rows;
}

/** The mapping remembered for files of this kind with these headers, or undefined. */
export async function findMapping(
  tx: Tx,
  layout: Readonly<{ companyId: CompanyId; kind: string; signature: string }>,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { rows } = await sql<{ mapping: Record<string, string> }>`SELECT mapping FROM column_mappings
    WHERE org_id = current_org() AND company_id = ${layout.companyId} AND kind = ${layout.kind} AND signature = ${layout.signature}`.execute(
    tx,
  );
  return rows[0]?.mapping;
}
