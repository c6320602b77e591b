// Formal notice (mise en demeure): the day it gives its debtor to pay. Its text is the letters' business.
import { type Calendar, nextWorkedDay } from '../../../calendar/index.ts';
import { addDays, type Day, ok, type Result, refuse } from '../../../kernel/index.ts';

/** Shortest and longest delay in use. Practice: art. 1344 C. civ. fixes none, the judge asks for a reasonable one (1231). */
export const FORMAL_NOTICE_DAYS: Readonly<{ least: number; most: number }> = { least: 8, most: 15 };

/** The delay is not between 8 and 15 whole days. */
export type NoticeDelayRefusal = Readonly<{
  code: 'notice_delay_out_of_range';
  days: number;
  least: number;
  most: number;
}>;

/**
 * Last day to pay: `days` calendar days after the notice leaves, rolled forward to a worked day (rules R7 and R11).
 * The day of sending is not counted (art. 641 CPC, followed by analogy).
 */
export function formalNoticeDeadline(sentOn: Day, days: number, calendar: Calendar): Result<Day, NoticeDelayRefusal> {
  const { least, most } = FORMAL_NOTICE_DAYS;
  if (!Number.isInteger(days) || days < least || days > most) {
    return refuse({ code: 'notice_delay_out_of_range', days, least, most });
  }
  return ok(nextWorkedDay(addDays(sentOn, days), calendar));
}
