// DayText: a calendar day as the reader's language writes it.
import type { Day } from '@quittance/core/kernel';
import { formatDay, formatLongDay } from '@quittance/core/letters';
import { useLanguage } from '../language/index.ts';

/** `12/03/2027` (`12 Mar 2027` in English); `long` for prose. An absent day is a dash. */
export function DayText({ day, long }: Readonly<{ day: string | null; long?: boolean }>) {
  const language = useLanguage();
  if (!day) return <span>–</span>;
  const shown = long ? formatLongDay(day as Day, language) : formatDay(day as Day, language);
  return (
    <time className="q-day" dateTime={day}>
      {shown}
    </time>
  );
}
