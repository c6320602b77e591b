// Record the end of an action: its state, the steps done, the task it hands to a person, the line of journal, in one transaction.
import { appendEvent } from '@quittance/db/journal';
import type { ActionRow } from '@quittance/db/outbox';
import {
  type ActionEnd,
  endAction,
  insertLevels,
  insertTask,
  markBounced,
  saveMessage,
} from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { keepFile } from '../files/index.ts';
import type { Made, Moment } from './hand-over.ts';

/** Stores the message word for word, with its PDF, before anything leaves. */
export async function recordMessage(tx: Tx, made: Made & { ok: true }): Promise<void> {
  const { action, message, pdf } = made;
  const name = `${action.channel}-${action.actionId}.pdf`;
  const pdfSha256 = pdf ? await keepFile(tx, { name, mediaType: 'application/pdf', content: pdf }) : null;
  await saveMessage(tx, { ...message, pdfSha256 });
}

const taskKinds = { call: 'call', task: 'decide' } as const;

const handedToPerson = (channel: string): channel is keyof typeof taskKinds => channel in taskKinds;

async function raiseTask(tx: Tx, action: ActionRow, end: ActionEnd): Promise<void> {
  const common = {
    companyId: action.companyId,
    customerId: action.customerId,
    actionId: action.actionId,
    dueOn: end.on,
  };
  const facts = { totalCents: action.totalCents, currency: action.currency, step: action.step };
  if (end.outcome === 'uncertain')
    await insertTask(tx, { ...common, kind: 'check_delivery', facts: { ...facts, response: end.response ?? '' } });
  else if (handedToPerson(action.channel)) await insertTask(tx, { ...common, kind: taskKinds[action.channel], facts });
}

/** Failures that say the address itself is no good. */
const BAD_ADDRESS: ReadonlySet<string> = new Set(['mailbox_unknown', 'bad_address']);

/** The address is not written to again; the next plan takes another contact or channel, and somebody repairs this one. */
async function giveAddressUp(tx: Tx, action: ActionRow, end: ActionEnd): Promise<void> {
  await markBounced(tx, action.actionId);
  const { companyId, customerId, channel } = action;
  const facts = { channel, reason: 'bounced', response: end.response ?? '' };
  await insertTask(tx, { companyId, customerId, actionId: null, kind: 'repair_contact', dueOn: end.on, facts });
}

/** Closes an action. What left counts as done for each receivable that advances (R3); what is uncertain counts while it is. An
 * action that another has taken over meanwhile stays as it is. */
export async function recordEnd(
  tx: Tx,
  action: ActionRow,
  end: ActionEnd,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  if (!(await endAction(tx, end))) return;
  if (end.outcome === 'sent') await insertLevels(tx, action.actionId, { on: end.on, actor: 'worker' });
  if (end.outcome === 'sent' || end.outcome === 'uncertain') await raiseTask(tx, action, end);
  if (end.outcome === 'permanent' && BAD_ADDRESS.has(end.reason ?? '')) await giveAddressUp(tx, action, end);
  if (end.outcome === 'transient' && end.retryAt) return;
  await appendEvent(tx, {
    kind: `action.${end.outcome === 'sent' ? 'sent' : end.outcome === 'uncertain' ? 'uncertain' : 'failed'}`,
    subject: 'action',
    subjectId: action.actionId,
    payload: {
      on: end.on,
      customerId: action.customerId,
      channel: action.channel,
      step: action.step,
      totalCents: action.totalCents,
      currency: action.currency,
      test: action.test,
      ...(end.reason ? { reason: end.reason } : {}),
      ...facts,
    },
  });
}

/** An action that could not be made into a message: failed for good, with the reason a person can act on. */
export const endOfRefusal = (made: Made & { ok: false }, at: Moment): ActionEnd => ({
  actionId: made.action.actionId,
  worker: at.worker,
  outcome: 'permanent',
  on: at.on,
  at: at.now,
  reason: made.refusal.code,
  response: JSON.stringify(made.refusal),
});
