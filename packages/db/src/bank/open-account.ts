// Accounts a file names: met again or opened; one that belongs to another company of the organization is told.
import type { CompanyId, Currency } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** An account as a file names it; `identity` is the IBAN, else the number as written, else ''. */
export type NamedAccount = Readonly<{ identity: string; iban: string | null; currency: Currency }>;

/** An account of another company, and that company's name. */
export type ForeignAccount = Readonly<{ identity: string; company: string }>;

/** The company that has an account of one of those identities, other than this one; undefined where there is none. */
export async function findForeignAccount(
  tx: Tx,
  companyId: CompanyId,
  identities: readonly string[],
): Promise<ForeignAccount | undefined> {
  const { rows } = await sql<ForeignAccount>`SELECT a.identity, c.name AS company
    FROM bank_accounts a JOIN companies c ON c.org_id = a.org_id AND c.company_id = a.company_id
    WHERE a.org_id = current_org() AND a.company_id <> ${companyId} AND a.identity <> '' AND a.identity = ANY(${[...identities]}::text[])
    ORDER BY a.bank_account_id LIMIT 1`.execute(tx);
  return rows[0];
}

/** The account of the company, opened where it is new. */
export async function openBankAccount(tx: Tx, companyId: CompanyId, named: NamedAccount): Promise<number> {
  const { identity, iban, currency } = named;
  const { rows } = await sql<{ bankAccountId: number }>`INSERT INTO bank_accounts (company_id, identity, iban, currency)
    VALUES (${companyId}, ${identity}, ${iban}, ${currency})
    ON CONFLICT (org_id, company_id, identity, currency) DO UPDATE SET iban = coalesce(bank_accounts.iban, excluded.iban)
    RETURNING bank_account_id AS "bankAccountId"`.execute(tx);
  return rows[0]!.bankAccountId;
}

/** Gives an account its identity; what files that name no account told of it is its own from then on. */
export async function identifyAccount(
  tx: Tx,
  { bankAccountId, identity, iban }: Readonly<{ bankAccountId: number; identity: string; iban: string | null }>,
): Promise<void> {
  await sql`UPDATE bank_accounts SET identity = ${identity}, iban = ${iban}
    WHERE org_id = current_org() AND bank_account_id = ${bankAccountId}`.execute(tx);
  await sql`UPDATE bank_statements SET told_by = 'person'
    WHERE org_id = current_org() AND bank_account_id = ${bankAccountId} AND told_by = 'deduced'`.execute(tx);
}

/** Names an account, as people call it; whether the company has one of that id. */
export async function renameBankAccount(
  tx: Tx,
  companyId: CompanyId,
  account: Readonly<{ bankAccountId: number; name: string }>,
): Promise<boolean> {
  const changed = await sql`UPDATE bank_accounts SET name = ${account.name}
    WHERE org_id = current_org() AND company_id = ${companyId} AND bank_account_id = ${account.bankAccountId}`.execute(
    tx,
  );
  return Number(changed.numAffectedRows ?? 0n) > 0;
}
