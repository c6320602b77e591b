// Deliver what is due: claim, make, hand over, record, batch after batch, until nothing of the company is due any more.
import type { ActionId, CompanyId, Day } from '@quittance/core/kernel';
import { type ActionEnd, queueApproved, releaseActions } from '@quittance/db/outbox/write';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { type ClaimedBatch, claimBatch } from './claim-batch.ts';
import { endOf, type Made, makeMessage, outgoingMail } from './hand-over.ts';
import { type DeliveryPorts, MAILS_AT_ONCE } from './ports.ts';
import { endOfRefusal, recordEnd, recordMessage } from './record-end.ts';
import { nextSendingInstant } from './send-window.ts';

/** What a delivery did. `sent` counts what was handed over, in test mode to the test outbox; `tasks` the calls and decisions among them. */
export type DeliveryCounts = {
  sent: number;
  cancelled: number;
  failed: number;
  uncertain: number;
  tasks: number;
  retried: number;
  deferred: number;
};

const nothing = (): DeliveryCounts => ({
  sent: 0,
  cancelled: 0,
  failed: 0,
  uncertain: 0,
  tasks: 0,
  retried: 0,
  deferred: 0,
});

type Batch = Readonly<{
  context: Context;
  ports: DeliveryPorts;
  claimed: ClaimedBatch;
  on: Day;
  counts: DeliveryCounts;
}>;

function count(counts: DeliveryCounts, channel: string, end: ActionEnd): void {
  if (end.outcome === 'sent') {
    counts.sent += 1;
    if (channel === 'call' || channel === 'task') counts.tasks += 1;
  } else if (end.outcome === 'uncertain') counts.uncertain += 1;
  else if (end.retryAt) counts.retried += 1;
  else counts.failed += 1;
}

const leavesByMail = (made: Made & { ok: true }, { claimed }: Batch): boolean =>
  made.rendered.kind === 'email' && !claimed.settings.testMode;

/** Everything that does not go through the mail server ends in the transaction that stores its message. */
async function recordMade(batch: Batch, all: readonly Made[]): Promise<(Made & { ok: true })[]> {
  const { context, on, counts } = batch;
  const now = context.clock.now();
  const mails: (Made & { ok: true })[] = [];
  const ends = await inOrganization(context, async (tx) => {
    const done: [string, ActionEnd][] = [];
    for (const made of all) {
      if (!made.ok) {
        const end = endOfRefusal(made, { on, now });
        await recordEnd(tx, made.action, end);
        done.push([made.action.channel, end]);
        continue;
      }
      await recordMessage(tx, made);
      if (leavesByMail(made, batch)) continue;
      const end: ActionEnd = { actionId: made.action.actionId, outcome: 'sent', on, at: now };
      await recordEnd(tx, { ...made.action, test: batch.claimed.settings.testMode }, end);
      done.push([made.action.channel, end]);
    }
    return done;
  });
  for (const [channel, end] of ends) count(counts, channel, end);
  for (const made of all) if (made.ok && leavesByMail(made, batch)) mails.push(made);
  return mails;
}

/** Sends one mail and records what came of it. False when the mail server cannot be used: the queue must pause. */
async function sendOne(batch: Batch, made: Made & { ok: true }): Promise<boolean> {
  const { context, ports, claimed, on, counts } = batch;
  const outcome = await ports.mail!.send(outgoingMail(made, claimed.facts));
  const end = endOf(made.action, outcome, { on, now: context.clock.now() });
  if (!end) return false;
  await inOrganization(context, (tx) => recordEnd(tx, made.action, end));
  count(counts, made.action.channel, end);
  return true;
}

const PAUSE_MS = 5 * 60_000;

/** Several at once; when the server turns out to be unusable, what has not left goes back to the queue for later. */
async function sendAll(batch: Batch, mails: readonly (Made & { ok: true })[]): Promise<boolean> {
  const left = [...mails];
  const back: ActionId[] = [];
  let usable = true;
  const lane = async () => {
    for (let made = left.shift(); made; made = left.shift()) {
      if (usable && (await sendOne(batch, made))) continue;
      usable = false;
      back.push(made.action.actionId);
    }
  };
  await Promise.all(Array.from({ length: MAILS_AT_ONCE }, lane));
  if (back.length > 0) {
    const later = new Date(batch.context.clock.now().getTime() + PAUSE_MS);
    await inOrganization(batch.context, (tx) => releaseActions(tx, back, later));
  }
  return usable;
}

/** approved → queued, to leave at the next sending instant. */
const release = (context: Context, scope: Readonly<{ companyId: CompanyId; on: Day }>): Promise<number> =>
  inOrganization(context, async (tx) => {
    const settings = await getSettings(tx, scope.companyId);
    return queueApproved(tx, scope.companyId, { on: scope.on, at: nextSendingInstant(settings, context.clock.now()) });
  });

/** Delivers everything of a company that is approved and due on the day. Safe to run twice, in two places, at once. */
export async function deliverDue(
  context: Context,
  ports: DeliveryPorts,
  scope: Readonly<{ companyId: CompanyId; on: Day }>,
): Promise<DeliveryCounts> {
  const counts = nothing();
  await release(context, scope);
  for (;;) {
    const claimed = await claimBatch(context, ports, scope);
    if (!claimed) return counts;
    counts.cancelled += claimed.cancelled;
    counts.deferred += claimed.deferred;
    const batch: Batch = { context, ports, claimed, on: scope.on, counts };
    const made = await Promise.all(
      claimed.actions.map((action) => makeMessage(action, claimed.facts, { ports, orgId: context.orgId })),
    );
    const mails = await recordMade(batch, made);
    if (mails.length > 0 && !(await sendAll(batch, mails))) return counts;
  }
}
