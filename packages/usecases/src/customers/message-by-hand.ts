// A message by hand: made from the template in force or from a person's own words, judged on fresh facts, sent once.
import { askableCents, judgeByHand } from '@quittance/core/dunning';
import {
  type ActionId,
  type Cents,
  type CompanyId,
  type ContactId,
  type CustomerId,
  cents,
  ok,
  type ReceivableId,
  type Result,
  refuse,
  sumCents,
} from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { findContact, findCustomer } from '@quittance/db/customers';
import { appendEvent } from '@quittance/db/journal';
import { findByRequest, insertByHand } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import {
  type ComposedMessage,
  type ComposePorts,
  type ComposeRefusal,
  composeMessage,
  literalOf,
  loadMessageFacts,
  type MessageSubject,
  nextSendingInstant,
  type Words,
} from '../delivery/index.ts';
import { loadFacts } from '../reminders/load-facts.ts';
import { daysOf } from './customer-list.ts';

/** What a person wants to send. `words` null takes the template of the tone. */
export type HandDraft = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  channel: 'email' | 'letter';
  tone: 'notice' | 'courteous' | 'firm' | 'last_warning';
  language: Language;
  contactId: ContactId | null;
  receivableIds: readonly ReceivableId[];
  words: Words | null;
}>;

export type HandRefusal =
  | Readonly<{ code: 'not_found' }>
  | Readonly<{ code: 'message_stopped'; facts: { reason: string } }>
  | Readonly<{ code: 'template_broken'; refusal: ComposeRefusal }>;

const stopped = (reason: string) => refuse({ code: 'message_stopped' as const, facts: { reason } });

/** Facts, judgement and subject of a draft. Nothing owed at all is a stop by itself: there is nothing to write about. */
async function prepare(tx: Tx, context: Context, draft: HandDraft) {
  const { companyId, customerId, contactId } = draft;
  if (!(await findCustomer(tx, companyId, customerId))) return refuse({ code: 'not_found' as const });
  const contact = contactId === null ? undefined : await findContact(tx, companyId, contactId);
  if (contactId !== null && contact?.customerId !== customerId) return refuse({ code: 'not_found' as const });
  const { settings, on, planOn } = await daysOf(tx, context, companyId);
  const { customers } = await loadFacts(tx, settings, { on: planOn, customerIds: [customerId] });
  const [customer] = customers;
  if (!customer) return stopped('paid');
  const wanted = new Set(draft.receivableIds);
  const listed = customer.receivables.filter((each) => wanted.has(each.receivableId));
  const currency = listed[0]?.currency;
  if (!currency || listed.length < wanted.size || listed.some((each) => each.currency !== currency))
    return stopped('paid');
  const open = customer.receivables.filter((each) => each.currency === currency);
  // What is at the customer's credit is taken off the whole account; of a part of it, it would say too little.
  const credits = listed.length === open.length ? customer.credits.filter((each) => each.currency === currency) : [];
  // The disputed part is never asked for; disputed as a whole it stays as it is, and stops the message.
  const items = listed.map((each) => ({
    receivableId: each.receivableId,
    cents: askableCents(each, customer.holds) || each.openCents,
    toRank: each.level,
  }));
  const disputedCents = cents(
    sumCents(listed.map((each) => each.openCents)) - sumCents(items.map((item) => item.cents)),
  );
  const total = sumCents(items.map((item) => item.cents)) - sumCents(credits.map((credit) => credit.openCents));
  const { stops, warnings } = judgeByHand(planOn, customer, { items, tone: draft.tone });
  if (total <= 0) return stopped('credit_covers');
  const subject: MessageSubject = {
    ...{ customerId, contactId, channel: draft.channel, tone: draft.tone, language: draft.language },
    ...{ items, credits, currency, totalCents: cents(total), deadlineOn: null },
  };
  const facts = await loadMessageFacts(tx, settings, { on: planOn, subjects: [subject] });
  return ok({ settings, on, customer, items, subject, facts, stops, warnings, disputedCents });
}

/** The message as it would leave, and what speaks against it. */
export type HandPreview = Readonly<{
  message: ComposedMessage;
  stops: readonly string[];
  warnings: readonly string[];
  /** Disputed parts of what it lists: it leaves them out. */
  disputedCents: Cents;
  currency: string;
  testMode: boolean;
}>;

const compose = async (
  ports: ComposePorts,
  of: { subject: MessageSubject; facts: Parameters<typeof composeMessage>[1] },
  words: Words | null,
) => {
  const made = await composeMessage(ports, of.facts, { subject: of.subject, edited: null, draft: words ?? undefined });
  return made.ok ? made : refuse({ code: 'template_broken' as const, refusal: made.refusal });
};

/** Shows it; sends nothing. */
export async function previewByHand(
  context: Context,
  ports: ComposePorts,
  draft: HandDraft,
): Promise<Result<HandPreview, HandRefusal>> {
  const found = await readOrganization(context, (tx) => prepare(tx, context, draft));
  if (!found.ok) return found;
  const { stops, warnings, settings, subject, disputedCents } = found.value;
  const made = await compose(ports, found.value, draft.words);
  if (!made.ok) return made;
  const { currency } = subject;
  return ok({ message: made.value, stops, warnings, disputedCents, currency, testMode: settings.testMode });
}

/** What was sent: the action of the outbox, and whether nothing really leaves. */
export type HandSent = Readonly<{ actionId: ActionId; testMode: boolean }>;

/** Queues it, once for each key. Refuses `message_stopped` with its reason; it is checked again just before it leaves. */
export async function sendByHand(
  context: Context,
  ports: ComposePorts,
  given: HandDraft & Readonly<{ requestKey: string }>,
): Promise<Result<HandSent, HandRefusal>> {
  const shown = await previewByHand(context, ports, given);
  if (!shown.ok) return shown;
  const { message } = shown.value;
  return inOrganization(context, async (tx) => {
    const earlier = await findByRequest(tx, given);
    if (earlier !== undefined) return ok({ actionId: earlier, testMode: shown.value.testMode });
    const found = await prepare(tx, context, given);
    if (!found.ok) return found;
    const { settings, on, customer, items, subject, stops } = found.value;
    if (stops[0]) return stopped(stops[0]);
    const now = context.clock.now();
    const { requestKey, companyId, customerId } = given;
    const actionId = await insertByHand(tx, {
      ...{ ...subject, companyId, items, on, requestKey, actor: context.actor },
      ...{ scenario: customer.scenario.code, scenarioVersion: customer.scenario.version },
      at: nextSendingInstant(settings, now),
      edited: {
        ...literalOf(given.words ?? message.words),
        standing: message.standing,
        by: context.actor,
        at: now.toISOString(),
      },
    });
    // A second press at the same instant waited for the first: what that one made is the answer of both.
    if (actionId === undefined) return ok({ actionId: (await findByRequest(tx, given))!, testMode: settings.testMode });
    const payload = { customerId, channel: given.channel, tone: given.tone, cents: subject.totalCents };
    const line = { kind: 'message.written', actor: context.actor, subject: 'action', subjectId: actionId };
    await appendEvent(tx, { ...line, payload: { ...payload, receivableIds: given.receivableIds } });
    return ok({ actionId, testMode: settings.testMode });
  });
}
