// Day picker: as of which day a page is shown; empty means today. The calendar is fetched apart from the page: when the field is gone
// to, or once the page stands, so that it keeps nothing else waiting.
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type DayPickerProps, WaitingDayField } from './day-field.tsx';

let isFetched = false;
const fetchCalendar = async () => {
  const { DayCalendar } = await import('./day-calendar.tsx');
  isFetched = true;
  return { default: DayCalendar };
};
const DayCalendar = lazy(fetchCalendar);
/** How long the rest of the page goes first, in milliseconds. */
const GO_FIRST = 1_000;

/** `label` says what the day decides. */
export function DayPicker(props: DayPickerProps) {
  const hadFocus = useRef(false);
  const [isWanted, setWanted] = useState(isFetched);
  const want = () => setWanted(true);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), GO_FIRST);
    return () => clearTimeout(timer);
  }, []);
  const waiting = <WaitingDayField {...props} hadFocus={hadFocus} onNear={want} />;
  return isWanted ? (
    <Suspense fallback={waiting}>
      <DayCalendar {...props} hadFocus={hadFocus} />
    </Suspense>
  ) : (
    waiting
  );
}
