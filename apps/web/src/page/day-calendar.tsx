// Day calendar: the field of a day with its calendar, which is fetched when a day is first asked for.
import 'dayjs/locale/fr';
import { DateInput, DatesProvider } from '@mantine/dates';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isWholeDay, readTypedDay, useWords } from '../i18n/index.ts';
import { type DayPickerProps, type HadFocus, useDayField } from './day-field.tsx';

const MONDAY = 1;

/** What is typed counts as soon as it is a whole day, and a shorter way of writing on Enter and when the field is left. */
function useTyping({ value, onChange, min }: DayPickerProps) {
  const [isShut, setShut] = useState(false);
  const take = (typed: string) => {
    const day = readTypedDay(typed);
    if (day && day !== value && (!min || day >= min)) onChange(day);
  };
  return {
    popoverProps: isShut ? { opened: false } : {},
    onClick: () => setShut(false),
    onInput: () => setShut(false),
    onBlur: (event: { currentTarget: HTMLInputElement }) => {
      setShut(false);
      take(event.currentTarget.value);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key !== 'Enter') return;
      take(event.currentTarget.value);
      setShut(true);
    },
  };
}

/** A day is chosen in the calendar or typed as people write it. */
export function DayCalendar({ hadFocus, ...props }: DayPickerProps & Readonly<{ hadFocus: HadFocus }>) {
  const { value, onChange, min } = props;
  const { t, language } = useWords();
  const typing = useTyping(props);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (hadFocus.current) input.current?.focus();
  }, [hadFocus]);
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: MONDAY }}>
      <DateInput
        {...typing}
        {...useDayField(props)}
        ref={input}
        dateParser={(typed) => (isWholeDay(typed) && readTypedDay(typed)) || null}
        valueFormat={language === 'fr' ? 'DD/MM/YYYY' : 'DD MMM YYYY'}
        value={value ?? null}
        onChange={(day) => onChange(day ?? undefined)}
        clearable
        clearButtonProps={{ 'aria-label': t('do.clear') }}
        {...(min ? { minDate: min } : {})}
      />
    </DatesProvider>
  );
}
