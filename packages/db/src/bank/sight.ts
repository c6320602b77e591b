// Sight of a company's accounts where a file comes in: what each is called, into which another was joined, what is known of it around some days.
import type { MovementTraits } from '@quittance/core/intake';
import type { CompanyId, Currency, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { TRAITS } from './traits.ts';

/** An account that stands for itself, with the identities of those joined into it. */
export type AccountNames = Readonly<{
  bankAccountId: number;
  identities: readonly string[];
  iban: string | null;
  name: string;
}>;

/** Those of a currency, in the order they were opened. */
export async function listAccountNames(tx: Tx, companyId: CompanyId, currency: Currency): Promise<AccountNames[]> {
  const { rows } = await sql<AccountNames>`SELECT a.bank_account_id AS "bankAccountId", a.iban, a.name,
      ARRAY[a.identity] || coalesce(array_agg(j.identity) FILTER (WHERE j.identity <> ''), '{}') AS identities
    FROM bank_accounts a LEFT JOIN bank_accounts j ON j.org_id = a.org_id AND j.joined_into = a.bank_account_id
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.currency = ${currency} AND a.joined_into IS NULL
    GROUP BY a.org_id, a.bank_account_id ORDER BY a.bank_account_id`.execute(tx);
  return rows;
}

/** A movement with who told whose it is: a file that names the account, and whether nobody but files that name none. */
export type AccountMovement = MovementTraits &
  Readonly<{ bankAccountId: number; isNamed: boolean; isDeduced: boolean }>;

/** The movements of those accounts on those days. */
export async function listAccountMovements(
  tx: Tx,
  among: Readonly<{ bankAccountIds: readonly number[]; from: Day; to: Day }>,
): Promise<AccountMovement[]> {
  const { rows } =
    await sql<AccountMovement>`SELECT t.bank_account_id AS "bankAccountId", ${TRAITS}, coalesce(k.named, false) AS "isNamed", coalesce(k.deduced, false) AS "isDeduced"
    FROM bank_transactions t LEFT JOIN LATERAL (
      SELECT bool_or(s.told_by = 'file') AS named, bool_and(s.told_by = 'deduced') AS deduced
      FROM bank_tellings l JOIN bank_statements s ON s.org_id = l.org_id AND s.statement_id = l.statement_id
      WHERE l.org_id = t.org_id AND l.transaction_id = t.transaction_id AND NOT s.is_withdrawn
    ) k ON true
    WHERE t.org_id = current_org() AND t.bank_account_id = ANY(${[...among.bankAccountIds]}::bigint[])
      AND t.set_aside_reason IS DISTINCT FROM 'withdrawn' AND t.booked_on BETWEEN ${among.from} AND ${among.to} ORDER BY t.transaction_id`.execute(
      tx,
    );
  return rows;
}

/** Which of those accounts have statements whose account nobody told. */
export async function listDeducedAccounts(tx: Tx, bankAccountIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT DISTINCT bank_account_id AS id FROM bank_statements
    WHERE org_id = current_org() AND told_by = 'deduced' AND NOT is_withdrawn AND bank_account_id = ANY(${[...bankAccountIds]}::bigint[])`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
