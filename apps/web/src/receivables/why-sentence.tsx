// Why: the answer to "why is it, or isn't it, chased?" as one sentence with the rule behind it.
import { Text } from '@mantine/core';
import type { ChaseWhy } from '@quittance/contracts/api';
import { type Say, sayCode, useFormats, useWords } from '../i18n/index.ts';

const NEXT_STEP: ReadonlySet<string> = new Set([
  'not_due_yet',
  'waiting_next_step',
  'min_gap',
  'quiet_day',
  'weekly_cap',
]);

/** What waits for its day says so in one short sentence: most of a healthy list reads like this. */
const SHORT: Readonly<Partial<Record<string, string>>> = {
  waiting_next_step: 'words:why.waitingNext',
  not_due_yet: 'words:why.notDueYet',
};

type Facts = Readonly<{ t: Say; day: (day: string) => string }>;

/** The sentence of a receivable. */
export function whyWords(why: ChaseWhy, { t, day }: Facts): string {
  if (why.outcome === 'closed') return t('words:why.closed');
  if (why.outcome === 'action')
    return t('words:why.action', {
      step: sayCode(t, `words:step.${why.step}`, 'words:empty'),
      channel: t(`words:channel.${why.channel}`).toLowerCase(),
      rule: t(`words:rule.${why.rule ?? 'R2'}`),
    });
  const because = t(`words:because.${why.reason ?? 'waiting_next_step'}`);
  if (!why.until) return t('words:why.hold', { because });
  const short = SHORT[why.reason ?? ''];
  if (short) return t(short, { until: day(why.until) });
  const isNext = why.reason !== null && NEXT_STEP.has(why.reason);
  return t(isNext ? 'words:why.nextOn' : 'words:why.holdUntil', { because, until: day(why.until) });
}

/** The sentence, with the note of whoever held it. */
export function WhySentence({ why }: Readonly<{ why: ChaseWhy }>) {
  const { t } = useWords();
  const { day } = useFormats();
  return (
    <Text size="sm" maw="60ch">
      {whyWords(why, { t, day })}
      {why.note && ` ${t('why.note', { note: why.note })}`}
    </Text>
  );
}
