// Notice words: a notice as a sentence, and the place where what it tells is mended.
import type { NoticeView } from '@quittance/contracts/api';
import { useFormats, useWords } from '../../i18n/index.ts';

/** Where each kind is mended. */
const PLACES: Readonly<Record<NoticeView['kind'], string>> = {
  messages_failed: '/outbox?state=failed',
  messages_uncertain: '/outbox?state=uncertain',
  contacts_to_repair: '/today?tab=tasks',
  payments_returned: '/today?tab=tasks',
  books_ageing: '/imports',
  plan_held: '/imports',
  matching_owed: '/cash',
  import_finished: '/imports',
  import_failed: '/imports',
  rate_missing: '/settings/rates',
  formal_deadline: '/today?tab=tasks',
  claims_ending: '/invoices?status=overdue&sort=due',
  test_mode_waiting: '/outbox?state=sent&test=true',
};

/** The address where a notice is mended. */
export const placeOf = ({ kind, facts }: NoticeView): string => {
  if (kind === 'import_finished' || kind === 'import_failed') return `/imports?job=${facts.jobId}`;
  return kind === 'test_mode_waiting' ? `${PLACES[kind]}&from=${facts.from}` : PLACES[kind];
};

/** Where several sentences fit a kind, the ending of the one that does. */
const endingOf = ({ kind, facts }: NoticeView): string => {
  if (kind === 'import_finished') return facts.errors ? '_errors' : '';
  if (kind === 'rate_missing') return facts.isInForce ? '' : '_soon';
  return kind === 'formal_deadline' && facts.isPast ? '_past' : '';
};

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Sentences and links in the reader's language. */
export function useNoticeWords() {
  const { t } = useWords('notices');
  const { day } = useFormats();
  const halfYear = (code: string) => t(`halfYear.${code.slice(4)}`, { year: code.slice(0, 4) });
  const shown = (name: string, value: string | number | null) => {
    if (name === 'halfYear') return halfYear(String(value));
    return typeof value === 'string' && IS_DAY.test(value) ? day(value) : value;
  };
  const sentence = (notice: NoticeView): string => {
    const facts = Object.entries(notice.facts).map(([name, value]) => [name, shown(name, value)]);
    const count = notice.kind === 'import_finished' ? notice.facts.errors : notice.count;
    return t(`kind.${notice.kind}${endingOf(notice)}`, { ...Object.fromEntries(facts), count });
  };
  const link = ({ kind }: NoticeView): string => t(`go.${kind}`);
  return { sentence, link };
}
