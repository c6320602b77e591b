// Payment terms: how a due date follows from an invoice. A value and its arithmetic; reading what people write is beside.
// The legal maximum is not judged here but by the law room.
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  dayOfMonth,
  endOfMonth,
  maxDay,
  monthOf,
  yearOf,
} from '../kernel/index.ts';

/** Where the days run to before going on: nowhere, the month's last day, or the 10th, 20th or last day of the month. */
export type PeriodEnd = 'none' | 'month' | 'ten_days';

/**
 * Terms as five moves, done in this order, each optional:
 * 1 start on the day of issue or of receipt, 2 add months and days, 3 go to the end of the period, 4 add days, 5 go to a day of the month.
 * "45 days end of month" is 2 then 3 (45 days, then the month's end); "end of month 45 days" is 3 then 4.
 * Both computations of the 45 days end of month of art. L441-10 I C. com. are accepted (DGCCRF); the contract says which.
 */
export type PaymentTerms = Readonly<{
  /** `receipt`: of the invoice or the goods, whichever the contract names. */
  from: 'issue' | 'receipt';
  months: number;
  days: number;
  periodEnd: PeriodEnd;
  daysAfter: number;
  /** 1 to 31 (31 means the month's last day where it is shorter), or null. */
  dayOfMonth: number | null;
  /** `next`: the first such day on or after the date reached; `following_month`: in the month after the date reached. */
  dayOfMonthIn: 'next' | 'following_month';
}>;

/** Due on the day of issue ("comptant"). The other terms are made from it. */
export const CASH: PaymentTerms = {
  from: 'issue',
  months: 0,
  days: 0,
  periodEnd: 'none',
  daysAfter: 0,
  dayOfMonth: null,
  dayOfMonthIn: 'next',
};

/** Due `days` after issue ("30 jours net"). */
export const netDays = (days: number): PaymentTerms => ({ ...CASH, days });

const inMonth = (on: Day, wanted: number): Day =>
  dayOf(yearOf(on), monthOf(on), Math.min(wanted, dayOfMonth(endOfMonth(on))));

const TEN_DAYS = 10;
const TWENTY_DAYS = 20;

/** The 10th, the 20th or the last day of the month: the end of the ten-day period (décade) in which `on` lies. */
export function endOfTenDays(on: Day): Day {
  if (dayOfMonth(on) <= TEN_DAYS) return inMonth(on, TEN_DAYS);
  return dayOfMonth(on) <= TWENTY_DAYS ? inMonth(on, TWENTY_DAYS) : endOfMonth(on);
}

function toPeriodEnd(on: Day, periodEnd: PeriodEnd): Day {
  if (periodEnd === 'month') return endOfMonth(on);
  return periodEnd === 'ten_days' ? endOfTenDays(on) : on;
}

function toDayOfMonth(on: Day, terms: PaymentTerms): Day {
  if (terms.dayOfMonth === null) return on;
  const here = inMonth(on, terms.dayOfMonth);
  if (terms.dayOfMonthIn === 'next' && here >= on) return here;
  return inMonth(addMonths(on, 1), terms.dayOfMonth);
}

/**
 * The contractual due date. Never moved to a worked day: no text moves it (CPC 642 is for procedure only), so late days count from it.
 * Terms from receipt use `receivedOn`, or the day of issue where receipt is not known; never before the day of issue.
 */
export function dueDate(terms: PaymentTerms, issuedOn: Day, facts: Readonly<{ receivedOn?: Day | null }> = {}): Day {
  const received = maxDay(facts.receivedOn ?? issuedOn, issuedOn);
  const start = terms.from === 'receipt' ? received : issuedOn;
  const counted = addDays(addMonths(start, terms.months), terms.days);
  return toDayOfMonth(addDays(toPeriodEnd(counted, terms.periodEnd), terms.daysAfter), terms);
}
