// Later: parts that are only needed later are fetched once the screen is there, so that they do not slow what is asked for now.
import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const QUIET_MS = 1_000;

/** Whether such a part is to be drawn: since it was first needed, or since nothing was read for a second. Once true it stays so. */
export function useLater(isNeeded: boolean): boolean {
  const [isTime, setTime] = useState(isNeeded);
  const isReading = useIsFetching() > 0;
  if (isNeeded && !isTime) setTime(true);
  useEffect(() => {
    if (isReading || isTime) return;
    const timer = setTimeout(() => setTime(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [isReading, isTime]);
  return isTime;
}
