// Merge fields: a view as the plain object a template reads. Texts are finished in the message's language; raw numbers stand
// beside them for conditions. Every field always exists, so that a misspelt one is an error and an absent fact is null.
import { type Cents, daysBetween, maxDay, minDay, sumCents } from '../../kernel/index.ts';
import { amountToPay, linesTotal } from '../check-view.ts';
import { shield } from '../prose.ts';
import type { MessageView } from '../view.ts';
import { formatDay, formatIban, formatList, formatLongDay, formatMoney } from '../wording/format.ts';
import { labels } from '../wording/labels.ts';
import { daysText, latenessText } from '../wording/lateness.ts';
import { penaltySentence, ratesText } from '../wording/penalties.ts';

/** What a template may read. */
export type MergeFields = Readonly<{ [name: string]: unknown }>;

const text = (value: string | null): string | null => (value === null || value.trim() === '' ? null : shield(value));

const LISTED = 5;

/** "F-1, F-2 et F-3"; beyond five, the first four and how many more. */
function numbersText(view: MessageView): string {
  const numbers = [...new Set(view.lines.map((line) => shield(line.number)))];
  if (numbers.length <= LISTED) return formatList(numbers, view.language);
  const more = numbers.length - (LISTED - 1);
  const others = view.language === 'fr' ? `${more} autres` : `${more} others`;
  return formatList([...numbers.slice(0, LISTED - 1), others], view.language);
}

function greeting(view: MessageView): string {
  const name = text(view.recipient.contactName);
  const isLetter = view.channel === 'letter' || view.channel === 'registered_letter';
  if (view.language === 'fr') return isLetter ? 'Madame, Monsieur,' : name ? `Bonjour ${name},` : 'Bonjour,';
  return name ? `Dear ${name},` : 'Dear Sir or Madam,';
}

function companyFields(view: MessageView): MergeFields {
  const { sender } = view;
  return {
    name: shield(sender.name),
    legal_form: text(sender.legalForm),
    siren: text(sender.siren),
    vat_number: text(sender.vatNumber),
    address: text(sender.addressLines.join(', ')),
    phone: text(sender.phone),
    email: text(sender.email),
    website: text(sender.website),
    iban: sender.iban ? formatIban(shield(sender.iban)) : null,
    bic: text(sender.bic),
    signatory: text(sender.signatoryName),
    signatory_title: text(sender.signatoryTitle),
  };
}

function customerFields(view: MessageView): MergeFields {
  const { recipient } = view;
  return {
    ref: shield(recipient.ref),
    name: shield(recipient.name),
    contact: text(recipient.contactName),
    address: text(recipient.addressLines.join(', ')),
    kind: recipient.kind,
    is_business: recipient.kind === 'business',
    is_consumer: recipient.kind === 'consumer',
    is_public: recipient.kind === 'public',
  };
}

const invoiceFields = (view: MessageView): readonly MergeFields[] =>
  view.lines.map((line) => ({
    number: shield(line.number),
    order_ref: text(line.orderRef),
    issued_on: formatDay(line.issuedOn, view.language),
    due_on: formatDay(line.dueOn, view.language),
    due_on_long: formatLongDay(line.dueOn, view.language),
    due_estimated: line.dueEstimated,
    gross: formatMoney(line.grossCents, view.currency, view.language),
    gross_cents: line.grossCents,
    open: formatMoney(line.openCents, view.currency, view.language),
    open_cents: line.openCents,
    days_late: line.daysLate,
    days_late_text: latenessText(line.daysLate, view.language),
  }));

function penaltyFields(view: MessageView): MergeFields {
  const p = view.penalties;
  const money = (amount: Cents): string => formatMoney(amount, view.currency, view.language);
  const none = { interest: null, fixed_fee: null, total: null, computed_on: null, rate: null };
  const shown =
    p.mode === 'none'
      ? none
      : {
          interest: money(p.interestCents),
          fixed_fee: money(p.fixedFeeCents),
          total: money(p.totalCents),
          computed_on: formatLongDay(p.computedOn, view.language),
          rate: ratesText(p, view.language),
        };
  return { mode: p.mode, claimed: p.mode === 'claimed', sentence: penaltySentence(view), ...shown };
}

function earlierFields(view: MessageView): MergeFields {
  const of = labels(view.language).reminderBy;
  const joiner = view.language === 'fr' ? 'du' : 'of';
  const phrases = view.earlierReminders.map((r) => `${of[r.channel]} ${joiner} ${formatLongDay(r.on, view.language)}`);
  return { count: phrases.length, list: formatList(phrases.slice(-4), view.language), last: phrases.at(-1) ?? null };
}

function sumFields(view: MessageView): MergeFields {
  const money = (amount: Cents): string => formatMoney(amount, view.currency, view.language);
  const credits = sumCents(view.credits.map((credit) => credit.cents));
  return {
    total: money(view.totalCents),
    total_cents: view.totalCents,
    to_pay: money(amountToPay(view)),
    to_pay_cents: amountToPay(view),
    invoices_total: money(linesTotal(view)),
    credit_count: view.credits.length,
    credits_total: money(credits),
    currency: view.currency,
  };
}

function lineFields(view: MessageView): MergeFields {
  const dues = view.lines.map((line) => line.dueOn);
  const first = dues.reduce(minDay, dues[0] ?? view.on);
  const last = dues.reduce(maxDay, first);
  return {
    invoice_count: view.lines.length,
    invoice_numbers: numbersText(view),
    invoices: invoiceFields(view),
    first_due: formatLongDay(first, view.language),
    last_due: formatLongDay(last, view.language),
    same_due: first === last,
    oldest_days_late: Math.max(...view.lines.map((line) => line.daysLate)),
    oldest_late: daysText(Math.max(...view.lines.map((line) => line.daysLate)), view.language),
  };
}

/** Every field of `MERGE_FIELDS`, for one checked view. Texts from the data are shielded (see `shield`). */
export function mergeFields(view: MessageView): MergeFields {
  return {
    company: companyFields(view),
    customer: customerFields(view),
    greeting: greeting(view),
    on: formatLongDay(view.on, view.language),
    place: text(view.place),
    tone: view.tone,
    channel: view.channel,
    ...lineFields(view),
    ...sumFields(view),
    deadline: view.deadlineOn ? formatLongDay(view.deadlineOn, view.language) : null,
    deadline_days: view.deadlineOn ? daysBetween(view.on, view.deadlineOn) : null,
    penalties: penaltyFields(view),
    earlier: earlierFields(view),
    payment_link: view.paymentLink,
    reference: shield(view.reference),
    attachment_count: view.attachments.length,
    attachments: formatList(view.attachments.map(shield), view.language),
  };
}
