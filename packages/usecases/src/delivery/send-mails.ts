// Send mails: hands the e-mails of a batch to the mail server, several at once, and records what came of each as soon as it is known.
import type { ActionId } from '@quittance/core/kernel';
import { markHanded, pauseMails, releaseActions } from '@quittance/db/outbox/write';
import { inOrganization, persist, readOrganization } from '../context/index.ts';
import { takeFile } from '../files/index.ts';
import type { MailAttachment } from '../ports/index.ts';
import { countEnd } from './counts.ts';
import { endOf, outgoingMail } from './hand-over.ts';
import { MAILS_AT_ONCE } from './ports.ts';
import { type Batch, documentFacts, type MadeMessage, momentOf } from './record-batch.ts';
import { recordEnd } from './record-end.ts';

/** The documents of one e-mail, read only now: no more of them are in memory than e-mails on their way. */
async function attachmentsOf({ context }: Batch, { documents }: MadeMessage): Promise<MailAttachment[]> {
  if (documents.attached.length === 0) return [];
  return readOrganization(context, async (tx) => {
    const files: MailAttachment[] = [];
    for (const { sha256, filename, mediaType } of documents.attached) {
      const kept = await takeFile(tx, sha256);
      if (kept) files.push({ filename, contentType: mediaType, content: kept.content });
    }
    return files;
  });
}

/** Sends one and records the answer. False when the mail server cannot be used: the queue must pause. */
async function sendOne(batch: Batch, made: MadeMessage): Promise<boolean> {
  const { context, claimed, counts } = batch;
  const { actionId, channel } = made.action;
  const mail = outgoingMail(made, claimed.mail!, await attachmentsOf(batch, made));
  batch.handed.add(actionId);
  const outcome = await claimed.mail!.sender.send(mail);
  const end = endOf(made.action, outcome, momentOf(batch));
  if (!end) {
    batch.handed.delete(actionId);
    return false;
  }
  await persist(() => inOrganization(context, (tx) => recordEnd(tx, made.action, end, documentFacts(made))));
  batch.open.delete(actionId);
  countEnd(counts, channel, end);
  return true;
}

const PAUSE_MS = 5 * 60_000;

/** Gives back what has not left, and lets no e-mail of the company leave for five minutes. */
async function pauseQueue(batch: Batch, back: readonly ActionId[]): Promise<void> {
  const later = new Date(batch.context.clock.now().getTime() + PAUSE_MS);
  const { companyId } = batch.claimed.settings;
  await inOrganization(batch.context, async (tx) => {
    await releaseActions(tx, back, { at: later, worker: batch.ports.worker });
    await pauseMails(tx, companyId, later);
  });
  for (const actionId of back) batch.open.delete(actionId);
}

/**
 * Marks an e-mail as on its way before it is; a few at a time, so that a marked one costs little and, should this process die, no more
 * than two such groups are uncertain.
 */
function marking(batch: Batch, mails: readonly MadeMessage[]): (index: number) => Promise<void> {
  const marked = new Map<number, Promise<void>>();
  return (index) => {
    const group = index - (index % MAILS_AT_ONCE);
    const known = marked.get(group);
    if (known) return known;
    const ids = mails.slice(group, group + MAILS_AT_ONCE).map((made) => made.action.actionId);
    const mark = inOrganization(batch.context, (tx) => markHanded(tx, ids));
    marked.set(group, mark);
    return mark;
  };
}

/** Sends all; when the server turns out to be unusable the rest goes back to the queue for later. */
export async function sendMails(batch: Batch, mails: readonly MadeMessage[]): Promise<void> {
  const mark = marking(batch, mails);
  const back: ActionId[] = [];
  let usable = true;
  let next = 0;
  const lane = async () => {
    while (next < mails.length) {
      const index = next;
      next += 1;
      const made = mails[index]!;
      if (usable) await mark(index);
      if (usable && (await sendOne(batch, made))) continue;
      usable = false;
      back.push(made.action.actionId);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: MAILS_AT_ONCE }, lane));
  if (back.length > 0) await pauseQueue(batch, back);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
