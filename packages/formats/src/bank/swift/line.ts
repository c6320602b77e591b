// A statement line (field 61) and a balance (fields 60, 62) of SWIFT MT940 and MT942.
import type { BankBalance } from '@quittance/core/intake';
import { type Cents, type Currency, cents, type Day, daysBetween, isDay, yearOf } from '@quittance/core/kernel';
import { decimalCents } from '../decimal.ts';

const CENTURY_FROM = 80;

const dayFrom = (yymmdd: string): Day | null => {
  const century = Number(yymmdd.slice(0, 2)) >= CENTURY_FROM ? '19' : '20';
  const iso = `${century}${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}`;
  return isDay(iso) ? iso : null;
};

/** Value date, entry day, mark, funds code, amount, type, references; what follows the first line is the bank's note. */
const LINE = /^(\d{6})(\d{4})?(R?[CD]|E[CD])([A-Z])?(\d{1,15}(?:,\d*)?)([NFS][A-Z0-9]{3})?(.*)$/;

/** What a field 61 says. */
export type StatementLine = Readonly<{
  valueOn: Day;
  bookedOn: Day;
  cents: Cents;
  isReversal: boolean;
  isExpected: boolean;
  type: string | null;
  reference: string | null;
  bankReference: string | null;
}>;

/** Half a year either way: an entry of 31 December may have a value date of January. */
const HALF_YEAR = 183;

function entryDay(valueOn: Day, mmdd: string | undefined): Day {
  if (!mmdd) return valueOn;
  const candidates = [-1, 0, 1]
    .map((shift) => `${yearOf(valueOn) + shift}-${mmdd.slice(0, 2)}-${mmdd.slice(2)}`)
    .filter(isDay);
  return candidates.find((on) => Math.abs(daysBetween(valueOn, on)) <= HALF_YEAR) ?? valueOn;
}

const given = (text: string | undefined): string | null => (!text || text === 'NONREF' ? null : text.trim() || null);

/** Reads the first line of a field 61. A reversed credit (RC) takes money out, a reversed debit (RD) gives it back. */
export function readStatementLine(text: string): StatementLine | null {
  const found = LINE.exec(text.trim());
  if (!found) return null;
  const [, value = '', entry, mark = '', , amountText = '', type, rest = ''] = found;
  const valueOn = dayFrom(value);
  const amount = decimalCents(amountText);
  if (valueOn === null || amount === null) return null;
  const isIn = mark === 'C' || mark === 'RD' || mark === 'EC';
  const [reference, bankReference] = rest.split('//', 2);
  return {
    valueOn,
    bookedOn: entryDay(valueOn, entry),
    cents: cents(isIn ? amount : -amount),
    isReversal: mark.startsWith('R'),
    isExpected: mark.startsWith('E'),
    type: type ?? null,
    reference: given(reference),
    bankReference: given(bankReference),
  };
}

/** Reads `C110101EUR100,00`: mark, date, currency, amount. */
export function readBalance(text: string): (BankBalance & { currency: Currency }) | null {
  const found = /^([CD])(\d{6})([A-Z]{3})(\d{1,15}(?:,\d*)?)$/.exec(text.trim());
  if (!found) return null;
  const [, mark, date = '', currency = '', amountText = ''] = found;
  const on = dayFrom(date);
  const amount = decimalCents(amountText);
  if (on === null || amount === null) return null;
  return { on, cents: cents(mark === 'D' ? -amount : amount), currency };
}
