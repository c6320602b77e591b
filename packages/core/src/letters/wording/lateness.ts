// Lateness: how long a line has been waiting, in words.
import type { MessageLanguage } from '../view.ts';
import { NBSP, plural } from './format.ts';
import { labels } from './labels.ts';

/** "1 jour de retard", "2 days late"; "ce jour" on the due date; "dans 5 jours" before it. */
export function latenessText(daysLate: number, language: MessageLanguage): string {
  const words = labels(language);
  const [one, many] = daysLate > 0 ? words.dayLate : words.dayOf;
  if (daysLate === 0) return words.dueToday;
  const count = `${Math.abs(daysLate)}${NBSP}${plural(daysLate, one, many, language)}`;
  return daysLate > 0 ? count : `${words.dueIn} ${count}`;
}

/** "12 jours" / "1 day", whichever side of the due date; "ce jour" / "today" on it. */
export function daysText(daysLate: number, language: MessageLanguage): string {
  const words = labels(language);
  const [one, many] = words.dayOf;
  return daysLate === 0 ? words.dueToday : `${Math.abs(daysLate)}${NBSP}${plural(daysLate, one, many, language)}`;
}
