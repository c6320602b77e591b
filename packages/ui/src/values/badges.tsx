// Badges: lateness and states, said in words; colour only helps.
import type { ReactNode } from 'react';
import { type ScreenLanguage, useLanguage } from '../language/index.ts';

/** The mood of a badge: colour beside the words, never instead of them. */
export type Mood = 'plain' | 'good' | 'warn' | 'late';

/** A state in a word or two. */
export const StatusBadge = ({ mood = 'plain', children }: Readonly<{ mood?: Mood; children: ReactNode }>) => (
  <span className="q-badge" data-mood={mood}>
    {children}
  </span>
);

const NBSP = '\u00A0';

/** How late, in words: days after the due date, or before it when negative. */
export function latenessWords(daysLate: number, language: ScreenLanguage): string {
  const days = Math.abs(daysLate);
  if (language === 'fr') {
    if (daysLate === 0) return 'échoit aujourd’hui';
    const count = `${days}${NBSP}${days < 2 ? 'jour' : 'jours'}`;
    return daysLate > 0 ? `${count} de retard` : `dans ${count}`;
  }
  if (daysLate === 0) return 'due today';
  const count = `${days}${NBSP}${days === 1 ? 'day' : 'days'}`;
  return daysLate > 0 ? `${count} late` : `in ${count}`;
}

const moodOf = (daysLate: number): Mood => {
  if (daysLate > 30) return 'late';
  return daysLate > 0 ? 'warn' : 'plain';
};

/** Days late, or days to go, in words. */
export function LateBadge({ daysLate }: Readonly<{ daysLate: number }>) {
  const language = useLanguage();
  return <StatusBadge mood={moodOf(daysLate)}>{latenessWords(daysLate, language)}</StatusBadge>;
}
