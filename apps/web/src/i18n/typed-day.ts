// A day as somebody types it: 31/03/2026, 31.3.26, 31032026, 2026-03-31, 31 mars 2026. Day before month, whatever the browser thinks.
import { type Day, isDay } from '@quittance/core/kernel';

const CENTURY = 2000;
const FIRST_YEAR = 1900;
const MONTHS: readonly (readonly string[])[] = [
  ['janv', 'janvier', 'jan', 'january'],
  ['fev', 'fevr', 'fevrier', 'feb', 'february'],
  ['mars', 'mar', 'march'],
  ['avr', 'avril', 'apr', 'april'],
  ['mai', 'may'],
  ['juin', 'jun', 'june'],
  ['juil', 'juillet', 'jul', 'july'],
  ['aout', 'aug', 'august'],
  ['sept', 'septembre', 'sep', 'september'],
  ['oct', 'octobre', 'october'],
  ['nov', 'novembre', 'november'],
  ['dec', 'decembre', 'december'],
];

const NUMBERS = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{2}|\d{4})$/;
const BARE = /^(\d{2})(\d{2})(\d{4})$/;
const NORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const WORDS = /^(\d{1,2})(?:er)? ([a-z]+)\.? (\d{2}|\d{4})$/;
const ACCENTS = /\p{M}/gu;
const YEAR_DIGITS = 4;

function partsOf(text: string): readonly [year: string, month: string | number, day: string] | undefined {
  const [, norm = '', normMonth = '', normDay = ''] = NORM.exec(text) ?? [];
  if (norm) return [norm, normMonth, normDay];
  const [, day = '', month = '', year = ''] = NUMBERS.exec(text) ?? BARE.exec(text) ?? WORDS.exec(text) ?? [];
  if (day === '') return;
  const named = MONTHS.findIndex((names) => names.includes(month)) + 1;
  return [year, named > 0 ? named : month, day];
}

/** The day that was typed, or undefined when the text is none or the calendar has no such day. A year of two digits is of this century. */
export function readTypedDay(typed: string): Day | undefined {
  const text = typed.trim().replace(/\s+/g, ' ').toLowerCase().normalize('NFD').replace(ACCENTS, '');
  const parts = partsOf(text);
  if (!parts) return;
  const year = parts[0].length === YEAR_DIGITS ? Number(parts[0]) : CENTURY + Number(parts[0]);
  const [month, day] = [parts[1], parts[2]].map((part) => String(part).padStart(2, '0'));
  const read = `${year}-${month}-${day}`;
  return year >= FIRST_YEAR && isDay(read) ? read : undefined;
}

/** Whether the text is a whole day already: a year of two digits may be the beginning of one of four. */
export const isWholeDay = (typed: string): boolean => /\d{4}\s*$|^\s*\d{4}-/.test(typed);
