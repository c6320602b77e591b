// Keeping the account that a person said files of a layout are of. Only use cases call this.
import type { CompanyId, ImportId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Remembers with a layout the account that a person said an import of it is of. */
export async function keepLayoutAccount(
  tx: Tx,
  layout: Readonly<{ companyId: CompanyId; kind: string; signature: string }>,
  importId: ImportId,
): Promise<void> {
  await sql`UPDATE column_mappings m SET bank_account_id = s.bank_account_id
    FROM (SELECT bank_account_id FROM bank_statements WHERE org_id = current_org() AND import_id = ${importId} AND told_by = 'person'
      ORDER BY statement_id LIMIT 1) s
    WHERE m.org_id = current_org() AND m.company_id = ${layout.companyId} AND m.kind = ${layout.kind} AND m.signature = ${layout.signature}`.execute(
    tx,
  );
}
