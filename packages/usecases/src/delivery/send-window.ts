// Send window: when what is approved may leave (R5 quiet hours, R11 worked days). In test mode hours are not waited for, days are.
import { instantAt, isWorkedDay, localTime, nextWorkedDay } from '@quittance/core/calendar';
import { addDays, type Day } from '@quittance/core/kernel';
import type { CompanySettings } from '../companies/settings.ts';

/** The first instant of a day, or of the worked day after it, at which a message may leave. */
export const sendingInstantOn = ({ calendar, timezone, testMode, policy }: CompanySettings, on: Day): Date =>
  new Date(instantAt(nextWorkedDay(on, calendar), testMode ? 0 : policy.sendFromHour, timezone));

/** The first instant at or after `now` at which a message may leave. */
export function nextSendingInstant(settings: CompanySettings, now: Date): Date {
  const { calendar, timezone, testMode, policy } = settings;
  const { day, hour } = localTime(now.getTime(), timezone);
  const worked = isWorkedDay(day, calendar);
  if (worked && (testMode || (hour >= policy.sendFromHour && hour < policy.sendToHour))) return now;
  return sendingInstantOn(settings, worked && hour < policy.sendFromHour ? day : addDays(day, 1));
}
