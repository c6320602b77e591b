// Recover what dead workers held. A live e-mail in their hands may have left: uncertain, shown to a person, never resent alone.
// Everything else goes back to the queue: nothing of it leaves the house without being recorded first, an e-mail included.
import { localDay } from '@quittance/core/calendar';
import { findAction, isWorkerGone } from '@quittance/db/outbox';
import { listClaims, releaseActions } from '@quittance/db/outbox/write';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { recordEnd } from './record-end.ts';

/** How many actions went back to the queue, how many are now uncertain, and how many were given up. */
export type Recovered = Readonly<{ released: number; uncertain: number; failed: number }>;

/** Workers that may die with one action in their hands before it is given up: it, or its renderer, is what kills them. */
export const LAST_DEATH = 3;

/** Looks at every claim of the organization; those of living workers are left alone. */
export const recoverClaims = (context: Context): Promise<Recovered> =>
  inOrganization(context, async (tx) => {
    const now = context.clock.now();
    const gone = new Map<number, boolean>();
    let released = 0;
    let uncertain = 0;
    let failed = 0;
    for (const claim of await listClaims(tx)) {
      if (!gone.has(claim.worker)) gone.set(claim.worker, await isWorkerGone(tx, claim.worker));
      if (!gone.get(claim.worker)) continue;
      const action = await findAction(tx, claim.actionId);
      if (!action) continue;
      const mayHaveLeft = claim.channel === 'email' && !claim.test && claim.wasHanded;
      if (!mayHaveLeft && action.deaths + 1 < LAST_DEATH) {
        await releaseActions(tx, [claim.actionId], { at: now, worker: claim.worker, code: 'worker_died' });
        released += 1;
        continue;
      }
      const { timezone } = await getSettings(tx, claim.companyId);
      const on = localDay(now.getTime(), timezone);
      const outcome = mayHaveLeft ? ('uncertain' as const) : ('permanent' as const);
      const end = { actionId: claim.actionId, worker: claim.worker, outcome, on, at: now, reason: 'worker_died' };
      await recordEnd(tx, action, end);
      if (mayHaveLeft) uncertain += 1;
      else failed += 1;
    }
    return { released, uncertain, failed };
  });
