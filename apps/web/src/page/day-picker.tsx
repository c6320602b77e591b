// Day picker: as of which day a page is shown; empty means today. The calendar is fetched apart from the page.
import { lazy, Suspense, useRef } from 'react';
import { type DayPickerProps, WaitingDayField } from './day-field.tsx';

const DayCalendar = lazy(async () => ({ default: (await import('./day-calendar.tsx')).DayCalendar }));

/** `label` says what the day decides. */
export function DayPicker(props: DayPickerProps) {
  const hadFocus = useRef(false);
  return (
    <Suspense fallback={<WaitingDayField {...props} hadFocus={hadFocus} />}>
      <DayCalendar {...props} hadFocus={hadFocus} />
    </Suspense>
  );
}
