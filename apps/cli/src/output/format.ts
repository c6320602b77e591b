// Amounts and days as people read them.
import type { Day } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
const formatters = new Map<string, Intl.NumberFormat>();

const formatter = (language: Language, currency: string): Intl.NumberFormat => {
  const key = `${language} ${currency}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency });
  formatters.set(key, known);
  return known;
};

/** 123456 cents → "1 234,56 €" or "€1,234.56". */
export const amountText = (cents: number, currency: string, language: Language): string =>
  formatter(language, currency).format(cents / 100);

/** A whole or decimal number in the reader's way. */
export const numberText = (value: number, language: Language): string => value.toLocaleString(LOCALES[language]);

/** 2026-03-31 → "31/03/2026"; English readers keep the ISO form, which no country reads differently. */
export const dayText = (day: Day | string | null, language: Language): string => {
  if (day === null) return '';
  return language === 'fr' ? day.split('-').reverse().join('/') : day;
};
