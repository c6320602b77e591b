// Preview: the message of one planned action exactly as it would leave, made by the very code that makes what leaves; and its words
// written anew for this once.
import { type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { lockCompany } from '@quittance/db/companies';
import { appendEvent } from '@quittance/db/journal';
import type { ActionRow } from '@quittance/db/outbox';
import { cancelActions, insertActions, saveEdited } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import {
  type ComposedMessage,
  type ComposePorts,
  type ComposeRefusal,
  composeMessage,
  literalOf,
  type Words,
} from '../delivery/message/compose.ts';
import { loadMessageFacts } from '../delivery/message/load-message-facts.ts';
import type { MessageRenderer } from '../ports/index.ts';
import { type FoundAction, findChosen } from './find-chosen.ts';
import { customerOfKey } from './plan-day.ts';
import { isSameAction } from './same-action.ts';

/** A message before it leaves. */
export type ActionPreview = ComposedMessage;

export type PreviewRefusal =
  | Readonly<{ code: 'action_unknown' }>
  | Readonly<{ code: 'template_broken'; refusal: ComposeRefusal }>;

type Asked = Readonly<{ companyId: CompanyId; on: Day; key: string }>;

const findOne = async (tx: Tx, { companyId, on, key }: Asked) => {
  const { found, settings } = await findChosen(tx, { companyId, on, keys: [key] });
  return { settings, ...(found[0] as FoundAction) };
};

/** Renders the planned action of that key on that day, with its edited words or with `draft` in their place. */
export async function composeAction(
  context: Context,
  ports: ComposePorts,
  asked: Asked & Readonly<{ draft?: Words | undefined }>,
): Promise<Result<ActionPreview, PreviewRefusal>> {
  if (customerOfKey(asked.key) === null) return refuse({ code: 'action_unknown' });
  const found = await readOrganization(context, async (tx) => {
    const { planned, recorded, settings } = await findOne(tx, asked);
    const subject = planned ?? recorded;
    if (!subject) return null;
    const facts = await loadMessageFacts(tx, settings, { on: asked.on, subjects: [subject] });
    return { subject, facts, edited: recorded?.edited ?? null };
  });
  if (!found) return refuse({ code: 'action_unknown' });
  const { subject, facts, edited } = found;
  const made = await composeMessage(ports, facts, { subject, edited, draft: asked.draft });
  return made.ok ? made : refuse({ code: 'template_broken', refusal: made.refusal });
}

/** The same, without the words it is made of. */
export const previewAction = (
  context: Context,
  renderer: MessageRenderer,
  asked: Asked,
): Promise<Result<ActionPreview, PreviewRefusal>> => composeAction(context, { renderer, templates: null }, asked);

/** The recorded action the words stand on: the one there, or a fresh one where the plan says something else by now. */
async function rowToEdit(tx: Tx, asked: Asked, found: FoundAction): Promise<ActionRow['actionId'] | null> {
  const { planned, recorded } = found;
  if (!planned) return null;
  if (recorded && recorded.plannedOn === asked.on && isSameAction(recorded, planned)) return recorded.actionId;
  if (recorded) await cancelActions(tx, [recorded.actionId], { reason: 'superseded', facts: { on: asked.on } });
  const [actionId] = await insertActions(tx, { companyId: asked.companyId, on: asked.on, actions: [planned] });
  return actionId ?? null;
}

/** Keeps words for this message alone, with who wrote them; `words` null gives the template its place back. Refused: what cannot be
 * rendered, an action approved already (its words are edited in the outbox) or no longer planned. */
export async function editAction(
  context: Context,
  ports: ComposePorts,
  asked: Asked & Readonly<{ words: Words | null }>,
): Promise<Result<ActionPreview, PreviewRefusal | { code: 'action_gone' | 'state_forbids' }>> {
  const draft = await composeAction(context, ports, { ...asked, draft: asked.words ?? undefined });
  if (!draft.ok) return draft;
  const saved = await inOrganization(context, async (tx) => {
    await lockCompany(tx, asked.companyId);
    const found = await findOne(tx, asked);
    if (found.recorded && found.recorded.state !== 'planned') return 'state_forbids' as const;
    const actionId = await rowToEdit(tx, asked, found);
    if (actionId === null) return 'action_gone' as const;
    const at = context.clock.now().toISOString();
    const { standing } = draft.value;
    const edited = asked.words && { ...literalOf(asked.words), standing, by: context.actor, at };
    if (!(await saveEdited(tx, actionId, edited))) return 'state_forbids' as const;
    await appendEvent(tx, {
      kind: edited ? 'action.edited' : 'action.edit_dropped',
      actor: context.actor,
      subject: 'action',
      subjectId: actionId,
      payload: { on: asked.on, before: found.recorded?.edited ?? null, after: edited },
    });
    return 'done' as const;
  });
  if (saved !== 'done') return refuse({ code: saved });
  const kept = await composeAction(context, ports, asked);
  return kept.ok ? ok(kept.value) : kept;
}
