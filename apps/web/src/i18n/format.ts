// Format: amounts, days and instants inside a sentence, in the reader's language.
import type { Cents, Currency, Day } from '@quittance/core/kernel';
import { formatDay, formatMoney } from '@quittance/core/letters';
import { type ScreenLanguage, useLanguage } from '@quittance/ui/language';
import { formatNumber } from '@quittance/ui/values';

const clocks = new Map<ScreenLanguage, Intl.DateTimeFormat>();

const clockOf = (language: ScreenLanguage): Intl.DateTimeFormat => {
  const known = clocks.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  clocks.set(language, made);
  return made;
};

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** The reader's own calendar day of an instant. */
const localDay = (instant: string): Day => {
  const at = new Date(instant);
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}` as Day;
};

/** What a sentence is made with. */
export type Formats = Readonly<{
  money: (cents: number, currency: string) => string;
  day: (day: string) => string;
  /** Day and hour of an instant, where the reader is. */
  instant: (instant: string) => string;
  bytes: (bytes: number) => string;
  number: (value: number) => string;
}>;

const UNIT = 1024;

const bytesIn = (bytes: number, language: ScreenLanguage): string => {
  const units = language === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(bytes > 0 ? Math.floor(Math.log(bytes) / Math.log(UNIT)) : 0, units.length - 1);
  const shown = (bytes / UNIT ** step).toFixed(step > 1 ? 1 : 0);
  return `${language === 'fr' ? shown.replace('.', ',') : shown}\u00A0${units[step]}`;
};

/** Formats in the reader's language. */
export function useFormats(): Formats {
  const language = useLanguage();
  return {
    money: (cents, currency) => formatMoney(cents as Cents, currency as Currency, language).replace(/^-/, '−'),
    day: (day) => formatDay(day as Day, language),
    instant: (instant) => `${formatDay(localDay(instant), language)} ${clockOf(language).format(new Date(instant))}`,
    bytes: (bytes) => bytesIn(bytes, language),
    number: (value) => formatNumber(value, language),
  };
}
