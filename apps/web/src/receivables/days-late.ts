// Days late as a reader counts them: below zero before the due date, where the server says zero.
import { type Day, daysBetween } from '@quittance/core/kernel';

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Today where the reader is. */
export const localToday = (): Day => {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}` as Day;
};

/** Days late, or days to go as a negative number. */
export const daysLateOf = ({ dueOn, daysLate }: Readonly<{ dueOn: Day; daysLate: number }>): number =>
  daysLate > 0 ? daysLate : Math.min(0, daysBetween(dueOn, localToday()));
