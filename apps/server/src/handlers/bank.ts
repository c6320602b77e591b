// Bank accounts and statements over HTTP.
import type { BankAccountView, BankStatementView } from '@quittance/contracts/api';
import { ok, refuse } from '@quittance/core/kernel';
import { listBankAccounts, listStatements } from '@quittance/db/bank';
import { type AccountGap, listStatementGaps, renameAccount } from '@quittance/usecases/bank';
import { readOrganization } from '@quittance/usecases/context';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, limits, useCaseContext } from './deps.ts';

const gapView = ({ afterOn, beforeOn, missingCents }: AccountGap) => ({ afterOn, beforeOn, missingCents });

/** The bank service. */
export function bankService(deps: HandlerDeps): Service<'bank'> {
  const accountsOf = (context: OrgContext, bankAccountId?: number): Promise<BankAccountView[]> =>
    readOrganization(useCaseContext(deps, context), async (tx) => {
      const accounts = await listBankAccounts(tx, context.companyId, bankAccountId);
      const gaps = await listStatementGaps(tx, context.companyId);
      return accounts.map((account) => ({
        ...account,
        gaps: gaps.filter((gap) => gap.bankAccountId === account.bankAccountId).map(gapView),
      }));
    });
  return {
    accounts: async (context) => ok({ items: await accountsOf(context) }),
    renameAccount: async (context, { params, body }) => {
      const asked = { companyId: context.companyId, bankAccountId: params.bankAccountId, name: body.name };
      const done = await renameAccount(useCaseContext(deps, context), asked);
      if (!done.ok) return done;
      const [account] = await accountsOf(context, params.bankAccountId);
      return account ? ok(account) : refuse({ code: 'not_found' });
    },
    statements: (context, { query }) =>
      readOrganization(useCaseContext(deps, context), async (tx) => {
        const { companyId } = context;
        const one = query.account === undefined ? {} : { bankAccountId: query.account };
        const { rows, total } = await listStatements(tx, { companyId, ...one, ...limits(query) });
        const gaps = new Map((await listStatementGaps(tx, companyId)).map((gap) => [gap.beforeId, gap]));
        const items = rows.map((row): BankStatementView => {
          const gap = gaps.get(row.statementId);
          return { ...row, recordedAt: row.recordedAt.toISOString(), gapBefore: gap ? gapView(gap) : null };
        });
        return ok({ items, total, page: query.page, size: query.size });
      }),
  };
}
