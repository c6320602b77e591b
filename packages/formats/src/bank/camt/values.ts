// Values of ISO 20022 elements: signed amounts, days, bank codes.
import { type Cents, type Currency, cents, type Day, isDay } from '@quittance/core/kernel';
import { decimalCents } from '../decimal.ts';
import { at, type Element, textAt } from './tree.ts';

/** An `Amt` with its `CdtDbtInd`: credits positive. Null where the amount cannot be read. */
export function signedAmount(element: Element): { cents: Cents; currency: Currency } | null {
  const amount = at(element, 'Amt');
  const unsigned = amount === null ? null : decimalCents(amount.text);
  if (amount === null || unsigned === null) return null;
  const isDebit = textAt(element, 'CdtDbtInd') === 'DBIT';
  return { cents: cents(isDebit ? -unsigned : unsigned), currency: amount.attributes.Ccy ?? 'EUR' };
}

/** The day of `<X><Dt>` or of `<X><DtTm>`: the bank's own date, whatever the offset. */
export function dayAt(element: Element, path: string): Day | null {
  const text = textAt(element, `${path}/Dt`, `${path}/DtTm`)?.slice(0, 10);
  return text !== undefined && isDay(text) ? text : null;
}

/** `PMNT-RCDT-ESCT`, else the bank's proprietary code. */
export function bankCodeOf(element: Element): string | null {
  const domain = textAt(element, 'BkTxCd/Domn/Cd');
  if (domain === null) return textAt(element, 'BkTxCd/Prtry/Cd');
  const family = [textAt(element, 'BkTxCd/Domn/Fmly/Cd'), textAt(element, 'BkTxCd/Domn/Fmly/SubFmlyCd')];
  return [domain, ...family].filter(Boolean).join('-');
}
