// Month: its days in weeks, each said in words: worked, week-end, holiday, closed by the company.
import { ActionIcon, Group, Text, VisuallyHidden } from '@mantine/core';
import { type Calendar, frenchHolidays, isWorkedDay } from '@quittance/core/calendar';
import { addDays, addMonths, type Day, weekday } from '@quittance/core/kernel';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';

const ICON = 18;
const WEEK = 7;

const monthName = (first: Day, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(first));

const weekdayName = (on: Day, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(on));

/** Days of the month, with those of the weeks it begins and ends in. */
function weeksOf(first: Day): Day[][] {
  const start = addDays(first, 1 - weekday(first));
  const end = addMonths(first, 1);
  const weeks: Day[][] = [];
  for (let at = start; at < end; at = addDays(at, WEEK)) {
    weeks.push(Array.from({ length: WEEK }, (_, i) => addDays(at, i)));
  }
  return weeks;
}

const SATURDAY = 6;

/** `first` is the first day of the month; a click on a day that can be worked turns it. */
export function Month({
  first,
  calendar,
  onMonth,
  onDay,
}: Readonly<{
  first: Day;
  calendar: Calendar;
  onMonth: (first: Day) => void;
  onDay?: ((on: Day) => void) | undefined;
}>) {
  const { t, language } = useWords('calendar');
  const weeks = weeksOf(first);
  const month = monthName(first, language);
  const year = Number(first.slice(0, 4));
  const holidays = new Map(frenchHolidays(year, calendar.alsaceMoselle).map(({ on, code }) => [on, code]));
  const stateOf = (on: Day): string => {
    const holiday = holidays.get(on);
    if (holiday) return t(`holiday.${holiday}`);
    if (weekday(on) >= SATURDAY) return t('weekend');
    return t(isWorkedDay(on, calendar) ? 'worked' : 'closed');
  };
  const canTurn = (on: Day) => !holidays.has(on) && weekday(on) < SATURDAY;
  const classOf = (on: Day) =>
    calendar.closedDays.includes(on) && canTurn(on)
      ? 'q-calendar-day q-calendar-day-closed'
      : isWorkedDay(on, calendar)
        ? 'q-calendar-day'
        : 'q-calendar-day q-calendar-day-off';
  return (
    <section aria-label={t('month')}>
      <Group gap="xs" mb="xs">
        <ActionIcon variant="default" aria-label={t('previousMonth')} onClick={() => onMonth(addMonths(first, -1))}>
          <ChevronLeft size={ICON} aria-hidden />
        </ActionIcon>
        <Text fw={600} className="q-month" aria-live="polite">
          {month}
        </Text>
        <ActionIcon variant="default" aria-label={t('nextMonth')} onClick={() => onMonth(addMonths(first, 1))}>
          <ChevronRight size={ICON} aria-hidden />
        </ActionIcon>
      </Group>
      <table className="q-calendar">
        <thead>
          <tr>
            {weeks[0]?.map((on) => (
              <th key={on} scope="col">
                {weekdayName(on, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((on) => (
                <td key={on}>
                  {on.slice(0, 7) === first.slice(0, 7) && (
                    <button
                      type="button"
                      className={classOf(on)}
                      title={stateOf(on)}
                      aria-pressed={canTurn(on) ? calendar.closedDays.includes(on) : undefined}
                      disabled={!onDay || !canTurn(on)}
                      onClick={() => onDay?.(on)}
                    >
                      <span>{Number(on.slice(8))}</span>
                      <VisuallyHidden>{t('say', { month, state: stateOf(on) })}</VisuallyHidden>
                      <small aria-hidden>
                        {isWorkedDay(on, calendar) || weekday(on) >= SATURDAY ? '' : stateOf(on)}
                      </small>
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
