// Gaps of a company's accounts: between which statements one is missing.
import { findStatementGaps, type StatementGap } from '@quittance/core/intake';
import type { CompanyId } from '@quittance/core/kernel';
import { listAccountStatements } from '@quittance/db/bank';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';

/** A gap, and the account it is in. */
export type AccountGap = StatementGap & Readonly<{ bankAccountId: number }>;

/** All gaps of the company's accounts, account by account, oldest first. */
export async function listStatementGaps(tx: Tx, companyId: CompanyId): Promise<AccountGap[]> {
  const { calendar } = await getSettings(tx, companyId);
  const statements = await listAccountStatements(tx, companyId);
  const accounts = [...new Set(statements.map(({ bankAccountId }) => bankAccountId))];
  return accounts.flatMap((bankAccountId) =>
    findStatementGaps(
      statements.filter((one) => one.bankAccountId === bankAccountId),
      calendar,
    ).map((gap) => ({ ...gap, bankAccountId })),
  );
}
