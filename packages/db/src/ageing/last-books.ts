// The last books brought in: the day they end, and the balance of customer accounts they closed with.
import type { Cents, CompanyId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Balances of 411 and 416 on the last day of the books; `accounts` is empty where only their sum was kept. */
export type LastBooks = Readonly<{
  booksOn: Day;
  ledgerCents: Cents;
  accounts: readonly Readonly<{ account: string; cents: Cents }>[];
}>;

/** The books that go furthest, the last brought in among those; null before any. */
export async function findLastBooks(tx: Tx, companyId: CompanyId): Promise<LastBooks | null> {
  const { rows } = await sql<{ booksOn: Day; note: { cents: Cents; accounts?: LastBooks['accounts'] } | null }>`
    SELECT covers_to_on AS "booksOn", (SELECT n FROM jsonb_array_elements(notes) n WHERE n ->> 'code' = 'customer_accounts' LIMIT 1) AS note
    FROM imports WHERE org_id = current_org() AND company_id = ${companyId} AND kind = 'fec' AND status = 'imported'
      AND covers_to_on IS NOT NULL ORDER BY covers_to_on DESC, import_id DESC LIMIT 1`.execute(tx);
  const found = rows[0];
  if (!found?.note) return null;
  return { booksOn: found.booksOn, ledgerCents: found.note.cents, accounts: found.note.accounts ?? [] };
}

/** When anything was last brought in; null = never. */
export async function findLastImportAt(tx: Tx, companyId: CompanyId): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`SELECT max(finished_at) AS at FROM imports
    WHERE org_id = current_org() AND company_id = ${companyId} AND status IN ('imported', 'unchanged')`.execute(tx);
  return rows[0]!.at;
}
