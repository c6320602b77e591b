// Why line: the reason of an action in a sentence: its place on the ladder, since what, for how much, when it leaves.
import { Tooltip } from '@mantine/core';
import type { PlannedActionView } from '@quittance/contracts/api';
import { type Day, daysBetween } from '@quittance/core/kernel';
import { sayCode, useFormats, useWords } from '../../../i18n/index.ts';

/** What of the plan a sentence needs. */
export type PlanMoment = Readonly<{ on: Day; leavesAt: string; testMode: boolean }>;

const mostLate = (action: PlannedActionView): number =>
  Math.max(...action.items.filter(({ advances }) => advances).map(({ daysLate }) => daysLate), 0);

/** The hour as it is said: 9 h, 9 h 30; 9:00, 9:30. */
function hourText(at: Date, language: 'fr' | 'en'): string {
  const minutes = at.getMinutes();
  const padded = String(minutes).padStart(2, '0');
  if (language === 'en') return `${at.getHours()}:${padded}`;
  return minutes === 0 ? `${at.getHours()} h` : `${at.getHours()} h ${padded}`;
}

const localDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

const HANDED: ReadonlySet<string> = new Set(['call', 'task']);

/** When an action approved now leaves, in words. */
export function useLeaving(): (moment: PlanMoment, channel: string) => string {
  const { t, language } = useWords('today');
  const { day } = useFormats();
  return ({ on, leavesAt, testMode }, channel) => {
    const at = new Date(leavesAt);
    if (HANDED.has(channel)) return t('why.handed');
    if (testMode) return t('why.rehearsed');
    if (at.getTime() <= Date.now() + 60_000) return t('why.leavesNow');
    const hour = hourText(at, language);
    return localDay(at) === on ? t('why.leavesAt', { hour }) : t('why.leavesOn', { day: day(localDay(at)), hour });
  };
}

/** "Niveau 2 sur 6 (relance ferme) : 12 jours après le niveau 1". */
export function useReason(): (action: PlannedActionView, on: string) => string {
  const { t } = useWords('today');
  return (action, on) => {
    const { level, levels, previousLevel, previousOn, step, tone } = action;
    const words = sayCode(t, `words:step.${step}`, `words:tone.${tone}`).toLowerCase();
    const place = t('why.place', { level, levels, step: words });
    if (previousLevel !== null && previousOn !== null) {
      const days = daysBetween(previousOn, on as Day);
      return `${place}${t('words:colon')} ${t('why.afterLevel', { count: days, level: previousLevel })}`;
    }
    const late = mostLate(action);
    if (late > 0) return `${place}${t('words:colon')} ${t('why.afterDue', { count: late })}`;
    const ahead = Math.min(...action.items.map(({ dueOn }) => daysBetween(on as Day, dueOn)));
    return `${place}${t('words:colon')} ${ahead > 0 ? t('why.beforeDue', { count: ahead }) : t('why.dueToday')}`;
  };
}

/** Two lines: why, then what and when. */
export function WhyLine({ action, moment }: Readonly<{ action: PlannedActionView; moment: PlanMoment }>) {
  const { t } = useWords('today');
  const { money } = useFormats();
  const reasonOf = useReason();
  const leaving = useLeaving();
  const credits = action.credits.length > 0 ? `, ${t('credits', { count: action.credits.length })}` : '';
  const what = `${t('invoicesOf', { count: action.items.length })}${credits}, ${money(action.totalCents, action.currency)}`;
  const scenario = t('scenarioOf', { scenario: sayCode(t, `words:scenario.${action.scenario}`, 'words:empty') });
  return (
    <Tooltip
      multiline
      maw={360}
      label={`${t('rule', { rule: action.rule, words: t(`words:rule.${action.rule}`) })} ${scenario}`}
    >
      <div className="q-why">
        <span>{reasonOf(action, moment.on)}</span>
        <small>
          {what}
          {t('words:semicolon')} {leaving(moment, action.channel)}
        </small>
      </div>
    </Tooltip>
  );
}
