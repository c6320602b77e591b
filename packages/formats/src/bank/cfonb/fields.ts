// Fields of a CFONB record by position (ETEBAC layout of 2004, CFONB v2.0 of 2010): 1-based, both ends included.
import { type Day, isDay } from '@quittance/core/kernel';

/** The text of positions `from` to `to`, without the blanks around it. */
export const field = (line: string, from: number, to: number): string => line.slice(from - 1, to).trim();

const CENTURY_FROM = 80;

/** A date written JJMMAA, or null; years 80 to 99 are of the last century. */
export function cfonbDay(text: string): Day | null {
  const found = /^(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!found) return null;
  const [, day, month, year] = found;
  const iso = `${Number(year) >= CENTURY_FROM ? '19' : '20'}${year}-${month}-${day}`;
  return isDay(iso) ? iso : null;
}

/** Some banks send records without line ends: the line is cut every so many characters. */
export function recordsOf(text: string, size: number): string[] {
  if (text.length <= size || text.length % size !== 0) return [text];
  return Array.from({ length: text.length / size }, (_, index) => text.slice(index * size, (index + 1) * size));
}
