// Amounts as people write them: 1234.56, 1 234,56, (12,00), 12,00-, 1.234,56 €. Never guessed: what may mean two things is said to.
import { type Cents, cents } from '@quittance/core/kernel';

/** The decimal mark of a column, or null when its sample does not tell. */
export type DecimalMark = ',' | '.' | null;

/** Why an amount was not read. */
export type AmountProblem = 'unreadable_amount' | 'ambiguous_amount';

/** An amount read, or why not. */
export type ReadAmount = Readonly<{ ok: true; cents: Cents } | { ok: false; code: AmountProblem }>;

const UNREADABLE: ReadAmount = { ok: false, code: 'unreadable_amount' };
const AMBIGUOUS: ReadAmount = { ok: false, code: 'ambiguous_amount' };
const LONGEST = 40;
/** Digits, one mark and two decimals: what most files hold, and never ambiguous. */
const PLAIN = /^\d{1,12}[.,]\d\d$/;
const PLAIN_MARK = /[.,]/;

type Parts = Readonly<{ isNegative: boolean; digits: string }>;

/** Takes away currency, spaces and sign: what is left is digits and marks. Null when it is no number. */
function parts(text: string): Parts | null {
  if (text.length > LONGEST) return null;
  let rest = text
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/€|\$|£|\b(EUR|USD|GBP|CHF)\b|(?<=\d)(EUR|USD|GBP|CHF)\b/gi, '')
    .replace(/[\s\u00a0\u202f\u2009'’]/g, '');
  let isNegative = false;
  const signed = /^\(([^()]+)\)$|^-([^-]+)$|^([^-]+)-$/.exec(rest);
  if (signed) {
    isNegative = true;
    rest = signed[1] ?? signed[2] ?? signed[3]!;
  }
  rest = rest.replace(/^\+/, '');
  return /^[\d.,]*\d[\d.,]*$/.test(rest) ? { isNegative, digits: rest } : null;
}

const GROUPED = { ',': /^\d{1,3}(,\d{3})+$/, '.': /^\d{1,3}(\.\d{3})+$/ } as const;

/** Which mark is the decimal one by the shape alone; `none` when there is no decimal part, null when it may be either. */
function shape(digits: string): ',' | '.' | 'none' | 'grouped' | null {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma < 0 && point < 0) return 'none';
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const mark = comma >= 0 ? ',' : '.';
  if (digits.indexOf(mark) !== digits.lastIndexOf(mark)) return 'grouped';
  const isPerhapsGroup = GROUPED[mark].test(digits) && !digits.startsWith('0');
  return isPerhapsGroup ? null : mark;
}

function withMark(digits: string, mark: ',' | '.'): number | null {
  const other = mark === ',' ? '.' : ',';
  const at = digits.lastIndexOf(mark);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const decimals = at < 0 ? '' : digits.slice(at + 1);
  if (whole.includes(mark) || decimals.includes(other)) return null;
  if (whole.includes(other) && !GROUPED[other].test(whole)) return null;
  if (/[1-9]/.test(decimals.slice(2))) return null;
  const units = Number(whole.replaceAll(other, '') || '0');
  return units * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
}

/** Reads an amount written in a column whose decimal mark is `mark`. More than two decimals are unreadable, not rounded. */
export function readAmount(text: string, mark: DecimalMark): ReadAmount {
  if (PLAIN.test(text)) return { ok: true, cents: cents(Number(text.replace(PLAIN_MARK, ''))) };
  const found = parts(text);
  if (!found) return UNREADABLE;
  const { digits, isNegative } = found;
  const form = shape(digits);
  if (form === null && mark === null) return AMBIGUOUS;
  const value = form === 'grouped' ? grouped(digits) : withMark(digits, form === 'none' ? ',' : (form ?? mark!));
  if (value === null || !Number.isSafeInteger(value)) return UNREADABLE;
  return { ok: true, cents: cents(isNegative ? -value : value) };
}

function grouped(digits: string): number | null {
  const mark = digits.includes(',') ? ',' : '.';
  return GROUPED[mark].test(digits) ? Number(digits.replaceAll(mark, '')) * 100 : null;
}

/** The decimal mark the values of one column agree on; null when they do not tell, or contradict each other. */
export function decimalMarkOf(values: Iterable<string>): DecimalMark {
  const seen = new Set<',' | '.'>();
  for (const value of values) {
    const digits = parts(value)?.digits;
    const form = digits ? shape(digits) : 'none';
    if (form === ',' || form === '.') seen.add(form);
    else if (form === 'grouped') seen.add(digits!.includes(',') ? '.' : ',');
  }
  return seen.size === 1 ? [...seen][0]! : null;
}

/** Cents of a number cell of a workbook, and whether it had to be rounded. @throws RangeError beyond safe integers. */
export function centsOfNumber(value: number): { cents: Cents; isRounded: boolean } {
  const exact = Number((Math.abs(value) * 100).toPrecision(15));
  const whole = Math.round(exact);
  return { cents: cents(value < 0 ? -whole : whole), isRounded: Math.abs(exact - whole) > 1e-4 };
}
