// Day: a calendar date without hour or zone, "2026-03-31". Sorts and compares as text. The only use of Date in core.

declare const dayBrand: unique symbol;

/** A proleptic Gregorian calendar day, ISO 8601 `YYYY-MM-DD`. */
export type Day = string & { readonly [dayBrand]: true };

const MS_PER_DAY = 86_400_000;
const ms = (d: string): number => Date.parse(`${d}T00:00:00Z`);
const fromMs = (t: number): Day => new Date(t).toISOString().slice(0, 10) as Day;

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const t = ms(text);
  return !Number.isNaN(t) && fromMs(t) === text;
};

/** @throws RangeError when `text` is not an existing day. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** The day of a year, a month 1-12 and a day of month. @throws RangeError when it does not exist. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);

export const addDays = (d: Day, n: number): Day => fromMs(ms(d) + n * MS_PER_DAY);

/** Days from `a` to `b`: positive when `b` is later. */
export const daysBetween = (a: Day, b: Day): number => (ms(b) - ms(a)) / MS_PER_DAY;

export const yearOf = (d: Day): number => Number(d.slice(0, 4));
/** 1 to 12. */
export const monthOf = (d: Day): number => Number(d.slice(5, 7));
export const dayOfMonth = (d: Day): number => Number(d.slice(8, 10));
/** ISO day of week: 1 Monday … 7 Sunday. */
export const weekday = (d: Day): number => ((new Date(ms(d)).getUTCDay() + 6) % 7) + 1;

export const endOfMonth = (d: Day): Day => fromMs(Date.UTC(yearOf(d), monthOf(d), 0));

/** Adds calendar months; a day that does not exist becomes the last of its month (31 January + 1 month = 28 February). */
export function addMonths(d: Day, n: number): Day {
  const first = fromMs(Date.UTC(yearOf(d), monthOf(d) - 1 + n, 1));
  const last = dayOfMonth(endOfMonth(first));
  return dayOf(yearOf(first), monthOf(first), Math.min(dayOfMonth(d), last));
}

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b);
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);
