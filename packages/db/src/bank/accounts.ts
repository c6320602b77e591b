// Bank accounts as people see them: what they are called, how far they are known, how much waits.
import type { Cents, CompanyId, Currency, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** An account; `waiting` are movements that brought money and are neither matched in full nor set aside. */
export type BankAccountRow = Readonly<{
  bankAccountId: number;
  name: string;
  /** IBAN, else the number as the bank writes it; '' for the account of files that name none. */
  identity: string;
  iban: string | null;
  currency: Currency;
  statements: number;
  movements: number;
  lastOn: Day | null;
  closingOn: Day | null;
  closingCents: Cents | null;
  waiting: number;
  /** What is unmatched of them. */
  waitingCents: Cents;
}>;

/** The accounts of a company (none that was joined into another), or one of them, in the order they were opened. */
export async function listBankAccounts(
  tx: Tx,
  companyId: CompanyId,
  bankAccountId?: number,
): Promise<BankAccountRow[]> {
  const one = bankAccountId === undefined ? sql`` : sql`AND a.bank_account_id = ${bankAccountId}`;
  const { rows } = await sql<BankAccountRow>`
    SELECT a.bank_account_id AS "bankAccountId", a.name, a.identity, a.iban, a.currency, coalesce(s.statements, 0) AS statements,
      coalesce(t.movements, 0) AS movements, s.last_on AS "lastOn", c.closing_on AS "closingOn", c.closing_cents AS "closingCents",
      coalesce(w.waiting, 0) AS waiting, coalesce(w.cents, 0)::bigint AS "waitingCents"
    FROM bank_accounts a
    LEFT JOIN (SELECT bank_account_id, count(*) AS statements, max(coalesce(to_on, closing_on)) AS last_on FROM bank_statements
      WHERE org_id = current_org() AND company_id = ${companyId} AND NOT is_withdrawn GROUP BY bank_account_id) s ON s.bank_account_id = a.bank_account_id
    LEFT JOIN (SELECT bank_account_id, count(*) AS movements FROM bank_transactions
      WHERE org_id = current_org() AND company_id = ${companyId} AND set_aside_reason IS DISTINCT FROM 'withdrawn'
      GROUP BY bank_account_id) t ON t.bank_account_id = a.bank_account_id
    LEFT JOIN (SELECT bank_account_id, count(*) AS waiting, sum(cents - matched_cents) AS cents
      FROM bank_transactions WHERE org_id = current_org() AND company_id = ${companyId} AND set_aside_reason IS NULL
        AND cents > 0 AND matched_cents < abs(cents) GROUP BY bank_account_id) w ON w.bank_account_id = a.bank_account_id
    LEFT JOIN LATERAL (SELECT closing_on, closing_cents FROM bank_statements b WHERE b.org_id = a.org_id AND b.bank_account_id = a.bank_account_id
      AND b.closing_cents IS NOT NULL AND NOT b.is_withdrawn ORDER BY b.closing_on DESC, b.to_on DESC NULLS LAST, b.statement_id DESC LIMIT 1) c ON true
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.joined_into IS NULL ${one} ORDER BY a.bank_account_id`.execute(
    tx,
  );
  return rows;
}
