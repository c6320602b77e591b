// FEC dates: AAAAMMJJ; DD/MM/YYYY and YYYY-MM-DD are read with a note. A file has few distinct days, so each is checked once.
import { type Day, isDay } from '@quittance/core/kernel';
import type { Fields } from './fields.ts';

/** A date field: a day, `blank`, `zero` (00000000, written by some software for none), or `unreadable`. */
export type DateField = Day | 'blank' | 'zero' | 'unreadable';

/** Narrows a date field to a day. */
export const isRead = (field: DateField): field is Day => field.charCodeAt(0) < 58;

const MOST_KNOWN = 50_000;

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ISO = /^(\d{4})[/.-](\d{2})[/.-](\d{2})(?:[T ].*)?$/;

/** Reads the days of one file. */
export class DayReader {
  /** Whether the last day was not written AAAAMMJJ. */
  isOdd = false;
  private readonly known = new Map<number, DateField>();

  /** The day in field `index`. */
  day(fields: Fields, index: number): DateField {
    this.isOdd = false;
    if (!fields.locate(index)) return 'blank';
    const compact = compactDay(fields);
    if (compact < 0) return this.slow(fields.buffer.toString('utf8', fields.start, fields.end));
    const known = this.known.get(compact);
    if (known !== undefined) return known;
    const day = fromCompact(compact);
    if (this.known.size < MOST_KNOWN) this.known.set(compact, day);
    return day;
  }

  private slow(text: string): DateField {
    this.isOdd = true;
    const european = DAY_FIRST.exec(text);
    if (european) return checked(`${european[3]}-${european[2]!.padStart(2, '0')}-${european[1]!.padStart(2, '0')}`);
    const iso = ISO.exec(text);
    if (iso) return checked(`${iso[1]}-${iso[2]}-${iso[3]}`);
    return /^[0/.\- ]+$/.test(text) ? 'zero' : 'unreadable';
  }
}

/** The located field as a number AAAAMMJJ, or -1 when it is not eight digits. */
function compactDay(fields: Fields): number {
  if (fields.end - fields.start !== 8) return -1;
  let value = 0;
  for (let i = fields.start; i < fields.end; i++) {
    const digit = fields.buffer[i]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function fromCompact(value: number): DateField {
  if (value === 0) return 'zero';
  const text = String(value).padStart(8, '0');
  return checked(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
}

const checked = (text: string): DateField =>
  text.startsWith('0000') ? 'unreadable' : isDay(text) ? text : 'unreadable';
