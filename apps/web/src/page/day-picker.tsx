// Day picker: as of which day a page is shown; empty means today. A day is chosen in the calendar or typed as people write it.
import { DateInput } from '@mantine/dates';
import { CalendarDays } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { isWholeDay, readTypedDay, useWords } from '../i18n/index.ts';

const ICON = 16;

/** `min` is the first day that can be chosen; `placeholder` says what no day means. */
export type DayPickerProps = Readonly<{
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
  min?: string;
  placeholder?: string;
}>;

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

/** `label` says what the day decides. */
export function DayPicker(props: DayPickerProps) {
  const { label, value, onChange, min, placeholder } = props;
  const { t, language } = useWords();
  const typing = useTyping(props);
  return (
    <DateInput
      {...typing}
      dateParser={(typed) => (isWholeDay(typed) && readTypedDay(typed)) || null}
      aria-label={label}
      placeholder={placeholder ?? t('day.today')}
      valueFormat={language === 'fr' ? 'DD/MM/YYYY' : 'DD MMM YYYY'}
      value={value ?? null}
      onChange={(day) => onChange(day ?? undefined)}
      clearable
      clearButtonProps={{ 'aria-label': t('do.clear') }}
      leftSection={<CalendarDays size={ICON} aria-hidden />}
      {...(min ? { minDate: min } : {})}
      w={{ base: '100%', xs: 180 }}
    />
  );
}
