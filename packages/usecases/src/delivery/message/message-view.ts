// Message view: the facts of one action arranged as the view that letters render. Sums are checked there, once more.
import { nextWorkedDay } from '@quittance/core/calendar';
import { addDays, cents, type Day, daysBetween } from '@quittance/core/kernel';
import { claimTotal } from '@quittance/core/law';
import {
  DEADLINE_DAYS,
  type MessageTemplate,
  type MessageView,
  type PenaltiesView,
  shippedTemplate,
} from '@quittance/core/letters';
import { epcPayload } from '@quittance/formats/epcqr';
import { planAttachments } from './attachments.ts';
import type { MessageFacts, MessageSubject } from './load-message-facts.ts';
import { showsPenalties } from './load-message-facts.ts';
import { postalLines, senderView } from './sender-view.ts';

const BASIS_POINTS_PER_PERCENT = 100;

/** Language of the people of the company. */
const OWN_LANGUAGE = 'fr';

/** A decision is read by a colleague, everything else by or to the debtor. */
const languageOf = ({ channel, language }: MessageSubject): MessageView['language'] =>
  channel === 'task' ? OWN_LANGUAGE : language;

/** Where the message goes: a name and, by channel, an address. */
export type Destination = Readonly<{ name: string; address: string }>;

const isPost = (channel: string): boolean => channel === 'letter' || channel === 'registered_letter';

/** The contact's address on the channel, else the customer's own. Post goes to the customer's postal address. */
export function destinationOf(subject: MessageSubject, facts: MessageFacts): Destination {
  const customer = facts.customers.get(subject.customerId)!;
  const contact = subject.contactId ? facts.contacts.get(subject.contactId) : undefined;
  const name = contact?.name ?? customer.name;
  if (isPost(subject.channel)) return { name: customer.name, address: recipientLines(subject, facts).join(', ') };
  const holder = contact ?? customer;
  if (subject.channel === 'email' && subject.toAddress) return { name, address: subject.toAddress };
  return { name, address: (subject.channel === 'email' ? holder.email : holder.phone) ?? '' };
}

const recipientLines = (subject: MessageSubject, facts: MessageFacts): string[] => {
  const customer = facts.customers.get(subject.customerId)!;
  return postalLines({
    line1: customer.addressLine1 ?? '',
    line2: customer.addressLine2 ?? '',
    postalCode: customer.postalCode ?? '',
    city: customer.city ?? '',
    country: customer.country,
  });
};

const deadlineOf = (subject: MessageSubject, facts: MessageFacts): Day | null => {
  if (subject.deadlineOn) return subject.deadlineOn;
  const days = DEADLINE_DAYS[subject.tone];
  return days === null ? null : nextWorkedDay(addDays(facts.on, days), facts.settings.calendar);
};

const penaltiesView = (subject: MessageSubject, facts: MessageFacts): PenaltiesView => {
  if (!showsPenalties(subject.tone)) return { mode: 'none' };
  const invoices = new Set(subject.items.flatMap((item) => facts.lines.get(item.receivableId)?.invoiceId ?? []));
  const statements = [...invoices].flatMap((id) => facts.penalties.get(id)?.statement ?? []);
  const total = claimTotal(statements);
  if (statements.length < invoices.size || total.totalCents === 0) return { mode: 'none' };
  const segments = statements.flatMap((statement) => statement.segments);
  const inTurn = [...segments].sort((a, b) => a.from.localeCompare(b.from));
  const rates = [...new Set(inTurn.map((segment) => segment.rate / BASIS_POINTS_PER_PERCENT))];
  return {
    mode: 'shown',
    ratePct: rates.length === 1 ? rates[0]! : null,
    ...(rates.length > 1 ? { ratesPct: rates } : {}),
    ...total,
    fixedFeeCount: statements.filter((statement) => statement.fixedFeeCents > 0).length,
    computedOn: facts.on,
  };
};

