// Matching over HTTP: movements, proposals taken, decisions by hand, undone and taken again, money set aside.
import { addMonths, ok, type Result, refuse } from '@quittance/core/kernel';
import { RETURN_MONTHS } from '@quittance/core/payments';
import { findMovement, type LineFilter, type LineSort, listChoices, listReturnChoices } from '@quittance/db/cash';
import {
  acceptMany,
  acceptProposal,
  appliedByCurrency,
  countLines,
  decideMovement,
  type MatchingRunResult,
  matchWaiting,
  redoMatch,
  setAside,
  takeBack,
  undoMatch,
} from '@quittance/usecases/cash';
import { readOrganization } from '@quittance/usecases/context';
import type { OrgContext, Service } from '../../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from '../deps.ts';
import { told } from '../told.ts';
import { readLine, readLines, readSummary } from './read-lines.ts';

const runView = ({ lines, returns }: MatchingRunResult) => ({
  ...countLines([...lines, ...returns]),
  appliedCents: appliedByCurrency(lines) as never,
});

/** The matching service. */
export function matchingService(deps: HandlerDeps): Service<'matching'> {
  const use = (context: OrgContext) => useCaseContext(deps, context);
  const lineOf = async (context: OrgContext, transactionId: number) => {
    const on = await dayAsked(deps, context, undefined);
    const line = await readOrganization(use(context), (tx) => readLine(tx, context, { transactionId, on }));
    return line ? ok(line) : refuse({ code: 'not_found' as const });
  };
  /** The movement as it is after a deed, or why the deed was refused. */
  const after = async <R extends Readonly<{ code: string }>>(
    context: OrgContext,
    done: Result<unknown, R>,
    transactionId: number,
  ) => (done.ok ? lineOf(context, transactionId) : refuse(told(done.refusal)));
  return {
    lines: async (context, { query }) => {
      const { page: _p, size: _s, sort, ...asked } = query;
      const on = await dayAsked(deps, context, undefined);
      const filter: LineFilter = { ...asked, companyId: context.companyId, on };
      const order = { sort: sort.replace('-', '') as LineSort, descending: sort.startsWith('-') };
      const { page, size } = query;
      return readOrganization(use(context), async (tx) => {
        const { items, total } = await readLines(tx, filter, { ...order, ...limits(query) });
        return ok({ items, total, page, size, summary: await readSummary(tx, context, on) });
      });
    },
    line: (context, { params }) => lineOf(context, params.transactionId),
    openItems: async (context, { params, query }) => {
      const { companyId } = context;
      const on = await dayAsked(deps, context, undefined);
      return readOrganization(use(context), async (tx) => {
        const movement = await findMovement(tx, { companyId, on, ...params });
        if (!movement) return refuse({ code: 'not_found' });
        const { openCents: cents, currency, kind, bookedOn: to } = movement;
        const proposed = [movement.best, ...movement.alternatives].flatMap((one) => one?.parts ?? []);
        const namedIds = proposed.map(({ customerId }) => customerId);
        const asked = { companyId, cents, currency, ...query };
        const from = addMonths(to, -RETURN_MONTHS);
        return ok(
          (await (kind === 'return'
            ? listReturnChoices(tx, { ...asked, from, to })
            : listChoices(tx, { ...asked, namedIds }))) as never,
        );
      });
    },
    run: async (context, { body }) => {
      const run = await matchWaiting(use(context), { companyId: context.companyId, apply: body.apply });
      return ok(runView(run));
    },
    accept: async (context, { params, body }) => {
      const choice = { companyId: context.companyId, ...params, choice: body.choice, madeAt: new Date(body.madeAt) };
      return after(context, await acceptProposal(use(context), choice), params.transactionId) as never;
    },
    decide: async (context, { params, body }) => {
      const order = { companyId: context.companyId, ...params, ...body };
      return after(context, await decideMovement(use(context), order), params.transactionId) as never;
    },
    acceptMany: async (context, { body }) => {
      const made = await acceptMany(use(context), { companyId: context.companyId, ...body });
      return ok(made as never);
    },
    undo: async (context, { params, body }) => {
      const undone = await undoMatch(use(context), { companyId: context.companyId, ...params, ...body });
      return after(context, undone, undone.ok ? undone.value.transactionId : 0) as never;
    },
    redo: async (context, { params }) => {
      const again = await redoMatch(use(context), { companyId: context.companyId, ...params });
      return after(context, again, again.ok ? again.value.transactionId : 0) as never;
    },
    setAside: async (context, { body }) =>
      ok((await setAside(use(context), { companyId: context.companyId, ...body })) as never),
    takeBack: async (context, { body }) =>
      ok((await takeBack(use(context), { companyId: context.companyId, ...body })) as never),
  };
}
