// Day field: what the field of a day looks like, and how it stands while its calendar is fetched.
import { TextInput } from '@mantine/core';
import { CalendarDays } from 'lucide-react';
import type { RefObject } from 'react';
import { useFormats, useWords } from '../i18n/index.ts';

const ICON = 16;

/** `min` is the first day that can be chosen; `placeholder` says what no day means. */
export type DayPickerProps = Readonly<{
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
  min?: string;
  placeholder?: string;
}>;

/** Whether the waiting field was being looked at when the calendar came: the focus stays where it was. */
export type HadFocus = RefObject<boolean>;

/** Name, hint, icon and width of the field, the same before and after its calendar is there. */
export function useDayField({ label, placeholder }: DayPickerProps) {
  const { t } = useWords();
  return {
    'aria-label': label,
    placeholder: placeholder ?? t('day.today'),
    leftSection: <CalendarDays size={ICON} aria-hidden />,
    w: { base: '100%', xs: 180 },
  };
}

/** The field before its calendar is there: it shows its day, cannot be typed in yet, and says when somebody comes near it. */
export function WaitingDayField({
  hadFocus,
  onNear,
  ...props
}: DayPickerProps & Readonly<{ hadFocus: HadFocus; onNear: () => void }>) {
  const { day } = useFormats();
  return (
    <TextInput
      {...useDayField(props)}
      readOnly
      value={props.value ? day(props.value).replace(/^(?=\d )/, '0') : ''}
      onPointerEnter={onNear}
      onFocus={() => {
        hadFocus.current = true;
        onNear();
      }}
      onBlur={() => {
        hadFocus.current = false;
      }}
    />
  );
}
