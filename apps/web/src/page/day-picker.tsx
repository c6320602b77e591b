// Day picker: as of which day a page is shown; empty means today. The calendar is fetched apart from the page: when the field is gone
// to, or once the page has been quiet, so that it keeps nothing else waiting.
import { lazy, Suspense, useRef, useState } from 'react';
import { type DayPickerProps, WaitingDayField } from './day-field.tsx';
import { useLater } from './later.ts';

let isFetched = false;
const fetchCalendar = async () => {
  const { DayCalendar } = await import('./day-calendar.tsx');
  isFetched = true;
  return { default: DayCalendar };
};
const DayCalendar = lazy(fetchCalendar);

/** `label` says what the day decides. */
export function DayPicker(props: DayPickerProps) {
  const hadFocus = useRef(false);
  const [isNear, setNear] = useState(isFetched);
  const isWanted = useLater(isNear);
  const waiting = <WaitingDayField {...props} hadFocus={hadFocus} onNear={() => setNear(true)} />;
  return isWanted ? (
    <Suspense fallback={waiting}>
      <DayCalendar {...props} hadFocus={hadFocus} />
    </Suspense>
  ) : (
    waiting
  );
}
