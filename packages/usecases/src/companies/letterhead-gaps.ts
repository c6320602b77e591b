// Letterhead gaps: what a reminder, and a formal notice above all, should not leave without.
import type { Letterhead } from './settings.ts';

/** What is missing. A notice to pay says who claims and where to answer (article 1344 of the Code civil); an IBAN says how to pay. */
export type LetterheadGap = 'address' | 'iban';

/** The gaps of a letterhead. */
export const letterheadGaps = ({ address, iban }: Pick<Letterhead, 'address' | 'iban'>): LetterheadGap[] => [
  ...(address?.line1 && address.city ? [] : (['address'] as const)),
  ...(iban ? [] : (['iban'] as const)),
];
