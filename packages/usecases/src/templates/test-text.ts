// Test of a text: sent to the person who asks, and to nobody else, by the company's own mail server. Allowed in test mode: it goes to oneself.
import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { findCompanyMail, type MailPorts } from '../channels/company-mail.ts';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import type {
  MailAttachment,
  Mailbox,
  MessageRefusal,
  MessageRenderer,
  OutgoingMail,
  RenderedMessage,
} from '../ports/index.ts';
import { previewText, type TextAsked } from './preview-text.ts';

/** Goes before the subject, so that nobody takes it for a message to a debtor. */
const MARK = '[TEST]';

export type TestRefusal =
  | Readonly<{ code: 'template_broken'; refusal: MessageRefusal }>
  | Readonly<{ code: 'mail_server_missing' | 'mail_sender_missing' }>
  | Readonly<{ code: 'test_not_sent'; answer: string }>;

const subjectOf = (rendered: RenderedMessage): string =>
  `${MARK} ${'subject' in rendered ? rendered.subject : ''}`.trim();

const attachmentsOf = (rendered: RenderedMessage): MailAttachment[] =>
  rendered.kind === 'letter' ? [{ filename: 'test.pdf', contentType: 'application/pdf', content: rendered.pdf }] : [];

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** An e-mail as it is, a letter as a PDF beside its subject, the words of a text message or a call as they are. */
function mailOf(
  rendered: RenderedMessage,
  way: Readonly<{ from: Mailbox; replyTo: Mailbox | null; to: Mailbox }>,
): OutgoingMail {
  const text = 'text' in rendered ? rendered.text : subjectOf(rendered);
  const domain = way.from.address.split('@')[1] ?? 'localhost';
  return {
    messageId: `test.${randomUUID()}@${domain}`,
    from: way.from,
    replyTo: way.replyTo,
    to: [way.to],
    cc: [],
    subject: subjectOf(rendered),
    text,
    html: rendered.kind === 'email' ? rendered.html : `<pre style="white-space:pre-wrap">${escaped(text)}</pre>`,
    images: rendered.kind === 'email' ? rendered.images : [],
    attachments: attachmentsOf(rendered),
  };
}

/** Renders the text as its preview does and sends it to `to`; leaves a line in the journal. */
export async function sendTestText(
  context: Context,
  ports: MailPorts & Readonly<{ renderer: MessageRenderer }>,
  asked: TextAsked & Readonly<{ to: Mailbox }>,
): Promise<Result<{ to: string }, TestRefusal>> {
  const preview = await previewText(context, ports.renderer, asked);
  if (!preview.ok) return preview;
  const { settings, way } = await readOrganization(context, async (tx) => {
    const company = await getSettings(tx, asked.companyId);
    return {
      settings: company,
      way: await findCompanyMail(tx, ports, { orgId: context.orgId, settings: company }),
    };
  });
  if (!way) return refuse({ code: settings.letterhead.email ? 'mail_server_missing' : 'mail_sender_missing' });
  const { sender, from, replyTo } = way;
  const outcome = await sender.send(mailOf(preview.value.rendered, { from, replyTo, to: asked.to }));
  if (outcome.kind !== 'sent') return refuse({ code: 'test_not_sent', answer: outcome.text });
  const { name, customerId } = asked;
  await inOrganization(context, (tx) =>
    appendEvent(tx, {
      kind: 'template.tested',
      actor: context.actor,
      subject: 'template',
      subjectId: Object.values(name).join('/'),
      payload: { to: asked.to.address, customerId: customerId ?? null },
    }),
  );
  return ok({ to: asked.to.address });
}
