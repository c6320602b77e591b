// A test to oneself: the first e-mail that would leave on a day, else an example, sent to the person who asks and to nobody else.
import { type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { shippedTemplate } from '@quittance/core/letters';
import { recordMailTest } from '@quittance/db/channels/write';
import { appendEvent } from '@quittance/db/journal';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import type { Mailbox, MessageRenderer, OutgoingMail, RenderedMessage, SendOutcome } from '../ports/index.ts';
import { keyOf, planDay, previewAction } from '../reminders/index.ts';
import { previewText } from '../templates/index.ts';
import { findCompanyMail, type MailPorts } from './company-mail.ts';

/** What is asked. */
export type TestMail = Readonly<{ companyId: CompanyId; on: Day; to: Mailbox; language: 'fr' | 'en' }>;

/** How it ended: null code when the server took it. `text` is what the server said. */
export type TestMailEnd = Readonly<{ code: string | null; text: string; to: string; isExample: boolean }>;

type Email = RenderedMessage & { kind: 'email' };

async function firstOfTheDay(context: Context, renderer: MessageRenderer, asked: TestMail): Promise<Email | null> {
  const { plan } = await readOrganization(context, (tx) => planDay(tx, asked));
  const action = plan.actions.find(({ channel }) => channel === 'email');
  if (!action) return null;
  const made = await previewAction(context, renderer, { companyId: asked.companyId, on: asked.on, key: keyOf(action) });
  return made.ok && made.value.rendered.kind === 'email' ? made.value.rendered : null;
}

async function example(context: Context, renderer: MessageRenderer, asked: TestMail): Promise<Email | null> {
  const name = { tone: 'courteous', channel: 'email', language: asked.language, audience: 'business' } as const;
  const text = shippedTemplate(name.tone, name.channel, name.language);
  if (!text) return null;
  const made = await previewText(context, renderer, { companyId: asked.companyId, name, text });
  return made.ok && made.value.rendered.kind === 'email' ? made.value.rendered : null;
}

const MARK = { fr: 'Essai – ', en: 'Test – ' } as const;

const codeOf = (outcome: SendOutcome): string | null => {
  if (outcome.kind === 'sent') return null;
  return outcome.kind === 'uncertain' ? 'answer_lost' : outcome.code;
};

/** Sends it, and remembers how that ended: going live asks for a test that went well. */
export async function sendTestMail(
  context: Context,
  ports: MailPorts & Readonly<{ renderer: MessageRenderer }>,
  asked: TestMail,
): Promise<Result<TestMailEnd, { code: 'mail_server_missing' | 'mail_sender_missing' }>> {
  const { companyId, to } = asked;
  const found = await readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, companyId);
    return { settings, mail: await findCompanyMail(tx, ports, { orgId: context.orgId, settings }) };
  });
  if (!found.mail)
    return refuse({ code: found.settings.letterhead.email ? 'mail_server_missing' : 'mail_sender_missing' });
  const real = await firstOfTheDay(context, ports.renderer, asked);
  const email = real ?? (await example(context, ports.renderer, asked));
  if (!email) throw new Error('the shipped example could not be rendered');
  const at = context.clock.now();
  const domain = found.mail.from.address.split('@')[1] ?? 'localhost';
  const mail: OutgoingMail = {
    messageId: `test.${at.getTime()}.${context.orgId}.${companyId}.quittance@${domain}`,
    from: found.mail.from,
    replyTo: found.mail.replyTo,
    to: [to],
    cc: [],
    subject: MARK[asked.language] + email.subject,
    text: email.text,
    html: email.html,
    images: email.images,
    attachments: [],
  };
  const outcome = await found.mail.sender.send(mail);
  const code = codeOf(outcome);
  const text = outcome.kind === 'sent' ? outcome.response : outcome.text;
  await inOrganization(context, async (tx) => {
    await recordMailTest(tx, companyId, { code, at, actor: context.actor });
    await appendEvent(tx, {
      kind: 'channel.tested',
      actor: context.actor,
      subject: 'company',
      subjectId: companyId,
      payload: { channel: 'email', source: found.mail!.source, to: to.address, code },
    });
  });
  return ok({ code, text, to: to.address, isExample: real === null });
}
