// Adjustments over HTTP.
import { adjustmentNatureValue } from '@quittance/contracts/api';
import { ok, refuse } from '@quittance/core/kernel';
import { listDeeds } from '@quittance/db/payments';
import { readOrganization } from '@quittance/usecases/context';
import { closeDifference, undoDeed } from '@quittance/usecases/payments';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, limits, useCaseContext } from '../deps.ts';
import { told } from '../told.ts';
import { deedView, deedViews } from './views.ts';

/** The adjustments service. */
export const adjustmentsService = (deps: HandlerDeps): Service<'adjustments'> => ({
  list: async (context, { query }) => {
    const { customerId, receivableId, page, size } = query;
    const kinds = adjustmentNatureValue.options;
    const filter = { companyId: context.companyId, kinds, customerId, receivableId, ...limits(query) };
    const found = await readOrganization(useCaseContext(deps, context), (tx) => listDeeds(tx, filter));
    return ok({ items: await deedViews(deps.db, found.items), total: found.total, page, size });
  },
  close: async (context, { body }) => {
    const made = await closeDifference(useCaseContext(deps, context), { ...body, companyId: context.companyId });
    return made.ok ? ok(await deedView(deps.db, made.value)) : refuse(told(made.refusal));
  },
  undo: async (context, { params, body }) => {
    const order = { ...params, ...body, companyId: context.companyId, of: 'adjustment' as const };
    const undone = await undoDeed(useCaseContext(deps, context), order);
    return undone.ok ? ok(await deedView(deps.db, undone.value)) : undone;
  },
});
