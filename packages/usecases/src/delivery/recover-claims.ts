// Recover what dead workers held. A live e-mail in their hands may have left: uncertain, shown to a person, never resent alone.
// Everything else goes back to the queue: nothing of it leaves the house without being recorded first, an e-mail included.
import { localDay } from '@quittance/core/calendar';
import { findAction, isWorkerGone } from '@quittance/db/outbox';
import { listClaims, releaseActions } from '@quittance/db/outbox/write';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { recordEnd } from './record-end.ts';

/** How many actions went back to the queue, and how many are now uncertain. */
export type Recovered = Readonly<{ released: number; uncertain: number }>;

/** Looks at every claim of the organization; those of living workers are left alone. */
export const recoverClaims = (context: Context): Promise<Recovered> =>
  inOrganization(context, async (tx) => {
    const now = context.clock.now();
    const gone = new Map<number, boolean>();
    let released = 0;
    let uncertain = 0;
    for (const claim of await listClaims(tx)) {
      if (!gone.has(claim.worker)) gone.set(claim.worker, await isWorkerGone(tx, claim.worker));
      if (!gone.get(claim.worker)) continue;
      if (claim.channel !== 'email' || claim.test || !claim.wasHanded) {
        await releaseActions(tx, [claim.actionId], { at: now, worker: claim.worker });
        released += 1;
        continue;
      }
      const action = await findAction(tx, claim.actionId);
      if (!action) continue;
      const { timezone } = await getSettings(tx, claim.companyId);
      const on = localDay(now.getTime(), timezone);
      await recordEnd(tx, action, {
        actionId: claim.actionId,
        worker: claim.worker,
        outcome: 'uncertain',
        on,
        at: now,
        reason: 'worker_died',
      });
      uncertain += 1;
    }
    return { released, uncertain };
  });
