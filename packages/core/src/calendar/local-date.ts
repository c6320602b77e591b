// Local dates: the business day and hour of an instant in a time zone (R11), safe across daylight-saving changes.
import { type Day, dayOf, daysBetween, day as toDay } from '../kernel/index.ts';

const MS_PER_HOUR = 3_600_000;
const EPOCH = toDay('1970-01-01');

// Building a formatter costs about a hundred times a call to it, so one is kept for each zone.
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timezone: string): Intl.DateTimeFormat => {
  let formatter = formatters.get(timezone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formatters.set(timezone, formatter);
  }
  return formatter;
};

/** Day, hour (0-23) and minute on the clocks of a zone at an instant. */
export type LocalTime = Readonly<{ day: Day; hour: number; minute: number }>;

/**
 * What the clocks of `timezone` (IANA name) show at `instantMs` (milliseconds since 1970-01-01T00:00Z).
 * @throws RangeError for an unknown zone.
 */
export function localTime(instantMs: number, timezone: string): LocalTime {
  const field: Record<string, number> = {};
  for (const part of formatterOf(timezone).formatToParts(instantMs)) field[part.type] = Number(part.value);
  const { year, month, day, hour, minute } = field;
  return { day: dayOf(year ?? 0, month ?? 0, day ?? 0), hour: hour ?? 0, minute: minute ?? 0 };
}

/** The calendar day at `instantMs` in `timezone`. @throws RangeError for an unknown zone. */
export const localDay = (instantMs: number, timezone: string): Day => localTime(instantMs, timezone).day;

/** The hour 0-23 at `instantMs` in `timezone`. @throws RangeError for an unknown zone. */
export const localHour = (instantMs: number, timezone: string): number => localTime(instantMs, timezone).hour;

const MS_PER_MINUTE = 60_000;
const wallMs = (on: Day, hour: number, minute: number): number =>
  daysBetween(EPOCH, on) * 24 * MS_PER_HOUR + hour * MS_PER_HOUR + minute * MS_PER_MINUTE;

/** Local time minus UTC at an instant, in milliseconds. */
const offsetAt = (instantMs: number, timezone: string): number => {
  const local = localTime(instantMs, timezone);
  const wholeMinute = Math.floor(instantMs / MS_PER_MINUTE) * MS_PER_MINUTE;
  return wallMs(local.day, local.hour, local.minute) - wholeMinute;
};

/**
 * The instant at which the clocks of `timezone` show `hour` o'clock on a day: what a scheduler waits for.
 * An hour that happens twice (October) gives its first passage; one that is skipped (March) gives the hour after.
 */
export function instantAt(on: Day, hour: number, timezone: string): number {
  const wall = wallMs(on, hour, 0);
  const dayBefore = wall - offsetAt(wall - 24 * MS_PER_HOUR, timezone);
  if (offsetAt(dayBefore, timezone) === wall - dayBefore) return dayBefore;
  const dayAfter = wall - offsetAt(wall + 24 * MS_PER_HOUR, timezone);
  return offsetAt(dayAfter, timezone) === wall - dayAfter ? dayAfter : dayBefore;
}
