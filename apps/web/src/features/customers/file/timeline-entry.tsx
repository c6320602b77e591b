// Timeline entry: one thing that happened, as a sentence, with its author, its words and the way to its proof.
import { Group, Spoiler, Text } from '@mantine/core';
import { documents, type TimelineKind, type TimelineLine } from '@quittance/contracts/api';
import { Amount, DayText } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import {
  ArrowLeftRight,
  Ban,
  FileText,
  type LucideIcon,
  Mail,
  Paperclip,
  Phone,
  Receipt,
  StickyNote,
  Undo2,
  Upload,
  UserCog,
  Wallet,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { download } from '../../../api/index.ts';
import { type Say, sayCode, useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { useActor } from '../../../session/index.ts';

const ICON = 16;
const ICONS: Readonly<Record<TimelineKind, LucideIcon>> = {
  message: Mail,
  call: Phone,
  payment: Wallet,
  allocation: ArrowLeftRight,
  invoice: Receipt,
  credit_note: Undo2,
  hold: Ban,
  note: StickyNote,
  document: Paperclip,
  import: Upload,
  change: UserCog,
};

// What the books date: the instant it was brought in says nothing of it.
const OF_THE_BOOKS: ReadonlySet<TimelineKind> = new Set(['payment', 'allocation', 'invoice', 'credit_note']);

type Facts = Readonly<{
  t: Say;
  nameOf: (email: string) => string;
  day: (day: string) => string;
  money: (cents: number, currency: string) => string;
}>;

/** A value of a field that people change, in words. */
function wordOf(code: string, value: string | null, { t, money, nameOf }: Facts): string {
  if (value === null || value === '') return t('timeline.nothing');
  if (code === 'kind') return t(`words:kind.${value}`);
  if (code === 'owner') return nameOf(value);
  if (code === 'language') return t(`words:language.${value}`);
  if (code === 'scenario') return sayCode(t, `words:scenario.${value}`, 'timeline.otherScenario');
  return code === 'limit' ? money(Number(value), 'EUR') : value;
}

const changeOf = ({ code, label, before, after }: TimelineLine, facts: Facts): string => {
  const { t } = facts;
  if (code.startsWith('contact.')) return t(`timeline.contact.${code.slice('contact.'.length)}`, { name: label });
  const said = { before: wordOf(code, before, facts), after: wordOf(code, after, facts) };
  return t('timeline.changed', { field: sayCode(t, `timeline.field.${code}`, 'words:empty'), ...said });
};

/** Natures of credits that close a difference. */
const CLOSING: ReadonlySet<string> = new Set(['write_off', 'discount', 'bank_fee', 'exchange', 'waiver']);

/** What happened, as one sentence. */
function sentenceOf(line: TimelineLine, facts: Facts): string {
  const { t, day } = facts;
  const { kind, code, state, label, after } = line;
  if (kind === 'change') return changeOf(line, facts);
  if (kind === 'message') {
    const channel = t(`words:channel.${code}`);
    return label ? t('timeline.message', { channel, label }) : channel;
  }
  if (kind === 'call') return sayCode(t, `timeline.outcome.${state}`, 'timeline.kinds.call');
  if (kind === 'payment') return t(`timeline.payment.${code}`, { label });
  if (kind === 'allocation') return t(state === 'undone' ? 'timeline.unallocated' : 'timeline.allocated', { label });
  if (kind === 'hold') {
    const reason = sayCode(t, `words:reason.${state}`, 'words:empty').toLowerCase();
    if (code === 'lifted') return t('timeline.lifted', { reason });
    return after ? t('timeline.heldUntil', { reason, day: day(after) }) : t('timeline.held', { reason });
  }
  if (kind === 'note') return label ? t('timeline.noteOn', { label }) : t('timeline.note');
  if (kind === 'invoice' && code === 'late_fee') return t('timeline.lateFee', { label });
  if (kind === 'credit_note' && CLOSING.has(code)) return t(`timeline.closed.${code}`, { label });
  return t(`timeline.${kind}`, { label });
}

function Proof({ line, children }: Readonly<{ line: TimelineLine; children: ReactNode }>) {
  const toast = useToast();
  const { ref } = line;
  if (ref === null || ref.kind === 'note' || ref.kind === 'hold') return <span>{children}</span>;
  const id = String(ref.id);
  if (ref.kind === 'action')
    return (
      <Link to="/outbox" search={{ action: id }}>
        {children}
      </Link>
    );
  if (ref.kind === 'invoice')
    return (
      <Link to="/invoices/$invoiceId" params={{ invoiceId: id }}>
        {children}
      </Link>
    );
  if (ref.kind === 'import')
    return (
      <Link to="/imports" search={{ import: id }}>
        {children}
      </Link>
    );
  const open = () => void download(documents.open, { params: { documentId: ref.id } }).catch(toast.refused);
  return (
    <button type="button" className="q-link" onClick={open}>
      {children}
    </button>
  );
}

/** One line of the list. */
export function TimelineEntry({ line, nameOf }: Readonly<{ line: TimelineLine; nameOf: (email: string) => string }>) {
  const { t } = useWords('customers');
  const { day, money, instant } = useFormats();
  const actorOf = useActor();
  const Icon = ICONS[line.kind] ?? FileText;
  const state = line.kind === 'message' ? sayCode(t, `timeline.state.${line.state}`, 'words:empty') : '';
  return (
    <li>
      <Icon size={ICON} aria-hidden className="q-timeline-icon" />
      <div className="q-timeline-body">
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            <Proof line={line}>{sentenceOf(line, { t, nameOf, day, money })}</Proof>
          </Text>
          {line.cents !== null && line.currency !== null && (
            <Text size="sm" flex="none" component="div">
              <Amount cents={line.cents} currency={line.currency} />
            </Text>
          )}
        </Group>
        <Text size="xs" c="dimmed" component="div">
          {line.at && !OF_THE_BOOKS.has(line.kind) ? instant(line.at) : <DayText day={line.on} />}
          {line.author && ` · ${actorOf(line.author)}`}
          {state && ` · ${state}`}
        </Text>
        {line.text && (
          <Spoiler maxHeight={66} showLabel={t('timeline.more')} hideLabel={t('timeline.less')} mt={4}>
            <Text size="sm" c="dimmed" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {line.text}
            </Text>
          </Spoiler>
        )}
      </div>
    </li>
  );
}
