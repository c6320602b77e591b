// Amount: money as the reader's language writes it, in tabular figures.
import type { Cents, Currency } from '@quittance/core/kernel';
import { formatMoney } from '@quittance/core/letters';
import { useLanguage } from '../language/index.ts';

/** What an amount may be told. `blankZero` shows a dash for zero, so that a table's eye goes to what is owed. */
export type AmountProps = Readonly<{ cents: number; currency: string; strong?: boolean; blankZero?: boolean }>;

/** `1 234,56 €` in French, `€1,234.56` in English; the minus sign is a real one. */
export function Amount({ cents, currency, strong, blankZero }: AmountProps) {
  const language = useLanguage();
  const isBlank = blankZero === true && cents === 0;
  const text = isBlank ? '–' : formatMoney(cents as Cents, currency as Currency, language).replace(/^-/, '−');
  return (
    <span className="q-amount" data-zero={cents === 0 || undefined} data-strong={strong || undefined}>
      {text}
    </span>
  );
}
