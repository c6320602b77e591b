// Preview: the message of one action exactly as it would leave, made by the very code that makes what leaves.
import { type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { type Context, readOrganization } from '../context/index.ts';
import { loadMessageFacts, type MessageSubject } from '../delivery/message/load-message-facts.ts';
import { destinationOf, messageView, templateFor } from '../delivery/message/message-view.ts';
import type { MessageRefusal, MessageRenderer, RenderedMessage } from '../ports/index.ts';
import { customerOfKey, keyOf, planDay } from './plan-day.ts';

/** A message before it leaves. */
export type ActionPreview = Readonly<{ subject: MessageSubject; to: string; rendered: RenderedMessage }>;

export type PreviewRefusal =
  | Readonly<{ code: 'action_unknown' }>
  | Readonly<{ code: 'template_broken'; refusal: MessageRefusal | { code: 'template_missing' } }>;

/** Renders the planned action of that key on that day. */
export async function previewAction(
  context: Context,
  renderer: MessageRenderer,
  asked: Readonly<{ companyId: CompanyId; on: Day; key: string }>,
): Promise<Result<ActionPreview, PreviewRefusal>> {
  const customerId = customerOfKey(asked.key);
  if (customerId === null) return refuse({ code: 'action_unknown' });
  const found = await readOrganization(context, async (tx) => {
    const { plan, settings } = await planDay(tx, {
      companyId: asked.companyId,
      on: asked.on,
      customerIds: [customerId],
    });
    const action = plan.actions.find((each) => keyOf(each) === asked.key);
    return action
      ? { action, facts: await loadMessageFacts(tx, settings, { on: asked.on, subjects: [action] }) }
      : null;
  });
  if (!found) return refuse({ code: 'action_unknown' });
  const { action, facts } = found;
  const template = templateFor(action, facts);
  if (!template) return refuse({ code: 'template_broken', refusal: { code: 'template_missing' } });
  const rendered = await renderer.renderMessage(messageView(action, facts), template);
  if (!rendered.ok) return refuse({ code: 'template_broken', refusal: rendered.refusal });
  const { name, address } = destinationOf(action, facts);
  return ok({
    subject: action,
    to: address && address !== name ? `${name} <${address}>` : name,
    rendered: rendered.value,
  });
}