/** What the debtor is asked to quote: the invoice number where there is one, else the account code. */
const referenceOf = (subject: MessageSubject, facts: MessageFacts): string => {
  const numbers = [...new Set(subject.items.flatMap((item) => facts.lines.get(item.receivableId)?.number ?? []))];
  return numbers.length === 1 ? numbers[0]! : facts.customers.get(subject.customerId)!.ref;
};

function transferCode(subject: MessageSubject, facts: MessageFacts): string | null {
  const { letterhead } = facts.settings;
  if (!letterhead.iban || subject.currency !== 'EUR') return null;
  const payload = epcPayload({
    beneficiary: letterhead.name,
    iban: letterhead.iban,
    bic: letterhead.bic,
    amountCents: subject.totalCents,
    remittance: referenceOf(subject, facts),
  });
  return payload.ok ? payload.value : null;
}

const lineViews = (subject: MessageSubject, facts: MessageFacts): MessageView['lines'] =>
  subject.items
    .map((item) => ({ item, line: facts.lines.get(item.receivableId)! }))
    .map(({ item, line }) => ({
      number: line.number,
      issuedOn: line.issuedOn,
      dueOn: line.dueOn,
      dueEstimated: line.dueEstimated,
      grossCents: cents(line.grossCents),
      openCents: cents(item.cents),
      daysLate: daysBetween(line.dueOn, facts.on),
      orderRef: line.orderRef,
    }))
    .sort((a, b) => (a.dueOn === b.dueOn ? a.number.localeCompare(b.number) : a.dueOn < b.dueOn ? -1 : 1));

/** Earlier reminders about any of the receivables listed, oldest first; a notice before the due date reminded of nothing yet. */
const earlierOf = (subject: MessageSubject, facts: MessageFacts): MessageView['earlierReminders'] => {
  const listed = new Set(subject.items.map((item) => item.receivableId));
  return facts.earlier
    .filter(
      (message) => message.customerId === subject.customerId && message.receivableIds.some((id) => listed.has(id)),
    )
    .filter((message) => message.actionId !== subject.actionId && message.tone !== 'notice')
    .map(({ on, channel, tone }) => ({ on, channel, tone }));
};

/** The view of one action's message. Σ lines − Σ credits must be the action's total: `checkView` refuses anything else. */
export function messageView(subject: MessageSubject, facts: MessageFacts): MessageView {
  const customer = facts.customers.get(subject.customerId)!;
  const contact = subject.contactId ? facts.contacts.get(subject.contactId) : undefined;
  const credits = subject.credits.map((credit) => ({
    kind: credit.kind,
    number: credit.number,
    on: credit.on,
    cents: cents(credit.openCents),
  }));
  return {
    language: languageOf(subject),
    tone: subject.tone,
    channel: subject.channel,
    sender: senderView(facts.settings, subject.currency),
    recipient: {
      ref: customer.ref,
      name: customer.name,
      kind: customer.kind,
      contactName: contact?.name ?? null,
      addressLines: recipientLines(subject, facts),
    },
    on: facts.on,
    place: facts.settings.letterhead.address?.city ?? null,
    lines: lineViews(subject, facts),
    credits,
    totalCents: subject.totalCents,
    currency: subject.currency,
    deadlineOn: deadlineOf(subject, facts),
    earlierReminders: earlierOf(subject, facts),
    penalties: penaltiesView(subject, facts),
    paymentLink: null,
    reference: referenceOf(subject, facts),
    epcPayload: transferCode(subject, facts),
    attachments: planAttachments(subject, facts).attached.map((file) => file.filename),
  };
}

/** The text in force for an action: edited for the debtor's kind, edited for businesses, else shipped; null where none exists. */
export function templateFor(subject: MessageSubject, facts: MessageFacts): MessageTemplate | null {
  const { kind } = facts.customers.get(subject.customerId)!;
  const edited = (audience: string) =>
    facts.templates.find(
      (row) =>
        row.tone === subject.tone &&
        row.channel === subject.channel &&
        row.language === languageOf(subject) &&
        row.audience === audience,
    );
  return edited(kind) ?? edited('business') ?? shippedTemplate(subject.tone, subject.channel, languageOf(subject));
}
