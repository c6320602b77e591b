// Sector: from the words of a customer's card to the sectors with a limit of their own (art. L441-11 C. com.).
import type { TermsSector } from '@quittance/core/law';

const WORDS: readonly (readonly [RegExp, TermsSector])[] = [
  [/\b(transports?|freight|road haulage|location de vehicules|transitaires?|commissionnaires?)\b/, 'transport'],
  [/\b(perishable(_food)?|perissables?|produits frais|viandes?|fresh food)\b/, 'perishable_food'],
  [/\b(live_cattle|cattle|betail|elevage)\b/, 'live_cattle'],
  [/\b(wines?|vins?|viticoles?|viticulture|raisins?)\b/, 'wine'],
  [/\b(alcohols?|alcools?|alcooliques?|spiritueux|spirits)\b/, 'alcohol'],
];

/** The legal sector of a customer; `general` where the card says nothing that the law singles out. */
export function sectorOf(written: string | null): TermsSector {
  const text = (written ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return WORDS.find(([words]) => words.test(text))?.[1] ?? 'general';
}
