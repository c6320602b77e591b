// Signed amounts of CFONB files: the last digit carries the sign (overpunch), in either character set.
import { type Cents, cents } from '@quittance/core/kernel';

const POSITIVE = '{ABCDEFGHI';
const NEGATIVE = '}JKLMNOPQR';
/** ISO 646-FR prints é and è where ASCII has { and }. */
const FRENCH: Readonly<Record<string, string>> = { é: '{', è: '}', É: '{', È: '}' };

const CENT_DECIMALS = 2;

/** Cents of an overpunched amount with so many decimals, or null where it is none. More than two decimals must end in zeros. */
export function overpunchedCents(text: string, decimals: number): Cents | null {
  const last = text.at(-1) ?? '';
  const sign = FRENCH[last] ?? last;
  const isNegative = NEGATIVE.includes(sign);
  const digit = isNegative ? NEGATIVE.indexOf(sign) : POSITIVE.indexOf(sign);
  const head = text.slice(0, -1);
  if (digit < 0 || !/^\d{1,13}$/.test(head)) return null;
  const amount = scaledCents(Number(head) * 10 + digit, decimals);
  return amount === null || !isNegative ? amount : cents(-amount);
}

/** Cents of so many units with so many decimals; null where they are no whole cents. */
export function scaledCents(units: number, decimals: number): Cents | null {
  const exact = units * 10 ** (CENT_DECIMALS - decimals);
  return Number.isSafeInteger(exact) ? cents(exact) : null;
}
