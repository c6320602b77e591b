// Deliver what is due: claim, make, hand over, record, batch after batch, until nothing of the company is due any more.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { queueApproved, releaseActions } from '@quittance/db/outbox/write';
import { lookFirst } from '../cash/index.ts';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization, persist } from '../context/index.ts';
import { claimBatch } from './claim-batch.ts';
import { countEnd, type DeliveryCounts, noCounts } from './counts.ts';
import { makeSafely } from './hand-over.ts';
import type { DeliveryPorts } from './ports.ts';
import { type Batch, momentOf, recordBatch } from './record-batch.ts';
import { recordEnd } from './record-end.ts';
import { sendMails } from './send-mails.ts';
import { nextSendingInstant } from './send-window.ts';

/** approved → queued, to leave at the next sending instant. */
const release = (context: Context, scope: Readonly<{ companyId: CompanyId; on: Day }>): Promise<number> =>
  inOrganization(context, async (tx) => {
    const settings = await getSettings(tx, scope.companyId);
    return queueApproved(tx, scope.companyId, { on: scope.on, at: nextSendingInstant(settings, context.clock.now()) });
  });

const A_MINUTE_MS = 60_000;

/** After a breakdown: what was handed to the mail server is uncertain, the rest waits a minute in the queue. */
const layDown = (batch: Batch): Promise<void> =>
  inOrganization(batch.context, async (tx) => {
    const { on, now, worker } = momentOf(batch);
    for (const action of batch.claimed.actions) {
      const { actionId } = action;
      if (!batch.open.has(actionId)) continue;
      if (batch.handed.has(actionId)) {
        const end = { actionId, worker, outcome: 'uncertain' as const, on, at: now, reason: 'answer_lost' };
        await recordEnd(tx, action, end);
        countEnd(batch.counts, action.channel, end);
      } else await releaseActions(tx, [actionId], { at: new Date(now.getTime() + A_MINUTE_MS), worker });
    }
  });

async function deliverBatch(batch: Batch): Promise<void> {
  const { context, ports, claimed } = batch;
  try {
    const scope = { ports, orgId: context.orgId, from: claimed.mail?.from ?? null };
    const made = await Promise.all(claimed.actions.map((action) => makeSafely(action, claimed.facts, scope)));
    await sendMails(batch, await recordBatch(batch, made));
  } catch (error) {
    await persist(() => layDown(batch));
    throw error;
  }
}

/**
 * Delivers everything of a company that is approved and due on the day, once all money that came is looked at. Safe to run twice, in two
 * places, at once. @throws what matching throws; nothing leaves then
 */
export async function deliverDue(
  context: Context,
  ports: DeliveryPorts,
  scope: Readonly<{ companyId: CompanyId; on: Day }>,
): Promise<DeliveryCounts> {
  const counts = noCounts();
  await lookFirst(context, scope);
  await release(context, scope);
  for (;;) {
    const claimed = await claimBatch(context, ports, scope);
    if (!claimed) return counts;
    counts.cancelled += claimed.cancelled;
    counts.deferred += claimed.deferred;
    const open = new Set<number>(claimed.actions.map((action) => action.actionId));
    await deliverBatch({ context, ports, claimed, on: scope.on, counts, open, handed: new Set() });
  }
}
