// Days as people write them: YYYY-MM-DD, DD/MM/YYYY, D/M/YY, 12 janv. 2024, and the serial numbers of workbooks.
import { addDays, type Day, isDay } from '@quittance/core/kernel';

/** Whether 03/04 is 3 April (`dmy`, the rule) or 4 March (`mdy`). Year-first dates are always understood. */
export type DateOrder = 'dmy' | 'mdy';

const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ]\d.*)?$/;
const NAMED = /^(\d{1,2})(?:er)?[-/. ]+([a-z]{3,9})\.?[-/. ]+(\d{4}|\d{2})$/;
const LONGEST = 40;

const MONTHS: readonly RegExp[] = [
  /^jan(v|vier|uary)?$/,
  /^(fev|fevr|fevrier|feb|february)$/,
  /^mar(s|ch)?$/,
  /^(avr|avril|apr|april)$/,
  /^mai$|^may$/,
  /^(juin|jun|june)$/,
  /^(juil|juillet|jul|july)$/,
  /^(aou|aout|aug|august)$/,
  /^sep(t|tembre|tember)?$/,
  /^oct(obre|ober)?$/,
  /^nov(embre|ember)?$/,
  /^dec(embre|ember)?$/,
];

const fullYear = (year: string): string => (year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`);

const existing = (year: string, month: string, dayOfMonth: string): Day | null => {
  const text = `${fullYear(year)}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isDay(text) ? text : null;
};

/** Reads a day, or null when it is none that exists. */
export function readDay(text: string, order: DateOrder): Day | null {
  if (text.length > LONGEST) return null;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return existing(yearFirst[1]!, yearFirst[3]!, yearFirst[4]!);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, a, b, year] = yearLast as unknown as [string, string, string, string];
    return order === 'dmy' ? existing(year, b, a) : existing(year, a, b);
  }
  return readNamed(text);
}

function readNamed(text: string): Day | null {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const named = NAMED.exec(plain);
  if (!named) return null;
  const month = MONTHS.findIndex((pattern) => pattern.test(named[2]!));
  return month < 0 ? null : existing(named[3]!, String(month + 1), named[1]!);
}

/** `mdy` only where some value cannot be day-first and none cannot be month-first. */
export function dateOrderOf(values: Iterable<string>): DateOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const value of values) {
    const match = value.length <= LONGEST ? YEAR_LAST.exec(value) : null;
    if (match && Number(match[1]) > 12) dayFirst = true;
    if (match && Number(match[2]) > 12) monthFirst = true;
  }
  return monthFirst && !dayFirst ? 'mdy' : 'dmy';
}

const LAST_SERIAL = 2_958_465;

/** The day of a workbook's serial number (1900 system: 1 = 1 January 1900, with its phantom 29 February; 1904 system: 0 = 1 January 1904). */
export function dayOfSerial(serial: number, is1904 = false): Day | null {
  const whole = Math.floor(serial);
  if (!(whole >= (is1904 ? 0 : 1)) || whole > LAST_SERIAL - (is1904 ? 1462 : 0)) return null;
  if (is1904) return addDays('1904-01-01' as Day, whole);
  if (whole === 60) return null;
  return addDays('1899-12-31' as Day, whole < 60 ? whole : whole - 1);
}
