// FEC amounts, read from bytes: comma decimals, sign before or after (LPF A47 A-1); points and thousands spaces are read with a note.
import type { Fields } from './fields.ts';

/** An amount that cannot be read. */
const UNREADABLE = Number.NaN;

/** What was unusual about an amount that was read all the same. */
export type AmountOddity = 'decimal_point' | 'thousands_separator' | null;

const LONGEST = 40;
const ZERO = 48;
const COMMA = 44;
const MINUS = 45;
const PLUS = 43;

/** Cents of the located field written the legal way (`-1234,5`, `12,34-`), or NaN to have it read slowly. */
function legalCents(fields: Fields): number {
  const { buffer } = fields;
  let { start, end } = fields;
  let sign = 1;
  const first = buffer[start]!;
  const last = buffer[end - 1]!;
  if (first === MINUS || first === PLUS) {
    sign = first === MINUS ? -1 : 1;
    start++;
  } else if (last === MINUS || last === PLUS) {
    sign = last === MINUS ? -1 : 1;
    end--;
  }
  return sign * digitsToCents(buffer, start, end);
}

function digitsToCents(buffer: Buffer, start: number, end: number): number {
  let units = 0;
  let at = start;
  for (; at < end; at++) {
    const digit = buffer[at]! - ZERO;
    if (digit < 0 || digit > 9) break;
    units = units * 10 + digit;
  }
  if (at === end && at > start) return units * 100;
  if (buffer[at] !== COMMA || at === start || end - at > 3 || end - at < 2) return UNREADABLE;
  const tens = buffer[at + 1]! - ZERO;
  const ones = end - at === 3 ? buffer[at + 2]! - ZERO : 0;
  if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return UNREADABLE;
  return units * 100 + tens * 10 + ones;
}

/** Reads amounts of one file, remembering what was odd about the last one. */
export class AmountReader {
  oddity: AmountOddity = null;

  /** Cents of field `index`; 0 when blank, NaN when unreadable. */
  cents(fields: Fields, index: number): number {
    this.oddity = null;
    if (!fields.locate(index)) return 0;
    const fast = legalCents(fields);
    const value = Number.isNaN(fast) ? this.slow(fields.buffer.toString('utf8', fields.start, fields.end)) : fast;
    return Number.isSafeInteger(value) ? value + 0 : UNREADABLE;
  }

  private slow(text: string): number {
    if (text.length > LONGEST) return UNREADABLE;
    const closed = text.replace(/[\s\u00a0\u202f']/g, '');
    const match = /^([-+]?)(\d{0,3}(?:\.\d{3})+|\d*)(?:([.,])(\d+))?([-+]?)$/.exec(closed);
    if (!match || (match[1] && match[5])) return UNREADABLE;
    const [, before, whole = '', mark, decimals = '', after] = match;
    if ((whole + decimals).length === 0 || /[1-9]/.test(decimals.slice(2))) return UNREADABLE;
    // "1.234" alone may be 1234 or 1,234: not guessed.
    if (whole.split('.').length === 2 && mark !== ',') return UNREADABLE;
    if (mark === '.' && decimals.length === 3) return UNREADABLE;
    this.oddity =
      mark === '.' ? 'decimal_point' : closed !== text || whole.includes('.') ? 'thousands_separator' : null;
    const size = Number(whole.replaceAll('.', '') || '0') * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
    return before === '-' || after === '-' ? -size : size;
  }
}
