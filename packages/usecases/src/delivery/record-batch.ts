// Record a batch: stores the messages made; what does not go through a mail server ends in the same transaction.
import type { Day } from '@quittance/core/kernel';
import type { ActionEnd } from '@quittance/db/outbox/write';
import { type Context, inOrganization } from '../context/index.ts';
import type { ClaimedBatch } from './claim-batch.ts';
import { countEnd, type DeliveryCounts } from './counts.ts';
import type { Made, Moment } from './hand-over.ts';
import type { DeliveryPorts } from './ports.ts';
import { endOfRefusal, recordEnd, recordMessage } from './record-end.ts';

/** A batch in this worker's hands. `handed` are the e-mails given to the mail server whose end is not recorded yet. */
export type Batch = Readonly<{
  context: Context;
  ports: DeliveryPorts;
  claimed: ClaimedBatch;
  on: Day;
  counts: DeliveryCounts;
  /** Actions whose end is not recorded yet. */
  open: Set<number>;
  handed: Set<number>;
}>;

/** A message that could be made. */
export type MadeMessage = Made & { ok: true };

/** Day, instant and worker of what a batch records now. */
export const momentOf = ({ context, on, ports }: Batch): Moment => ({
  on,
  now: context.clock.now(),
  worker: ports.worker,
});

const leavesByMail = (made: MadeMessage): boolean => made.rendered.kind === 'email' && !made.action.test;

/** What the journal says of a message's documents. */
export const documentFacts = ({ documents }: MadeMessage): Readonly<Record<string, unknown>> => ({
  ...(documents.attached.length > 0 ? { attached: documents.attached.map((file) => file.filename) } : {}),
  ...(documents.leftOut.length > 0 ? { tooHeavy: documents.leftOut } : {}),
});

async function recordTogether(batch: Batch, all: readonly Made[]): Promise<MadeMessage[]> {
  const moment = momentOf(batch);
  const ended = await inOrganization(batch.context, async (tx) => {
    const ends: [Made, ActionEnd][] = [];
    for (const made of all) {
      if (made.ok) await recordMessage(tx, made);
      if (made.ok && leavesByMail(made)) continue;
      const { actionId } = made.action;
      const { on, now, worker } = moment;
      const end: ActionEnd = made.ok ? { actionId, worker, outcome: 'sent', on, at: now } : endOfRefusal(made, moment);
      await recordEnd(tx, made.action, end, made.ok ? documentFacts(made) : {});
      ends.push([made, end]);
    }
    return ends;
  });
  for (const [made, end] of ended) {
    batch.open.delete(made.action.actionId);
    countEnd(batch.counts, made.action.channel, end);
  }
  return all.filter((made): made is MadeMessage => made.ok && leavesByMail(made));
}

/** One that cannot be stored fails alone, with the database's words. */
const recordAlone = (batch: Batch, made: Made): Promise<MadeMessage[]> =>
  recordTogether(batch, [made]).catch((error: unknown) =>
    recordTogether(batch, [
      { ok: false, action: made.action, refusal: { code: 'message_unstorable', detail: String(error) } },
    ]),
  );

/** Stores all; returns those still to be handed to the mail server. Where they cannot be stored together, each is alone. */
export async function recordBatch(batch: Batch, all: readonly Made[]): Promise<readonly MadeMessage[]> {
  try {
    return await recordTogether(batch, all);
  } catch {
    const mails: MadeMessage[] = [];
    for (const made of all) mails.push(...(await recordAlone(batch, made)));
    return mails;
  }
}
