// The business day of a call: today where the company stands, or the day of --on, at ten o'clock there.
import { instantAt, localDay } from '@quittance/core/calendar';
import type { Day } from '@quittance/core/kernel';
import { type Clock, clockAt, machineClock } from '@quittance/usecases/ports';

const HOUR = 10;

/** A day and the clock that goes with it. */
export type BusinessDay = Readonly<{ on: Day; clock: Clock }>;

/** `asked` undefined, or today: the machine's clock. Another day: that day, 10:00 in `timezone`, also for what is recorded. */
export function businessDay(asked: Day | undefined, timezone: string): BusinessDay {
  const today = localDay(machineClock.now().getTime(), timezone);
  if (asked === undefined || asked === today) return { on: today, clock: machineClock };
  return { on: asked, clock: clockAt(new Date(instantAt(asked, HOUR, timezone))) };
}
