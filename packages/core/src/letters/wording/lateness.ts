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

/** For a column titled "Retard": "12 jours", or what precedes the due date as `latenessText` says it. */
export function latenessCell(daysLate: number, language: MessageLanguage): string {
  if (daysLate <= 0) return latenessText(daysLate, language);
  const [one, many] = labels(language).dayOf;
  return `${daysLate}${NBSP}${plural(daysLate, one, many, language)}`;
}
