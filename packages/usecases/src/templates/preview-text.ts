// Preview a text being edited: on a real customer's open invoices, or on the example, by the code that makes real messages.

import { localDay } from '@quittance/core/calendar';
import { type CompanyId, type CustomerId, ok, type Result, refuse } from '@quittance/core/kernel';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { loadMessageFacts, type MessageSubject, messageView } from '../delivery/index.ts';
import type { MessageRefusal, MessageRenderer, RenderedMessage } from '../ports/index.ts';
import { loadFacts } from '../reminders/index.ts';
import { exampleView } from './example-view.ts';
import { applyTone } from './subject-for.ts';
import type { TemplateName } from './template-texts.ts';

/** A text being edited, shown for whom. */
export type TextPreview = Readonly<{
  subject: Pick<MessageSubject, 'channel' | 'language'>;
  to: string;
  rendered: RenderedMessage;
}>;

/** A text, and the customer it is shown on; the example where none is named. */
export type TextAsked = Readonly<{
  companyId: CompanyId;
  name: TemplateName;
  text: Readonly<{ subject: string; body: string }>;
  customerId?: CustomerId;
}>;

async function viewFor(tx: Tx, context: Context, asked: TextAsked) {
  const settings = await getSettings(tx, asked.companyId);
  const on = localDay(context.clock.now().getTime(), settings.timezone);
  if (asked.customerId === undefined) return exampleView(settings, asked.name, on);
  const { customers } = await loadFacts(tx, settings, { on, customerIds: [asked.customerId] });
  const subject = customers[0] && applyTone(customers[0], asked.name);
  if (!subject) return exampleView(settings, asked.name, on);
  return messageView(subject, await loadMessageFacts(tx, settings, { on, subjects: [subject] }));
}

/** Renders; a broken text is refused with line and column. A customer who owes nothing gives the example instead. */
export async function previewText(
  context: Context,
  renderer: MessageRenderer,
  asked: TextAsked,
): Promise<Result<TextPreview, { code: 'template_broken'; refusal: MessageRefusal }>> {
  const view = await readOrganization(context, (tx) => viewFor(tx, context, asked));
  const rendered = await renderer.renderMessage(view, asked.text);
  if (!rendered.ok) return refuse({ code: 'template_broken', refusal: rendered.refusal });
  return ok({ subject: asked.name, to: view.recipient.contactName ?? view.recipient.name, rendered: rendered.value });
}
