// The amount ordered before the bank changed it: `/OCMT/USD1234,56`, in field 61 or 86.
import type { OriginalAmount } from '@quittance/core/intake';
import { decimalCents } from '../decimal.ts';

const ORIGINAL = /\/OCMT\/([A-Z]{3})(\d{1,15}(?:,\d*)?)/;

/** The original amount a text tells, or null. */
export function originalIn(text: string): OriginalAmount | null {
  const [, currency = '', amount = ''] = ORIGINAL.exec(text.replaceAll('\n', '')) ?? [];
  const cents = decimalCents(amount);
  return cents === null || cents === 0 ? null : { cents, currency };
}
