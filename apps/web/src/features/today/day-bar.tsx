// Day bar: which day is looked at. Today's plan is to be decided; another day's is only read: what left, or what would come.
import { ActionIcon, Button } from '@mantine/core';
import { addDays, type Day } from '@quittance/core/kernel';
import { DayText } from '@quittance/ui/values';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { DayPicker } from '../../page/index.ts';
import { localToday } from '../../receivables/index.ts';

const ICON = 18;

/** `planOn` is the day of the plan to decide; `onDay` gets none for it. */
export function DayBar({
  on,
  planOn,
  onDay,
}: Readonly<{ on: string; planOn: string; onDay: (day: string | undefined) => void }>) {
  const { t } = useWords('today');
  const go = (day: string | undefined) => onDay(day === planOn ? undefined : day);
  return (
    <div className="q-daybar">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('day.before')}
        onClick={() => go(addDays((on > planOn || on <= localToday() ? on : planOn) as Day, -1))}
      >
        <ChevronLeft size={ICON} aria-hidden />
      </ActionIcon>
      <div className="q-daypick">
        <DayPicker label={t('day.which')} placeholder={t('day.plan')} value={on} onChange={go} />
      </div>
      <ActionIcon variant="default" size="lg" aria-label={t('day.after')} onClick={() => go(addDays(on as Day, 1))}>
        <ChevronRight size={ICON} aria-hidden />
      </ActionIcon>
      {on !== planOn && (
        <Button variant="subtle" onClick={() => onDay(undefined)}>
          {t('day.back')}
        </Button>
      )}
      <span className="q-longday">
        {on === planOn && planOn > localToday() && `${t('nextWorked')} `}
        <DayText day={on} long />
      </span>
    </div>
  );
}
