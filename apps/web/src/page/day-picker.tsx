// Day picker: as of which day a page is shown; empty means today.
import { DateInput } from '@mantine/dates';
import { CalendarDays } from 'lucide-react';
import { useWords } from '../i18n/index.ts';

const ICON = 16;

/** `min` is the first day that can be chosen; `placeholder` says what no day means. */
export type DayPickerProps = Readonly<{
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
  min?: string;
  placeholder?: string;
}>;

/** `label` says what the day decides. */
export function DayPicker({ label, value, onChange, min, placeholder }: DayPickerProps) {
  const { t, language } = useWords();
  return (
    <DateInput
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
