// Edit a message of the outbox that has not left: read it as it would leave, write its words or its address anew for this once.
import { localDay, nextWorkedDay } from '@quittance/core/calendar';
import { type ActionId, type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { type ActionRow, findAction } from '@quittance/db/outbox';
import { requeueActions, saveAddress, saveEdited } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type CompanySettings, getSettings } from '../companies/settings.ts';
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

type Asked = Readonly<{ companyId: CompanyId; actionId: ActionId }>;

/** Why a message is not shown or edited. */
export type EditRefusal =
  | Readonly<{ code: 'not_found' | 'state_forbids' }>
  | Readonly<{ code: 'template_broken'; refusal: ComposeRefusal }>;

const NOT_LEFT: ReadonlySet<string> = new Set(['planned', 'approved', 'queued', 'failed']);

/** The day it will leave, as far as one can tell: the day planned, or the next worked one from today. */
const leavingDay = (row: ActionRow, { timezone, calendar }: CompanySettings, now: Date): Day => {
  const soon = nextWorkedDay(localDay(now.getTime(), timezone), calendar);
  return row.plannedOn > soon ? row.plannedOn : soon;
};

const findOwn = async (tx: Tx, { companyId, actionId }: Asked): Promise<ActionRow | undefined> => {
  const row = await findAction(tx, actionId);
  return row?.companyId === companyId ? row : undefined;
};

/** The message as it would leave now, with its edited words or with `draft` in their place. */
export async function composeRecorded(
  context: Context,
  ports: ComposePorts,
  asked: Asked & Readonly<{ draft?: Words | undefined }>,
): Promise<Result<ComposedMessage, EditRefusal>> {
  const found = await readOrganization(context, async (tx) => {
    const row = await findOwn(tx, asked);
    if (!row) return 'not_found' as const;
    if (!NOT_LEFT.has(row.state)) return 'state_forbids' as const;
    const settings = await getSettings(tx, asked.companyId);
    const on = leavingDay(row, settings, context.clock.now());
    return { row, facts: await loadMessageFacts(tx, settings, { on, subjects: [row] }) };
  });
  if (typeof found === 'string') return refuse({ code: found });
  const { row, facts } = found;
  const made = await composeMessage(ports, facts, { subject: row, edited: row.edited, draft: asked.draft });
  return made.ok ? made : refuse({ code: 'template_broken', refusal: made.refusal });
}

/** Keeps words for this message alone, with who wrote them; null gives the template its place back. Never once it left. */
export async function editRecorded(
  context: Context,
  ports: ComposePorts,
  asked: Asked & Readonly<{ words: Words | null }>,
): Promise<Result<ComposedMessage, EditRefusal>> {
  const draft = await composeRecorded(context, ports, { ...asked, draft: asked.words ?? undefined });
  if (!draft.ok) return draft;
  const at = context.clock.now().toISOString();
  const edited = asked.words && {
    ...literalOf(asked.words),
    standing: draft.value.standing,
    by: context.actor,
    at,
  };
  const isSaved = await inOrganization(context, async (tx) => {
    const before = await findOwn(tx, asked);
    if (!before || !(await saveEdited(tx, asked.actionId, edited))) return false;
    await appendEvent(tx, {
      kind: edited ? 'action.edited' : 'action.edit_dropped',
      actor: context.actor,
      subject: 'action',
      subjectId: asked.actionId,
      payload: { before: before.edited, after: edited },
    });
    return true;
  });
  return isSaved ? composeRecorded(context, ports, asked) : refuse({ code: 'state_forbids' });
}

/** Writes an e-mail that has not left, or failed, to another address, and puts what failed back in the queue. */
export const readdressAction = (
  context: Context,
  asked: Asked & Readonly<{ to: string }>,
): Promise<Result<null, { code: 'not_found' | 'state_forbids' }>> =>
  inOrganization(context, async (tx) => {
    const row = await findOwn(tx, asked);
    if (!row) return refuse({ code: 'not_found' });
    if (!(await saveAddress(tx, asked.actionId, asked.to))) return refuse({ code: 'state_forbids' });
    await requeueActions(tx, [asked.actionId], context.clock.now());
    await appendEvent(tx, {
      kind: 'action.readdressed',
      actor: context.actor,
      subject: 'action',
      subjectId: asked.actionId,
      payload: { before: row.toAddress, after: asked.to, state: row.state },
    });
    return ok(null);
  });
