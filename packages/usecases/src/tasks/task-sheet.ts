// Task sheet: what a person needs at hand for one task: the invoices as they stand, the people, the last exchanges.
import { type CompanyId, type Day, daysBetween } from '@quittance/core/kernel';
import { type ContactFactsRow, listContacts, listOpenReceivables } from '@quittance/db/dunning';
import { findAction, listOutbox } from '@quittance/db/outbox';
import { findTask, listTasks, type TaskRow } from '@quittance/db/tasks';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { PROMISE_GRACE_DAYS } from './follow-up.ts';

const SHOWN = 6;

/** A message that left, or the outcome of a task. */
type Exchange = Readonly<{
  on: Day;
  channel: string | null;
  tone: string | null;
  subject: string;
  outcome: string | null;
  note: string;
  actionId: number | null;
}>;

type SheetInvoice = Readonly<{
  receivableId: number;
  number: string;
  dueOn: Day;
  daysLate: number;
  openCents: number;
  currency: string;
}>;

/** What the screen shows. */
export type TaskSheet = Readonly<{
  task: TaskRow;
  invoices: readonly SheetInvoice[];
  contacts: readonly Omit<ContactFactsRow, 'customerId'>[];
  exchanges: readonly Exchange[];
  promiseGraceDays: number;
}>;

async function exchangesOf(tx: Tx, task: TaskRow, companyId: CompanyId): Promise<Exchange[]> {
  const customerId = task.customerId!;
  const filter = { companyId, customerId, limit: SHOWN, offset: 0 };
  const sent = await listOutbox(tx, { ...filter, states: ['sent', 'uncertain'] });
  const done = await listTasks(tx, { ...filter, state: 'done', newestFirst: true });
  const messages = sent.items
    .filter((row) => row.actionId !== task.actionId)
    .map((row) => ({
      on: row.doneOn ?? row.plannedOn,
      channel: row.channel,
      tone: row.tone,
      subject: row.subject ?? '',
      outcome: null,
      note: '',
      actionId: row.actionId,
    }));
  const outcomes = done.items.map((row) => ({
    on: row.doneOn ?? row.dueOn,
    channel: row.kind === 'call' ? 'call' : null,
    tone: null,
    subject: '',
    outcome: row.outcome,
    note: row.note ?? '',
    actionId: row.actionId,
  }));
  return [...messages, ...outcomes].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, SHOWN);
}

/** The receivables the task's message listed that are still open, else every overdue one of the customer. */
async function invoicesOf(tx: Tx, task: TaskRow, asked: Readonly<{ companyId: CompanyId; on: Day }>) {
  const action = task.actionId === null ? undefined : await findAction(tx, task.actionId);
  const listed = action && new Set(action.items.map((item) => item.receivableId));
  const scope = { ...asked, customerIds: [task.customerId!] };
  const { testMode, liveSegments } = await getSettings(tx, asked.companyId);
  const open = await listOpenReceivables(tx, { ...scope, isLive: !testMode, liveSegments });
  return open
    .filter((row) => (listed ? listed.has(row.receivableId) : row.dueOn < asked.on))
    .map(({ receivableId, invoiceNumber, dueOn, openCents, currency }) => ({
      receivableId,
      number: invoiceNumber,
      dueOn,
      daysLate: Math.max(0, daysBetween(dueOn, asked.on)),
      openCents,
      currency,
    }));
}

/** The sheet of one task, or undefined. */
export async function readTaskSheet(
  tx: Tx,
  { companyId, taskId, on }: Readonly<{ companyId: CompanyId; taskId: number; on: Day }>,
): Promise<TaskSheet | undefined> {
  const task = await findTask(tx, companyId, taskId);
  if (!task) return undefined;
  const common = { task, promiseGraceDays: PROMISE_GRACE_DAYS };
  if (task.customerId === null) return { ...common, invoices: [], contacts: [], exchanges: [] };
  const scope = { companyId, on, customerIds: [task.customerId], isLive: true, liveSegments: [] };
  const contacts = await listContacts(tx, scope);
  return {
    ...common,
    invoices: await invoicesOf(tx, task, { companyId, on }),
    contacts: contacts.map(({ customerId: _, ...contact }) => contact),
    exchanges: await exchangesOf(tx, task, companyId),
  };
}
