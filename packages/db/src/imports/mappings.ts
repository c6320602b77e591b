// Mappings remembered: which columns a layout's headers were taken for, so that the next file of that layout is understood at once.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A remembered mapping; `signature` is the headers, joined. */
export type MappingRow = Readonly<{
  kind: string;
  signature: string;
  mapping: Readonly<Record<string, string>>;
  usedAt: Date;
}>;

/** All of a company, the last used first. */
export async function listMappings(tx: Tx, companyId: CompanyId): Promise<MappingRow[]> {
  const { rows } = await sql<MappingRow>`SELECT kind, signature, mapping, used_at AS "usedAt" FROM column_mappings
    WHERE org_id = current_org() AND company_id = ${companyId} ORDER BY used_at DESC, kind, signature`.execute(tx);
  return rows;
}

/** The kind of rows that files with these headers were last taken for, or undefined. */
export async function findMappingKind(
  tx: Tx,
  layout: Readonly<{ companyId: CompanyId; signature: string }>,
): Promise<string | undefined> {
  const { rows } = await sql<{ kind: string }>`SELECT kind FROM column_mappings
    WHERE org_id = current_org() AND company_id = ${layout.companyId} AND signature = ${layout.signature}
    ORDER BY used_at DESC LIMIT 1`.execute(tx);
  return rows[0]?.kind;
}
