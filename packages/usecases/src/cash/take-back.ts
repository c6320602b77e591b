// Taking back: movements that were set aside wait again, and what was remembered of their payers is forgotten.
import { listStoredCustomers } from '@quittance/db/cash';
import { forgetAside, takeMovementsBack } from '@quittance/db/cash/write';
import { appendEvents } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';
import { lookAround } from './matching/look-again.ts';
import { matchWaiting } from './matching/match-waiting.ts';
import { type LinesResult, type Named, sorted } from './set-aside.ts';

/** Brings movements back, but none that does not count; what was remembered of their payers is forgotten, so that no run sets them aside again. */
export async function takeBack(context: Context, order: Named): Promise<LinesResult> {
  const { result, customerIds } = await inOrganization(context, async (tx) => {
    const { good, result } = await sorted(tx, order, ({ isAside, isVoid }) => isAside && !isVoid);
    await takeMovementsBack(tx, result.done);
    await forgetAside(tx, { companyId: order.companyId, transactionIds: result.done, actor: context.actor });
    await appendEvents(
      tx,
      good.map(({ transactionId, cents, currency }) => ({
        kind: 'movement.taken_back',
        actor: context.actor,
        subject: 'movement',
        subjectId: transactionId,
        payload: { cents: Math.abs(cents), currency },
      })),
    );
    return { result, customerIds: await listStoredCustomers(tx, result.done) };
  });
  const { companyId } = order;
  if (customerIds.length > 0) await lookAround(context, { companyId, transactionIds: result.done, customerIds });
  // Set aside before anything was said of them: whose they may be is looked for among all.
  else if (result.done.length > 0) await matchWaiting(context, { companyId, apply: false });
  return result;
}
