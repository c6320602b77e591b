// The account remembered with a layout: tables of the same headers are of the same account, once a person said which.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

type Layout = Readonly<{ companyId: CompanyId; kind: string; signature: string }>;

/** The account that the last file of that layout was said to be of; null where none was, or it is another company's by now. */
export async function findLayoutAccount(tx: Tx, layout: Layout): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`SELECT coalesce(a.joined_into, a.bank_account_id) AS id
    FROM column_mappings m JOIN bank_accounts a ON a.org_id = m.org_id AND a.bank_account_id = m.bank_account_id
    WHERE m.org_id = current_org() AND m.company_id = ${layout.companyId} AND m.kind = ${layout.kind} AND m.signature = ${layout.signature}`.execute(
    tx,
  );
  return rows[0]?.id ?? null;
}
