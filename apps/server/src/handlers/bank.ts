// Bank accounts and statements over HTTP.
import type { AccountJoin, BankAccountView, BankStatementView } from '@quittance/contracts/api';
import { ok, refuse } from '@quittance/core/kernel';
import { listBankAccounts, listStatements } from '@quittance/db/bank';
import {
  type AccountGap,
  giveIban,
  type JoinPreview,
  type JoinRefusal,
  joinAccounts,
  listStatementGaps,
  previewJoin,
  renameAccount,
  type SeenTwins,
} from '@quittance/usecases/bank';
import { readOrganization } from '@quittance/usecases/context';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, limits, useCaseContext } from './deps.ts';

const gapView = ({ afterOn, beforeOn, missingCents }: AccountGap) => ({ afterOn, beforeOn, missingCents });

/** Twins shown; all are counted. */
const TWINS_SHOWN = 100;

const toldView = ({ transactionId, bookedOn, cents, label }: SeenTwins['from'][number]) => ({
  ...{ transactionId, bookedOn, cents, label },
});

const joinView = ({ into, twins, moved }: JoinPreview): AccountJoin => ({
  ...{ intoId: into.bankAccountId, identity: into.identity, currency: into.currency, moved },
  same: twins.length,
  matchedTwice: twins.filter(({ isMatchedTwice }) => isMatchedTwice).length,
  twins: [...twins]
    .sort((a, b) => Number(b.isMatchedTwice) - Number(a.isMatchedTwice))
    .slice(0, TWINS_SHOWN)
    .map(({ from, into, isMatchedTwice }) => ({ from: from.map(toldView), into: into.map(toldView), isMatchedTwice })),
});

const joinRefusal = (refusal: JoinRefusal) =>
  'count' in refusal ? { code: refusal.code, facts: { count: refusal.count } } : refusal;

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
  const accountOf = async (context: OrgContext, bankAccountId: number) => {
    const [account] = await accountsOf(context, bankAccountId);
    return account ? ok(account) : refuse({ code: 'not_found' as const });
  };
  return {
    accounts: async (context) => ok({ items: await accountsOf(context) }),
    renameAccount: async (context, { params, body }) => {
      const asked = { companyId: context.companyId, bankAccountId: params.bankAccountId, name: body.name };
      const done = await renameAccount(useCaseContext(deps, context), asked);
      return done.ok ? accountOf(context, params.bankAccountId) : done;
    },
    giveIban: async (context, { params, body }) => {
      const asked = { companyId: context.companyId, bankAccountId: params.bankAccountId, iban: body.iban };
      const done = await giveIban(useCaseContext(deps, context), asked);
      return done.ok ? accountOf(context, params.bankAccountId) : done;
    },
    previewJoin: async (context, { params, query }) => {
      const order = { companyId: context.companyId, bankAccountId: params.bankAccountId, withId: query.with };
      const seen = await previewJoin(useCaseContext(deps, context), order);
      return seen.ok ? ok(joinView(seen.value)) : seen;
    },
    join: async (context, { params, body }) => {
      const order = { companyId: context.companyId, bankAccountId: params.bankAccountId, withId: body.with };
      const done = await joinAccounts(useCaseContext(deps, context), order);
      return done.ok ? accountOf(context, done.value.bankAccountId) : refuse(joinRefusal(done.refusal));
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
