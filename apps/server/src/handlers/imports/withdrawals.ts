// Withdrawing a bank file over HTTP, and putting it back.
import type { FileWithdrawal } from '@quittance/contracts/api';
import { type ImportId, ok } from '@quittance/core/kernel';
import { previewWithdrawal, restoreFile, type Withdrawal, withdrawFile } from '@quittance/usecases/imports';
import type { OrgContext, Service } from '../../services/index.ts';
import { type HandlerDeps, useCaseContext } from '../deps.ts';

const withdrawalView = ({ statements, gone, staying, matched }: Withdrawal): FileWithdrawal => ({
  ...{ statements, staying, movements: gone.length },
  ...{ decisions: matched.decisionIds.length, matched: [...matched.sums] },
});

type Named = Readonly<{ params: Readonly<{ importId: ImportId }> }>;

/** Its part of the imports service; `get` shows the import afterwards. */
export function withdrawals(
  deps: HandlerDeps,
  get: (context: OrgContext, request: Named) => ReturnType<Service<'imports'>['get']>,
): Pick<Service<'imports'>, 'previewWithdrawal' | 'withdraw' | 'restore'> {
  const named = ({ companyId }: OrgContext, { importId }: Named['params']) => ({ companyId, importId });
  return {
    previewWithdrawal: async (context, { params }) => {
      const seen = await previewWithdrawal(useCaseContext(deps, context), named(context, params));
      return seen.ok ? ok(withdrawalView(seen.value)) : seen;
    },
    withdraw: async (context, { params, body }) => {
      const order = { ...named(context, params), reason: body.reason };
      const done = await withdrawFile(useCaseContext(deps, context), order);
      return done.ok ? get(context, { params }) : done;
    },
    restore: async (context, { params }) => {
      const done = await restoreFile(useCaseContext(deps, context), named(context, params));
      return done.ok ? get(context, { params }) : done;
    },
  };
}
