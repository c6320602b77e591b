// Claims over HTTP.
import { ok, type Result, refuse } from '@quittance/core/kernel';
import { type ClaimRow, listClaims } from '@quittance/db/payments';
import { readOrganization } from '@quittance/usecases/context';
import {
  type ClaimRefusal,
  claimLateFees,
  decideClaim,
  giveUpClaim,
  previewClaim,
  undoClaim,
} from '@quittance/usecases/payments';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, limits, useCaseContext } from '../deps.ts';
import { claimView, claimViews, lineView } from './views.ts';

/** A parameter of the law that is missing is told as the rate it makes impossible. */
const refusedClaim = (refusal: ClaimRefusal) =>
  refuse(refusal.code === 'parameter_missing' ? { ...refusal, code: 'rate_missing' as const } : refusal);

/** The claims service. */
export const claimsService = (deps: HandlerDeps): Service<'claims'> => {
  const answer = async <R>(made: Result<ClaimRow, R>) => (made.ok ? ok(await claimView(deps.db, made.value)) : made);
  return {
    list: async (context, { query }) => {
      const { customerId, invoiceId, state, page, size } = query;
      const filter = { companyId: context.companyId, customerId, invoiceId, state, ...limits(query) };
      const found = await readOrganization(useCaseContext(deps, context), (tx) => listClaims(tx, filter));
      return ok({ items: await claimViews(deps.db, found.items), total: found.total, page, size });
    },
    preview: async (context, { body }) => {
      const made = await previewClaim(useCaseContext(deps, context), { ...body, companyId: context.companyId });
      if (!made.ok) return refusedClaim(made.refusal);
      const { on, lines, totalCents, currency, disposition } = made.value;
      return ok({ on, lines: lines.map(lineView), totalCents: totalCents as never, currency, disposition });
    },
    claim: async (context, { body }) => {
      const order = { ...body, companyId: context.companyId, disposition: body.disposition ?? null };
      const made = await claimLateFees(useCaseContext(deps, context), order);
      if (!made.ok) return refusedClaim(made.refusal);
      return ok({ items: await claimViews(deps.db, made.value.items), totalCents: made.value.totalCents as never });
    },
    decide: async (context, { params, body }) =>
      answer(await decideClaim(useCaseContext(deps, context), { ...params, ...body, companyId: context.companyId })),
    waive: async (context, { params, body }) =>
      answer(await giveUpClaim(useCaseContext(deps, context), { ...params, ...body, companyId: context.companyId })),
    undo: async (context, { params, body }) =>
      answer(await undoClaim(useCaseContext(deps, context), { ...params, ...body, companyId: context.companyId })),
  };
};
