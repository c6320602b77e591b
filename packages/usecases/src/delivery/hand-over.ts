// Hand over: one claimed action becomes a message and leaves by its channel, or says why it cannot. Knows no transaction.
import type { Day } from '@quittance/core/kernel';
import type { ActionRow } from '@quittance/db/outbox';
import type { ActionEnd, NewMessage } from '@quittance/db/outbox/write';
import type { MessageRefusal, OutgoingMail, RenderedMessage, SendOutcome } from '../ports/index.ts';
import type { MessageFacts } from './load-message-facts.ts';
import { destinationOf, messageView, templateFor } from './message-view.ts';
import type { DeliveryPorts } from './ports.ts';

/** A message made, or refused with its reason. */
export type Made =
  | Readonly<{
      ok: true;
      action: ActionRow;
      rendered: RenderedMessage;
      message: NewMessage;
      pdf: Uint8Array | null;
      attachments: readonly string[];
    }>
  | Readonly<{
      ok: false;
      action: ActionRow;
      refusal: MessageRefusal | { code: 'template_missing' } | { code: 'no_address' };
    }>;

/** Same action, same Message-ID, whatever the attempt: "action.org@domain". */
export const messageIdOf = (action: ActionRow, orgId: number, from: string): string =>
  `${action.actionId}.${orgId}.quittance@${from.split('@')[1] ?? 'localhost'}`;

/** Renders one action. A broken text or missing datum is this action's failure alone (situation 29). */
export async function makeMessage(
  action: ActionRow,
  facts: MessageFacts,
  scope: Readonly<{ ports: Pick<DeliveryPorts, 'renderer'>; orgId: number }>,
): Promise<Made> {
  const to = destinationOf(action, facts);
  if (to.address === '' && action.channel !== 'task') return { ok: false, action, refusal: { code: 'no_address' } };
  const template = action.edited ?? templateFor(action, facts);
  if (!template) return { ok: false, action, refusal: { code: 'template_missing' } };
  const view = messageView(action, facts);
  const rendered = await scope.ports.renderer.renderMessage(view, template);
  if (!rendered.ok) return { ok: false, action, refusal: rendered.refusal };
  const made = rendered.value;
  const from = facts.settings.letterhead.email ?? '';
  return {
    ok: true,
    action,
    rendered: made,
    pdf: made.kind === 'letter' ? made.pdf : null,
    attachments: [],
    message: {
      actionId: action.actionId,
      channel: action.channel,
      language: action.language,
      toName: to.name,
      toAddress: to.address,
      subject: 'subject' in made ? made.subject : '',
      textBody: 'text' in made ? made.text : '',
      htmlBody: made.kind === 'email' ? made.html : null,
      pdfSha256: null,
      mailMessageId: made.kind === 'email' ? messageIdOf(action, scope.orgId, from) : null,
    },
  };
}

const MINUTE = 60_000;
const LAST_ATTEMPT = 8;

/** Waits 2, 4, 8 … minutes between attempts, at most about four hours; null when it was tried enough. */
export const retryAfter = (attempts: number, now: Date): Date | null =>
  attempts >= LAST_ATTEMPT ? null : new Date(now.getTime() + 2 ** attempts * MINUTE);

/** The e-mail as the mail server takes it. */
export const outgoingMail = (made: Made & { ok: true }, facts: MessageFacts): OutgoingMail => {
  const { letterhead } = facts.settings;
  const email = made.rendered as RenderedMessage & { kind: 'email' };
  return {
    messageId: made.message.mailMessageId!,
    from: { name: letterhead.name, address: letterhead.email ?? '' },
    replyTo: null,
    to: [{ name: made.message.toName, address: made.message.toAddress }],
    cc: [],
    subject: email.subject,
    text: email.text,
    html: email.html,
    images: email.images,
    attachments: [],
  };
};

/** The end of an action from what the mail server answered; null when the server cannot be used and the queue must pause. */
export function endOf(action: ActionRow, outcome: SendOutcome, at: Readonly<{ on: Day; now: Date }>): ActionEnd | null {
  const end = { actionId: action.actionId, on: at.on, at: at.now };
  switch (outcome.kind) {
    case 'sent':
      return { ...end, outcome: 'sent', response: outcome.response };
    case 'uncertain':
      return { ...end, outcome: 'uncertain', reason: 'answer_lost', response: outcome.text };
    case 'unavailable':
      return null;
    case 'permanent':
      return {
        ...end,
        outcome: 'permanent',
        reason: outcome.code,
        code: String(outcome.smtpCode ?? ''),
        response: outcome.text,
      };
    case 'transient': {
      const retryAt = retryAfter(action.attempts + 1, at.now);
      return {
        ...end,
        outcome: 'transient',
        reason: outcome.code,
        code: String(outcome.smtpCode ?? ''),
        response: outcome.text,
        ...(retryAt ? { retryAt } : {}),
      };
    }
  }
}
