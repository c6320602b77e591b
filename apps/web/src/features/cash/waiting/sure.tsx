// Sure: how sure an explanation is, in a word and a figure.
import type { ExplanationView } from '@quittance/contracts/api';
import { type Mood, StatusBadge } from '@quittance/ui/values';
import { useWords } from '../../../i18n/index.ts';

const PERCENT = 100;
// Above: applied alone by the shipped policy; a person's glance; a question.
const CERTAIN = 0.995;
const LIKELY = 0.8;

/** `certain`, `likely`, `doubtful`. */
const wordOf = (confidence: number): 'certain' | 'likely' | 'doubtful' => {
  if (confidence >= CERTAIN) return 'certain';
  return confidence >= LIKELY ? 'likely' : 'doubtful';
};

const MOODS: Readonly<Record<ReturnType<typeof wordOf>, Mood>> = { certain: 'good', likely: 'plain', doubtful: 'warn' };

/** Never 100 %: the figure is rounded down to a tenth. */
export function Sure({ of }: Readonly<{ of: Pick<ExplanationView, 'confidence'> | null }>) {
  const { t, language } = useWords('cash');
  if (!of) return <StatusBadge>{t('sure.none')}</StatusBadge>;
  const word = wordOf(of.confidence);
  const share = Math.min(Math.floor(of.confidence * PERCENT * 10) / 10, 99.9);
  const figure = share.toLocaleString(language, { maximumFractionDigits: 1 });
  return <StatusBadge mood={MOODS[word]}>{t(`sure.${word}`, { share: figure })}</StatusBadge>;
}
