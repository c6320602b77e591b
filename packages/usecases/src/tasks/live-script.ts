// Live script: what to say in a call that still has to be made, on what is owed today and with a deadline counted from today.
import { localDay, nextWorkedDay } from '@quittance/core/calendar';
import { type CompanyId, cents, sumCents } from '@quittance/core/kernel';
import { type ActionRow, findAction } from '@quittance/db/outbox';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { composeMessage, loadMessageFacts, type MessageSubject } from '../delivery/index.ts';
import type { MessageRenderer } from '../ports/index.ts';
import type { TaskSheet } from './task-sheet.ts';

/** The action's message on what is left of what it listed; null where nothing is left to ask for. */
function subjectToday(action: ActionRow, { invoices }: TaskSheet): MessageSubject | null {
  const open = new Map<number, number>(invoices.map(({ receivableId, openCents }) => [receivableId, openCents]));
  const items = action.items
    .map((item) => ({ ...item, cents: Math.min(item.cents, open.get(item.receivableId) ?? 0) }))
    .filter((item) => item.cents > 0);
  const credits = sumCents(action.credits.map((credit) => cents(credit.openCents)));
  const total = sumCents(items.map((item) => cents(item.cents))) - credits;
  return total > 0 ? { ...action, items, totalCents: cents(total), deadlineOn: null } : null;
}

async function loadToday(tx: Tx, context: Context, asked: Readonly<{ companyId: CompanyId; sheet: TaskSheet }>) {
  const { actionId } = asked.sheet.task;
  const action = actionId === null ? undefined : await findAction(tx, actionId);
  const subject = action && !action.edited && subjectToday(action, asked.sheet);
  if (!subject) return null;
  const settings = await getSettings(tx, asked.companyId);
  const on = nextWorkedDay(localDay(context.clock.now().getTime(), settings.timezone), settings.calendar);
  return { subject, facts: await loadMessageFacts(tx, settings, { on, subjects: [subject] }) };
}

/** The sheet with the script of an open call made anew; words a person wrote, and what cannot be made, stay as they were kept. */
export async function withLiveScript(
  context: Context,
  renderer: MessageRenderer,
  asked: Readonly<{ companyId: CompanyId; sheet: TaskSheet }>,
): Promise<TaskSheet> {
  const { sheet } = asked;
  if (sheet.task.kind !== 'call' || sheet.task.state !== 'open') return sheet;
  const found = await readOrganization(context, (tx) => loadToday(tx, context, asked));
  if (!found) return sheet;
  const made = await composeMessage({ renderer, templates: null }, found.facts, {
    subject: found.subject,
    edited: null,
  });
  if (!made.ok || !('text' in made.value.rendered)) return sheet;
  return { ...sheet, task: { ...sheet.task, script: made.value.rendered.text } };
}
