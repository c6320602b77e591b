// Compose: the message of one action as a person reads and edits it: rendered, with the words it was made from.
import { ok, type Result, refuse } from '@quittance/core/kernel';
import { cleanProse, type MessageTemplate, mergeFields, unshield } from '@quittance/core/letters';
import type { EditedText } from '@quittance/db/outbox';
import type { MessageRefusal, MessageRenderer, RenderedMessage, TemplateEngine } from '../../ports/index.ts';
import type { MessageFacts, MessageSubject } from './load-message-facts.ts';
import { destinationOf, messageView, templateFor } from './message-view.ts';
import { standingOf } from './standing.ts';

/** Subject and body. */
export type Words = Readonly<{ subject: string; body: string }>;

/** A message before it leaves. */
export type ComposedMessage = Readonly<{
  subject: MessageSubject;
  to: string;
  rendered: RenderedMessage;
  /** The words it is made of, ready to be edited; the tables stand as `[[factures]]` and `[[paiement]]`. */
  words: Words;
  /** Who wrote them for this once, and when; null where they are the template's. */
  edited: Readonly<{ by: string; at: string }> | null;
  /** The amounts have changed since the words were written. */
  isStale: boolean;
  standing: string;
}>;

/** Why no message can be made. */
export type ComposeRefusal = MessageRefusal | Readonly<{ code: 'template_missing' }>;

/** Who makes messages. */
export type ComposePorts = Readonly<{
  renderer: MessageRenderer;
  /** Null where the words are not asked for; they are then empty. */
  templates: TemplateEngine | null;
}>;

/** Words typed by a person, made inert: taken as they stand, without control or direction characters. */
export const literalOf = ({ subject, body }: Words): MessageTemplate => ({
  subject: cleanProse(subject).replaceAll('\n', ' '),
  body: cleanProse(body),
  literal: true,
});

const wordsOf = (
  template: MessageTemplate,
  fields: Readonly<Record<string, unknown>>,
  templates: TemplateEngine | null,
): Words => {
  if (template.literal) return { subject: template.subject, body: template.body };
  if (!templates) return { subject: '', body: '' };
  const written = (text: string): string => {
    const made = templates.render(text, fields);
    return made.ok
      ? unshield(made.value)
          .replace(/\n{3,}/g, '\n\n')
          .trim()
      : '';
  };
  return { subject: written(template.subject), body: written(template.body) };
};

/** Renders an action with its edited words, with a draft in their place, or with the template in force. */
export async function composeMessage(
  ports: ComposePorts,
  facts: MessageFacts,
  of: Readonly<{ subject: MessageSubject; edited: EditedText | null; draft?: Words | undefined }>,
): Promise<Result<ComposedMessage, ComposeRefusal>> {
  const { subject, edited, draft } = of;
  const template = draft ? literalOf(draft) : (edited ?? templateFor(subject, facts));
  if (!template) return refuse({ code: 'template_missing' });
  const view = messageView(subject, facts);
  const rendered = await ports.renderer.renderMessage(view, template);
  if (!rendered.ok) return rendered;
  const { name, address } = destinationOf(subject, facts);
  const standing = standingOf(view);
  return ok({
    subject,
    to: address && address !== name ? `${name} <${address}>` : name,
    rendered: rendered.value,
    words: wordsOf(template, mergeFields(view), ports.templates),
    edited: !draft && edited?.by && edited.at ? { by: edited.by, at: edited.at } : null,
    isStale: !draft && edited?.standing !== undefined && edited.standing !== standing,
    standing,
  });
}
