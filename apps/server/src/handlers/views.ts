// Saved views over HTTP.
import type { SavedView } from '@quittance/contracts/api';
import { ok } from '@quittance/core/kernel';
import { listUserNames } from '@quittance/db/users';
import { listViews, type SavedViewRow } from '@quittance/db/views';
import { readOrganization } from '@quittance/usecases/context';
import { keepView, removeView } from '@quittance/usecases/views';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, useCaseContext } from './deps.ts';

async function viewsOf(deps: HandlerDeps, context: OrgContext, rows: readonly SavedViewRow[]): Promise<SavedView[]> {
  const names = await listUserNames(deps.db, [...new Set(rows.map(({ userId }) => userId))]);
  return rows.map(({ userId, view, ...row }) => ({
    ...row,
    own: userId === context.user.userId,
    author: names.get(userId) ?? `user:${userId}`,
    search: { ...view.search },
    columns: [...view.columns],
  }));
}

/** The views service. */
export const viewsService = (deps: HandlerDeps): Service<'views'> => ({
  list: async (context, { query }) => {
    const of = { companyId: context.companyId, userId: context.user.userId, screen: query.screen };
    const rows = await readOrganization(useCaseContext(deps, context), (tx) => listViews(tx, of));
    return ok({ items: await viewsOf(deps, context, rows) });
  },
  save: async (context, { body }) => {
    const { search, columns, ...rest } = body;
    const given = { ...rest, companyId: context.companyId, userId: context.user.userId, view: { search, columns } };
    const [view] = await viewsOf(deps, context, [await keepView(useCaseContext(deps, context), given)]);
    return ok(view!);
  },
  remove: async (context, { params }) => {
    const of = { companyId: context.companyId, userId: context.user.userId, viewId: params.viewId };
    const removed = await removeView(useCaseContext(deps, context), of);
    return removed.ok ? ok((await viewsOf(deps, context, [removed.value]))[0]!) : removed;
  },
});
