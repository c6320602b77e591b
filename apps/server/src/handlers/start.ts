// First steps over HTTP.
import { ok } from '@quittance/core/kernel';
import { readFirstSteps, rememberFirstSteps } from '@quittance/usecases/start';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, useCaseContext } from './deps.ts';

/** The start service. */
export function startService(deps: HandlerDeps): Service<'start'> {
  const readerOf = ({ companyId, user }: OrgContext) => ({ companyId, userId: user.userId });
  const read = async (context: OrgContext) => {
    const { steps, dismissed } = await readFirstSteps(useCaseContext(deps, context), readerOf(context));
    return ok({ steps: [...steps], dismissed });
  };
  return {
    get: read,
    remember: async (context, { body }) => {
      await rememberFirstSteps(useCaseContext(deps, context), readerOf(context), body);
      return read(context);
    },
  };
}
