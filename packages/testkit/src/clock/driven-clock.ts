// A clock that stands still until a test moves it.
import { addDays, type Day, day, dayOf } from '@quittance/core/kernel';

/** Stands for the `Clock` port; only the test makes it move. */
export type DrivenClock = {
  now(): Date;
  /** The calendar day of `now` in an IANA time zone. */
  today(timezone: string): Day;
  /** Moves to an hour (and minute) of a day, UTC; going back is allowed. */
  moveTo(on: string, hour?: number, minute?: number): void;
  /** Moves whole days ahead, at the same hour. */
  passDays(count: number): void;
  passMinutes(count: number): void;
};

const MS_PER_MINUTE = 60_000;

const instant = (on: Day, hour: number, minute: number): number =>
  Date.parse(`${on}T00:00:00Z`) + (hour * 60 + minute) * MS_PER_MINUTE;

function dayIn(timezone: string, at: number): Day {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return dayOf(parts.year ?? 0, parts.month ?? 0, parts.day ?? 0);
}

/** A clock at `hour` o'clock UTC of `on` (`YYYY-MM-DD`). @throws RangeError when that is no day */
export function drivenClock(on: string, hour = 8): DrivenClock {
  let at = instant(day(on), hour, 0);
  return {
    now: () => new Date(at),
    today: (timezone) => dayIn(timezone, at),
    moveTo: (to, toHour = 8, minute = 0) => {
      at = instant(day(to), toHour, minute);
    },
    passDays: (count) => {
      const today = new Date(at).toISOString().slice(0, 10);
      at += Date.parse(addDays(day(today), count)) - Date.parse(today);
    },
    passMinutes: (count) => {
      at += count * MS_PER_MINUTE;
    },
  };
}
