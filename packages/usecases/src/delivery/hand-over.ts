// Hand over: one claimed action becomes a message and leaves by its channel, or says why it cannot. Knows no transaction.
import type { Day } from '@quittance/core/kernel';
import type { ActionRow } from '@quittance/db/outbox';
import type { ActionEnd, NewMessage } from '@quittance/db/outbox/write';
import type { CompanyMail } from '../channels/company-mail.ts';
import type {
  MailAttachment,
  Mailbox,
  MessageRefusal,
  OutgoingMail,
  RenderedMessage,
  SendOutcome,
} from '../ports/index.ts';
import { type AttachmentPlan, planAttachments } from './message/attachments.ts';
import { keptHtml } from './message/kept-html.ts';
import type { MessageFacts } from './message/load-message-facts.ts';
import { destinationOf, messageView, templateFor } from './message/message-view.ts';
import { standingOf } from './message/standing.ts';
import type { DeliveryPorts } from './ports.ts';

/** A message made, or refused with its reason. */
export type Made =
  | Readonly<{
      ok: true;
      action: ActionRow;
      rendered: RenderedMessage;
      message: NewMessage;
      pdf: Uint8Array | null;
      documents: AttachmentPlan;
    }>
  | Readonly<{
      ok: false;
      action: ActionRow;
      refusal:
        | MessageRefusal
        | { code: 'template_missing' }
        | { code: 'no_address' }
        | { code: 'channel_unavailable' }
        | { code: 'edited_stale' }
        | { code: 'render_failed' | 'message_unstorable'; detail: string };
    }>;

/** Same action, same Message-ID, whatever the attempt: "action.org@domain". */
export const messageIdOf = (action: ActionRow, orgId: number, from: string): string =>
  `${action.actionId}.${orgId}.quittance@${from.split('@')[1] ?? 'localhost'}`;

/** Renders one action. A broken text or missing datum is this action's failure alone (situation 29). */
export async function makeMessage(
  action: ActionRow,
  facts: MessageFacts,
  scope: Readonly<{ ports: Pick<DeliveryPorts, 'renderer'>; orgId: number; from?: Mailbox | null }>,
): Promise<Made> {
  const to = destinationOf(action, facts);
  if (to.address === '' && action.channel !== 'task') return { ok: false, action, refusal: { code: 'no_address' } };
  // No text-message service is connected yet: saying that it left would be a lie.
  if (action.channel === 'sms' && !action.test) {
    return { ok: false, action, refusal: { code: 'channel_unavailable' } };
  }
  const template = action.edited ?? templateFor(action, facts);
  if (!template) return { ok: false, action, refusal: { code: 'template_missing' } };
  const view = messageView(action, facts);
  // Words a person wrote on other amounts than today's would say something false: a person reads them again first.
  const writtenOn = action.edited?.standing;
  if (writtenOn !== undefined && writtenOn !== standingOf(view)) {
    return { ok: false, action, refusal: { code: 'edited_stale' } };
  }
  const rendered = await scope.ports.renderer.renderMessage(view, template);
  if (!rendered.ok) return { ok: false, action, refusal: rendered.refusal };
  const made = rendered.value;
  const from = scope.from?.address ?? facts.settings.letterhead.email ?? '';
  return {
    ok: true,
    action,
    rendered: made,
    pdf: made.kind === 'letter' ? made.pdf : null,
    documents: planAttachments(action, facts),
    message: {
      actionId: action.actionId,
      channel: action.channel,
      language: action.language,
      toName: to.name,
      toAddress: to.address,
      subject: 'subject' in made ? made.subject : '',
      textBody: 'text' in made ? made.text : '',
      htmlBody: made.kind === 'email' ? keptHtml(made.html, made.images) : null,
      pdfSha256: null,
      mailMessageId: made.kind === 'email' ? messageIdOf(action, scope.orgId, from) : null,
    },
  };
}

/** The same; a renderer that breaks on one message fails that one alone. */
export const makeSafely = (...given: Parameters<typeof makeMessage>): Promise<Made> =>
  makeMessage(...given).catch((error: unknown) => ({
    ok: false,
    action: given[0],
    refusal: { code: 'render_failed', detail: String(error) },
  }));

const MINUTE = 60_000;
const LAST_SETBACK = 8;

/**
 * When to try again after so many setbacks: 2, 4, 8 … minutes, about four hours in all; null after the eighth, and after eight more
 * each time a person asks for it again.
 */
export const retryAfter = (setbacks: number, now: Date): Date | null =>
  setbacks % LAST_SETBACK === 0 ? null : new Date(now.getTime() + 2 ** (setbacks % LAST_SETBACK) * MINUTE);

/** The e-mail as the mail server takes it. */
export const outgoingMail = (
  made: Made & { ok: true },
  way: Pick<CompanyMail, 'from' | 'replyTo'>,
  attachments: readonly MailAttachment[],
): OutgoingMail => {
  const email = made.rendered as RenderedMessage & { kind: 'email' };
  return {
    messageId: made.message.mailMessageId!,
    from: way.from,
    replyTo: way.replyTo,
    to: [{ name: made.message.toName, address: made.message.toAddress }],
    cc: [],
    subject: email.subject,
    text: email.text,
    html: email.html,
    images: email.images,
    attachments,
  };
};

/** The business day and instant of an end, and the worker that brings it. */
export type Moment = Readonly<{ on: Day; now: Date; worker: number }>;

/** The end of an action from what the mail server answered; null when the server cannot be used and the queue must pause. */
export function endOf(action: ActionRow, outcome: SendOutcome, at: Moment): ActionEnd | null {
  const end = { actionId: action.actionId, worker: at.worker, on: at.on, at: at.now };
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
      const retryAt = retryAfter(action.setbacks + 1, at.now);
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
