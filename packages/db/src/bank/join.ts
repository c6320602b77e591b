// Joining accounts, written: what both tell, which movements stand, whose statements they are from then on. Only use cases write.
import type { AccountLine } from '@quittance/core/intake';
import type { CompanyId, Currency } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { TRAITS } from './traits.ts';

/** An account as it is joined or given its IBAN. */
export type LockedAccount = Readonly<{
  bankAccountId: number;
  identity: string;
  iban: string | null;
  currency: Currency;
  isJoined: boolean;
}>;

/** Locks accounts of a company, by id, until the transaction ends. */
export async function lockAccounts(tx: Tx, companyId: CompanyId, ids: readonly number[]): Promise<LockedAccount[]> {
  const { rows } = await sql<LockedAccount>`SELECT bank_account_id AS "bankAccountId", identity, iban, currency,
      joined_into IS NOT NULL AS "isJoined"
    FROM bank_accounts WHERE org_id = current_org() AND company_id = ${companyId}
      AND bank_account_id = ANY(${[...ids]}::bigint[]) ORDER BY bank_account_id FOR UPDATE`.execute(tx);
  return rows;
}

/** Another account of the company by that identity, joined or not. */
export async function findAccountNamed(
  tx: Tx,
  companyId: CompanyId,
  { identity, currency }: Readonly<{ identity: string; currency: Currency }>,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`SELECT bank_account_id AS id FROM bank_accounts
    WHERE org_id = current_org() AND company_id = ${companyId} AND identity = ${identity} AND currency = ${currency}`.execute(
    tx,
  );
  return rows[0]?.id;
}

/** A movement of an account as twins are looked for; its own key is made of its traits. */
export type LineOfAccount = Omit<AccountLine, 'key'>;

/** All movements of an account, in the order they became known. */
export async function listAccountLines(tx: Tx, bankAccountId: number): Promise<LineOfAccount[]> {
  const { rows } = await sql<LineOfAccount>`SELECT t.transaction_id AS "transactionId", s.format, ${TRAITS},
      ARRAY(SELECT DISTINCT l.key::text FROM bank_tellings l
        WHERE l.org_id = t.org_id AND l.transaction_id = t.transaction_id AND l.key IS NOT NULL) AS "toldAs"
    FROM bank_transactions t JOIN bank_statements s ON s.org_id = t.org_id AND s.statement_id = t.statement_id
    WHERE t.org_id = current_org() AND t.bank_account_id = ${bankAccountId} ORDER BY t.transaction_id`.execute(tx);
  return rows;
}

/** Twins as they are joined: those that stand take over what was told of those that go; `exact` where one stands for one. */
export type JoinedTwins = Readonly<{ stays: readonly number[]; goes: readonly number[]; exact: boolean }>;

/** What told a movement that goes tells from then on the one that stands, in the same words. */
export async function passTellings(tx: Tx, twins: readonly JoinedTwins[]): Promise<void> {
  const pairs = twins.flatMap(({ stays, goes, exact }) =>
    goes.flatMap((gone) => stays.map((standing) => ({ gone, standing, exact }))),
  );
  await sql`INSERT INTO bank_tellings (statement_id, transaction_id, source_row, key)
    SELECT DISTINCT ON (l.statement_id, p.standing) l.statement_id, p.standing, l.source_row, CASE WHEN p.exact THEN l.key END
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS p (gone bigint, standing bigint, exact boolean)
    JOIN bank_tellings l ON l.org_id = current_org() AND l.transaction_id = p.gone
    ORDER BY l.statement_id, p.standing, l.source_row ON CONFLICT DO NOTHING`.execute(tx);
}

/** An account and the one it turned out to be. */
export type AccountJoin = Readonly<{ bankAccountId: number; into: number }>;

/** Gives everything of an account to another, but `doubles`, which the first keeps; returns how many movements came over. */
export async function moveAccount(
  tx: Tx,
  { bankAccountId, into }: AccountJoin,
  doubles: readonly number[],
): Promise<number> {
  const gone = [...doubles];
  await sql`UPDATE bank_transactions SET bank_account_id = ${bankAccountId} WHERE org_id = current_org()
    AND bank_account_id = ${into} AND transaction_id = ANY(${gone}::bigint[])`.execute(tx);
  const moved = await sql`UPDATE bank_transactions SET bank_account_id = ${into} WHERE org_id = current_org()
    AND bank_account_id = ${bankAccountId} AND NOT transaction_id = ANY(${gone}::bigint[])`.execute(tx);
  await sql`UPDATE bank_statements SET bank_account_id = ${into}, told_by = CASE told_by WHEN 'deduced' THEN 'person' ELSE told_by END
    WHERE org_id = current_org() AND bank_account_id IN (${bankAccountId}, ${into})`.execute(tx);
  await sql`UPDATE bank_accounts SET joined_into = ${into}
    WHERE org_id = current_org() AND (bank_account_id = ${bankAccountId} OR joined_into = ${bankAccountId})`.execute(
    tx,
  );
  return Number(moved.numAffectedRows ?? 0n);
}
