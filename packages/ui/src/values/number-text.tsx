// NumberText: a number as the reader's language writes it.
import { type ScreenLanguage, useLanguage } from '../language/index.ts';

const FORMATS = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') } as const;

/** `1 234` in French, `1,234` in English; decimals as they are, three at most. */
export const formatNumber = (value: number, language: ScreenLanguage): string => FORMATS[language].format(value);

const PERCENTS = {
  fr: new Intl.NumberFormat('fr-FR', { style: 'percent' }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent' }),
} as const;

/** A share of one as whole percents: `64 %` in French, `64%` in English. */
export const formatPercent = (share: number, language: ScreenLanguage): string => PERCENTS[language].format(share);

/** A count, or any number that is no amount of money. */
export function NumberText({ value }: Readonly<{ value: number }>) {
  return <>{formatNumber(value, useLanguage())}</>;
}
