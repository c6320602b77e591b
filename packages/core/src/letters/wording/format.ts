// Format: amounts, days, rates and lists as a reader of the message's language expects them. Pure, without Intl, so that a letter
// printed on any machine is the same to the byte.
import { type Cents, type Currency, type Day, dayOfMonth, monthOf, yearOf } from '../../kernel/index.ts';
import type { MessageLanguage } from '../view.ts';

/** Narrow no-break space: groups thousands in French (Lexique des règles typographiques en usage à l'Imprimerie nationale). */
export const NARROW_NBSP = '\u202F';
/** No-break space: before a unit, a colon or a currency sign. */
export const NBSP = '\u00A0';

// ISO 4217: minor units other than two.
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};
const SIGNS: Readonly<Record<MessageLanguage, Readonly<Record<string, string>>>> = {
  fr: { EUR: '€', GBP: '£', USD: '$US' },
  en: { EUR: '€', GBP: '£', USD: '$' },
};

const group = (digits: string, separator: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator);

/** Whole minor units as the language writes them: fr "1 234,56 €", en "€1,234.56"; an unknown currency keeps its code. */
export function formatMoney(amount: Cents, currency: Currency, language: MessageLanguage): string {
  const exponent = EXPONENTS[currency] ?? 2;
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const whole = group(digits.slice(0, digits.length - exponent), language === 'fr' ? NARROW_NBSP : ',');
  const decimals = digits.slice(digits.length - exponent);
  const number = exponent === 0 ? whole : `${whole}${language === 'fr' ? ',' : '.'}${decimals}`;
  const minus = amount < 0 ? '-' : '';
  const sign = SIGNS[language][currency];
  if (language === 'fr') return `${minus}${number}${NBSP}${sign ?? currency}`;
  return `${minus}${sign ?? `${currency}${NBSP}`}${number}`;
}

/** Percent with two decimals: fr "12,40 %", en "12.40%". */
export function formatRate(percent: number, language: MessageLanguage): string {
  const text = percent.toFixed(2);
  return language === 'fr' ? `${text.replace('.', ',')}${NBSP}%` : `${text}%`;
}

/** Rates that follow one another: fr "12,15 % puis 12,40 %", en "12.15% then 12.40%". */
export function formatRates(percents: readonly number[], language: MessageLanguage): string {
  const rates = percents.map((percent) => formatRate(percent, language));
  const last = rates.pop() ?? '';
  return rates.length === 0 ? last : `${rates.join(', ')} ${language === 'fr' ? 'puis' : 'then'} ${last}`;
}

const MONTHS: Readonly<Record<MessageLanguage, readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** For tables: fr "12/03/2027", en "12 Mar 2027" (never an order of digits that the other side of an ocean reads otherwise). */
export function formatDay(day: Day, language: MessageLanguage): string {
  if (language === 'fr') return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
  return `${dayOfMonth(day)} ${MONTHS.en[monthOf(day) - 1]?.slice(0, 3)} ${yearOf(day)}`;
}

/** For prose: fr "12 mars 2027" and "1er avril 2027", en "12 March 2027"; day and month do not part at a line end. */
export function formatLongDay(day: Day, language: MessageLanguage): string {
  const number = dayOfMonth(day);
  const shown = language === 'fr' && number === 1 ? '1er' : String(number);
  return `${shown}${NBSP}${MONTHS[language][monthOf(day) - 1]} ${yearOf(day)}`;
}

/** The form that goes with a count: French is singular below 2 (0 and 1), English only at 1. */
export const plural = (count: number, one: string, many: string, language: MessageLanguage): string => {
  const size = Math.abs(count);
  return (language === 'fr' ? size < 2 : size === 1) ? one : many;
};

/** "a, b et c" / "a, b and c". */
export function formatList(items: readonly string[], language: MessageLanguage): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${language === 'fr' ? 'et' : 'and'} ${last}`;
}

/** An IBAN in groups of four, as it is printed (ISO 13616). */
export const formatIban = (iban: string): string =>
  iban
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, `$1${NBSP}`);

/** "123 456 782". */
export const formatSiren = (siren: string): string => siren.replace(/\s/g, '').replace(/(\d{3})(?=\d)/g, `$1${NBSP}`);

/** French spacing: a plain space before : ; ? ! % € » and after « becomes one that does not break. English is left alone. */
export const typeset = (text: string, language: MessageLanguage): string =>
  language === 'fr' ? text.replace(/ (?=[:;?!%€»](?:\s|$|[.,)]))/g, NBSP).replace(/« /g, `«${NBSP}`) : text;
