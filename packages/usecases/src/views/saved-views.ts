// Saved views: kept and removed by the member they belong to. How one likes to look at a list is no fact of the books: the
// journal does not tell it, and no plan is made again for it.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import type { SavedViewRow } from '@quittance/db/views';
import { deleteView, type NewView, saveView } from '@quittance/db/views/write';
import { type Context, inOrganization } from '../context/index.ts';

/** Keeps a view under its name; the member's own view of that name is replaced. */
export const keepView = (context: Context, given: NewView): Promise<SavedViewRow> =>
  inOrganization(context, (tx) => saveView(tx, given));

/** Removes a member's view. Refuses `not_found`, also for a view of somebody else. */
export const removeView = (
  context: Context,
  of: Readonly<{ companyId: CompanyId; userId: string; viewId: number }>,
): Promise<Result<SavedViewRow, { code: 'not_found' }>> =>
  inOrganization(context, async (tx) => {
    const removed = await deleteView(tx, of);
    return removed ? ok(removed) : refuse({ code: 'not_found' });
  });
