// Statements as kept: of an account in time for its gaps, a page of them for people.
import type { PlacedStatement } from '@quittance/core/intake';
import type { Cents, CompanyId, Currency, Day, ImportId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A statement of an account, with what tells whether one is missing beside it. */
export type AccountStatement = PlacedStatement & Readonly<{ bankAccountId: number; importId: ImportId }>;

/** All statements of a company's accounts, by account. */
export async function listAccountStatements(tx: Tx, companyId: CompanyId): Promise<AccountStatement[]> {
  const { rows } =
    await sql<AccountStatement>`SELECT statement_id AS "statementId", bank_account_id AS "bankAccountId", import_id AS "importId",
      opening_cents AS "openingCents", closing_cents AS "closingCents", coalesce(from_on, opening_on, closing_on) AS "fromOn",
      coalesce(to_on, closing_on, opening_on) AS "toOn", known
    FROM bank_statements WHERE org_id = current_org() AND company_id = ${companyId} AND NOT is_withdrawn
    ORDER BY bank_account_id, statement_id`.execute(tx);
  return rows;
}

/** A statement as people see it. */
export type StatementRow = Readonly<{
  statementId: number;
  bankAccountId: number;
  accountName: string;
  identity: string;
  currency: Currency;
  importId: ImportId;
  fileName: string;
  format: string;
  reference: string | null;
  fromOn: Day | null;
  toOn: Day | null;
  openingOn: Day | null;
  openingCents: Cents | null;
  closingOn: Day | null;
  closingCents: Cents | null;
  balance: 'balanced' | 'unknown' | 'differs';
  movements: number;
  known: number;
  /** Its file was withdrawn: it tells nothing any more. */
  isWithdrawn: boolean;
  recordedAt: Date;
}>;

/** A page of statements, the last day first. */
export async function listStatements(
  tx: Tx,
  page: Readonly<{ companyId: CompanyId; bankAccountId?: number; limit: number; offset: number }>,
): Promise<{ rows: StatementRow[]; total: number }> {
  const ofAccount = page.bankAccountId === undefined ? sql`` : sql`AND s.bank_account_id = ${page.bankAccountId}`;
  const where = sql`s.org_id = current_org() AND s.company_id = ${page.companyId} ${ofAccount}`;
  const { rows } = await sql<StatementRow>`SELECT s.statement_id AS "statementId", s.bank_account_id AS "bankAccountId",
      a.name AS "accountName", a.identity, a.currency, s.import_id AS "importId", m.file_name AS "fileName", s.format, s.reference,
      s.from_on AS "fromOn", s.to_on AS "toOn", s.opening_on AS "openingOn", s.opening_cents AS "openingCents", s.closing_on AS "closingOn",
      s.closing_cents AS "closingCents", s.balance, s.movements, s.known, s.is_withdrawn AS "isWithdrawn", s.recorded_at AS "recordedAt"
    FROM bank_statements s JOIN bank_accounts a ON a.org_id = s.org_id AND a.bank_account_id = s.bank_account_id
    JOIN imports m ON m.org_id = s.org_id AND m.import_id = s.import_id
    WHERE ${where} ORDER BY coalesce(s.to_on, s.closing_on) DESC NULLS LAST, s.statement_id DESC
    LIMIT ${page.limit} OFFSET ${page.offset}`.execute(tx);
  const counted = await sql<{ total: number }>`SELECT count(*) AS total FROM bank_statements s WHERE ${where}`.execute(
    tx,
  );
  return { rows, total: counted.rows[0]!.total };
}
