// Timeline: everything that happened to the invoice, newest first, each in a sentence with its day and author.
import { Stack, Text } from '@mantine/core';
import { type InvoiceEvent, type InvoiceView, invoices } from '@quittance/contracts/api';
import { DayText } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { type Formats, type Say, sayCode, useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useActor } from '../../../session/index.ts';
import { Section } from './figure.tsx';

type Facts = Readonly<{ currency: string; t: Say; formats: Formats }>;

/** The sentence of one event. */
function eventWords(event: InvoiceEvent, { currency, t, formats }: Facts): string {
  const { kind, text, code, state, untilOn, cents } = event;
  const facts = {
    text,
    amount: cents === null ? '' : formats.money(cents, currency),
    until: untilOn ? formats.day(untilOn) : '',
    reason: code ? sayCode(t, `words:reason.${code}`, 'words:nothing') : '',
  };
  if (kind === 'reminder') {
    const tone = sayCode(t, `words:tone.${text}`, 'words:empty');
    const channel = sayCode(t, `words:channel.${code}`, 'words:empty').toLowerCase();
    return t('event.reminder', {
      tone,
      channel,
      state: sayCode(t, `words:state.${state}`, 'words:nothing').toLowerCase(),
    });
  }
  if (kind === 'due_changed') return t('event.due_changed', { ...facts, from: state ? formats.day(state) : '' });
  if (kind === 'document') return t(`event.document_${code}`, facts);
  if (kind === 'call')
    return t('event.call', { ...facts, outcome: sayCode(t, `callOutcome.${code}`, 'words:nothing') });
  if (kind === 'hold') return t(untilOn ? 'event.holdUntil' : 'event.hold', facts);
  return t(`event.${kind}`, facts);
}

const REMARKED: ReadonlySet<string> = new Set(['due_changed', 'discount_agreed', 'discount_removed', 'hold', 'call']);

/** What a person wrote beside the fact. */
const remark = ({ kind, text, state }: InvoiceEvent): string => {
  if (kind === 'undone') return state ?? '';
  return REMARKED.has(kind) ? text : '';
};

function Event({ event, currency }: Readonly<{ event: InvoiceEvent; currency: string }>) {
  const { t } = useWords('invoices');
  const formats = useFormats();
  const actorOf = useActor();
  const words = eventWords(event, { currency, t, formats });
  const note = remark(event);
  return (
    <li className="q-event">
      <DayText day={event.on} />
      <span>
        {event.kind === 'reminder' && event.actionId ? (
          <Link to="/outbox" search={{ action: String(event.actionId) }}>
            {words}
          </Link>
        ) : (
          words
        )}
        {note && `${t('words:colon')} ${note}`}
        {event.author && (
          <Text span size="xs" c="dimmed">
            {' '}
            · {actorOf(event.author)}
          </Text>
        )}
      </span>
    </li>
  );
}

/** The section. */
export function Timeline({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const answer = useRead(invoices.timeline, { params: { invoiceId: invoice.invoiceId } }, { keep: true });
  return (
    <Section title={t('event.title')}>
      <Answer of={answer}>
        {({ items }) => (
          <Stack component="ol" gap={4} className="q-events">
            {items.map((event, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: events have no id of their own, and the whole list is replaced at once
              <Event key={index} event={event} currency={invoice.currency} />
            ))}
          </Stack>
        )}
      </Answer>
    </Section>
  );
}
