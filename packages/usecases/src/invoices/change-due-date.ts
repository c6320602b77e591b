// A due date agreed later: what it would change in the plan and whether the law allows it, then the change itself with its reason.
import { localDay } from '@quittance/core/calendar';
import { type Channel, type CustomerFacts, type Explanation, explainReceivable } from '@quittance/core/dunning';
import {
  addDays,
  type CompanyId,
  type CustomerId,
  type Day,
  type InvoiceId,
  ok,
  type ReceivableId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { findInvoice, listTerms, type TermRow } from '@quittance/db/invoices';
import { saveDueDate } from '@quittance/db/invoices/write';
import { appendEvent } from '@quittance/db/journal';
import { findTermFacts } from '@quittance/db/terms';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import { type DayPlan, planDay } from '../reminders/index.ts';
import { checkDueDate } from '../terms/index.ts';

/** Which term, and its new due date. */
export type DueDateAsked = Readonly<{
  companyId: CompanyId;
  invoiceId: InvoiceId;
  receivableId: ReceivableId;
  dueOn: Day;
}>;

/** The step a term takes next; null when its ladder is done or nothing is open. */
export type NextChase = Readonly<{ step: string; channel: Channel; on: Day }> | null;

/** What a new due date changes. */
export type DueDatePreview = Readonly<{
  oldDueOn: Day;
  newDueOn: Day;
  /** Levels already done stay done: the next step is counted from the new day. */
  before: NextChase;
  after: NextChase;
  /** The legal maximum, where the law has one for this debtor. */
  limit: Readonly<{ latestDueOn: Day; maxDays: number; overByDays: number; article: string; rule: string }> | null;
}>;

type Refused = Readonly<{ code: 'not_found' | 'due_before_issue' | 'invoice_settled' }>;

const nextOf = (explained: Explanation | null): NextChase =>
  explained?.next
    ? { step: explained.next.step.code, channel: explained.next.step.channel, on: explained.next.leavesOn }
    : null;

/** The step a term of a planned customer takes next, and the first day it may. */
export function nextChase(plan: DayPlan, customerId: CustomerId, receivableId: ReceivableId): NextChase {
  const customer = plan.customers.get(customerId);
  return customer ? nextOf(explainReceivable(plan.plan.on, plan.facts.company, { customer, receivableId })) : null;
}

const withDue = (customer: CustomerFacts, { receivableId, dueOn }: DueDateAsked): CustomerFacts => ({
  ...customer,
  receivables: customer.receivables.map((each) =>
    each.receivableId === receivableId ? { ...each, dueOn, dueEstimated: false } : each,
  ),
});

type Found = Readonly<{ term: TermRow; today: Day; customerId: CustomerId }>;

async function findTerm(tx: Tx, context: Context, asked: DueDateAsked): Promise<Result<Found, Refused>> {
  const { companyId, invoiceId } = asked;
  const { timezone } = await getSettings(tx, companyId);
  const today = localDay(context.clock.now().getTime(), timezone);
  const invoice = await findInvoice(tx, companyId, invoiceId, today);
  const term = (await listTerms(tx, { invoiceId })).find((each) => each.receivableId === asked.receivableId);
  if (!invoice || !term) return refuse({ code: 'not_found' });
  if (asked.dueOn < term.issuedOn) return refuse({ code: 'due_before_issue' });
  if (term.openCents === 0) return refuse({ code: 'invoice_settled' });
  return ok({ term, today, customerId: invoice.customerId });
}

async function limitOf(tx: Tx, { companyId, invoiceId, dueOn }: DueDateAsked): Promise<DueDatePreview['limit']> {
  const facts = await findTermFacts(tx, companyId, invoiceId);
  const checked = facts ? checkDueDate(facts, dueOn) : null;
  if (!checked) return null;
  const { legalMaxDays, overByDays, article, rule, startOn } = checked;
  return { latestDueOn: addDays(startOn, legalMaxDays), maxDays: legalMaxDays, overByDays, article, rule };
}

/** What would change; nothing is written. */
export const previewDueDate = (context: Context, asked: DueDateAsked): Promise<Result<DueDatePreview, Refused>> =>
  readOrganization(context, async (tx) => {
    const found = await findTerm(tx, context, asked);
    if (!found.ok) return found;
    const { term, today: on, customerId } = found.value;
    const plan = await planDay(tx, { companyId: asked.companyId, on, customerIds: [customerId] });
    const customer = plan.customers.get(customerId);
    const { receivableId } = asked;
    const explain = (of: CustomerFacts) => explainReceivable(on, plan.facts.company, { customer: of, receivableId });
    return ok({
      oldDueOn: term.dueOn,
      newDueOn: asked.dueOn,
      before: customer ? nextOf(explain(customer)) : null,
      after: customer ? nextOf(explain(withDue(customer, asked))) : null,
      limit: await limitOf(tx, asked),
    });
  });

/**
 * Gives an open term a due date somebody agreed to. The old one stays on record with the reason, so balances of past days do not
 * change. Refuses a day before the invoice, a settled term, and `version_conflict` where the due date changed meanwhile.
 */
export const changeDueDate = (
  context: Context,
  asked: DueDateAsked & Readonly<{ reason: string; oldDueOn: Day }>,
): Promise<Result<null, Refused | Readonly<{ code: 'version_conflict' }>>> =>
  inOrganization(context, async (tx) => {
    const found = await findTerm(tx, context, asked);
    if (!found.ok) return found;
    const { term, today: on } = found.value;
    const { receivableId, oldDueOn, dueOn: newDueOn, reason } = asked;
    const change = { receivableId, on, oldDueOn, newDueOn, wasEstimated: term.dueEstimated, reason };
    if (oldDueOn === newDueOn) return ok(null);
    if (!(await saveDueDate(tx, { ...change, actor: context.actor }))) return refuse({ code: 'version_conflict' });
    await appendEvent(tx, {
      kind: 'receivable.due_date_changed',
      actor: context.actor,
      subject: 'receivable',
      subjectId: receivableId,
      payload: change,
    });
    return ok(null);
  });
