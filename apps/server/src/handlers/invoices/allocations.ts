// Allocations over HTTP.
import { ok, refuse } from '@quittance/core/kernel';
import { findCredit, listCreditsLeft, listUsesOf } from '@quittance/db/ledger';
import { applyCredit, proposeAllocation, redoAllocation, undoAllocation } from '@quittance/usecases/allocations';
import { readOrganization } from '@quittance/usecases/context';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, useCaseContext } from '../deps.ts';

/** The allocations service. */
export const allocationsService = (deps: HandlerDeps): Service<'allocations'> => ({
  credits: async (context, { query }) => {
    const read = readOrganization(useCaseContext(deps, context), (tx) =>
      listCreditsLeft(tx, context.companyId, query.customerId),
    );
    return ok({ items: (await read) as never });
  },
  credit: async (context, { query }) =>
    readOrganization(useCaseContext(deps, context), async (tx) => {
      const credit = await findCredit(tx, context.companyId, query);
      return credit ? ok({ ...credit, uses: await listUsesOf(tx, query) } as never) : refuse({ code: 'not_found' });
    }),
  propose: async (context, { query: { kind, id, invoiceId } }) => {
    const asked = { companyId: context.companyId, credit: { kind, id }, invoiceId: invoiceId ?? null };
    const made = await proposeAllocation(useCaseContext(deps, context), asked);
    return made.ok ? ok(made.value as never) : made;
  },
  apply: async (context, { body: { kind, id, parts, reason } }) => {
    const order = { companyId: context.companyId, credit: { kind, id }, parts, reason };
    const made = await applyCredit(useCaseContext(deps, context), order);
    return made.ok ? ok({ allocationIds: made.value }) : made;
  },
  undo: async (context, { params, body }) => {
    const named = { companyId: context.companyId, ...params };
    const undone = await undoAllocation(useCaseContext(deps, context), { ...named, ...body });
    return undone.ok ? ok({ allocationIds: [undone.value.allocationId] }) : undone;
  },
  redo: async (context, { params }) => {
    const named = { companyId: context.companyId, ...params };
    const again = await redoAllocation(useCaseContext(deps, context), named);
    return again.ok ? ok({ allocationIds: [again.value.allocationId] }) : again;
  },
});
