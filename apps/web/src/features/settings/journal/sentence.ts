// Sentence: a line of the journal as a sentence with its facts: who did what to what, until when, and why.
import type { JournalEvent } from '@quittance/contracts/api';
import { type Formats, type Say, sayCode, useFormats, useWords } from '../../../i18n/index.ts';
import { useActor } from '../../../session/index.ts';

type Facts = Readonly<Record<string, unknown>>;
type Teller = Readonly<{ t: Say; formats: Formats; language: string; actorOf: (actor: string) => string }>;

const NAMED = 3;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const partOf = (value: unknown): Facts => (typeof value === 'object' && value !== null ? (value as Facts) : {});
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

const LISTS = ['actions', 'done', 'holdIds'];

/** How many things were decided at once; null for a line about one thing. */
function countOf(facts: Facts): number | null {
  for (const key of LISTS) {
    const value = facts[key];
    if (Array.isArray(value)) return value.length;
    if (typeof value === 'number') return value;
  }
  return null;
}

const centsOf = ({ totalCents, cents, parts }: Facts): number =>
  Array.isArray(parts)
    ? parts.reduce((sum: number, part) => sum + numberOf(partOf(part).cents), 0)
    : numberOf(totalCents ?? cents);

function whatOf({ invoices, subject, subjectName }: JournalEvent, { t, language }: Teller): string {
  if (invoices.length > 0) {
    const named = new Intl.ListFormat(language).format(invoices.slice(0, NAMED));
    const list = invoices.length > NAMED ? t('part.more', { list: invoices.slice(0, NAMED).join(', ') }) : named;
    return t('part.invoices', { count: invoices.length, list });
  }
  const isCompany = subject.startsWith('company:');
  return subjectName && !isCompany ? t('part.customer', { name: subjectName }) : t('part.some');
}

function untilOf(facts: Facts, { t, formats }: Teller): string {
  const until = 'untilOn' in facts ? facts.untilOn : facts.after;
  return isDay(until) ? t('part.until', { day: formats.day(until) }) : t('part.open');
}

/** The reason in words, then what was noted by hand. */
function whyOf({ reason, note }: Facts, { t, language }: Teller): string {
  const code = textOf(reason);
  const said = code && sayCode(t, `words:reason.${code}`, 'words:empty');
  const known = said === t('words:empty') ? code : said.charAt(0).toLocaleLowerCase(language) + said.slice(1);
  const noted = textOf(note).trim();
  if (!known && !noted) return '';
  return t('part.why', { reason: known && noted ? t('part.noted', { reason: known, note: noted }) : known || noted });
}

/** A call is made, a message leaves. */
const keyOf = ({ kind, facts }: JournalEvent): string =>
  kind === 'action.sent' && facts.channel === 'call' ? 'action.called' : kind;

function personOf({ facts, subjectName }: JournalEvent): string {
  const { name, email } = facts;
  return textOf(name) || subjectName || textOf(email);
}

function valuesOf(event: JournalEvent, teller: Teller): Facts {
  const { t, formats, language, actorOf } = teller;
  const { facts, subject, subjectName } = event;
  const role = textOf(facts.role ?? partOf(facts.after).role);
  const errors = numberOf(facts.errors);
  const day = (value: unknown) => (isDay(value) ? formats.day(value) : t('words:empty'));
  return {
    ...{ added: numberOf(facts.added), superseded: numberOf(facts.superseded), approved: numberOf(facts.approved) },
    ...{ looked: numberOf(facts.looked), applied: numberOf(facts.applied), suggested: numberOf(facts.suggested) },
    payer: textOf(facts.name) || textOf(facts.iban) || t('words:empty'),
    who: actorOf(event.author),
    what: whatOf(event, teller),
    until: untilOf(facts, teller),
    why: whyOf(facts, teller),
    on: day(facts.on),
    end: day(facts.until),
    name: (event.kind.startsWith('document.') && textOf(facts.name)) || (subjectName ?? t('words:empty')),
    person: personOf(event),
    role: role && sayCode(t, `words:userRole.${role}`, 'words:empty'),
    channel: sayCode(t, `words:channel.${textOf(facts.channel)}`, 'words:empty').toLocaleLowerCase(language),
    amount: formats.money(centsOf(facts), textOf(facts.currency) || 'EUR'),
    mode: facts.test === true ? t('part.test') : '',
    file: subjectName ?? textOf(facts.file),
    errors: errors > 0 ? t('part.errors', { count: errors }) : '',
    after: textOf(facts.after),
    id: subject.slice(subject.indexOf(':') + 1),
    kind: sayCode(t, `journal:kind.${event.kind}`, 'kind.other'),
  };
}

/** Says a line; a kind newer than these words is named with its author. */
export function useSentence(): (event: JournalEvent) => string {
  const { t, language } = useWords('journal');
  const teller = { t, language, formats: useFormats(), actorOf: useActor() };
  return (event) => {
    const values = valuesOf(event, teller);
    const count = countOf(event.facts);
    return sayCode(t, `journal:says.${keyOf(event)}`, 'says.other', count === null ? values : { ...values, count });
  };
}
