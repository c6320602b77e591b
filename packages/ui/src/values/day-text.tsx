// DayText: a calendar day as the reader's language writes it.
import type { Day } from '@quittance/core/kernel';
import { formatDay, formatLongDay } from '@quittance/core/letters';
import { useLanguage } from '../language/index.ts';

const WEEKDAYS = {
  fr: new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }),
} as const;

/** `12/03/2027` (`12 Mar 2027` in English); `long` as `vendredi 12 mars 2027`. An absent day is a dash. */
export function DayText({ day, long }: Readonly<{ day: string | null; long?: boolean }>) {
  const language = useLanguage();
  if (!day) return <span>–</span>;
  const shown = long
    ? `${WEEKDAYS[language].format(new Date(`${day}T00:00:00Z`))} ${formatLongDay(day as Day, language)}`
    : formatDay(day as Day, language);
  return (
    <time className="q-day" dateTime={day}>
      {shown}
    </time>
  );
}
