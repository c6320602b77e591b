// Decimal amounts of bank formats: digits, one comma or point, exactly as many decimals as a cent allows.
import { type Cents, cents } from '@quittance/core/kernel';

/** Unsigned cents of `1234,5`, `1234.56`, `1234,`; zeros may follow the second decimal. Null for anything else. */
export function decimalCents(text: string): Cents | null {
  const found = /^(\d{1,15})(?:[.,](\d{0,2})0*)?$/.exec(text.trim());
  if (!found) return null;
  const amount = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(amount) ? cents(amount) : null;
}
