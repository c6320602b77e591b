// Money field: an amount typed as the reader's language writes it, kept as cents.
import { NumberInput, type NumberInputProps } from '@mantine/core';
import type { Cents } from '@quittance/core/kernel';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';

const CENTS = 100;
const NARROW_NBSP = '\u202F';
const NBSP = '\u00A0';

type MoneyFieldProps = Readonly<{
  label: string;
  /** Cents; null where nothing is typed. */
  value?: number | null;
  onChange: (cents: Cents | null) => void;
  /** Its sign is shown with the amount. */
  currency?: string;
  /** Said beside it; above the field unless `order` says otherwise. */
  hint?: string;
  order?: NumberInputProps['inputWrapperOrder'];
  /** It may stay empty. */
  isOptional?: boolean;
  /** Told when it is left, or Enter is pressed in it. */
  onDone?: () => void;
  /** Most that can be typed, in cents. */
  max?: number;
  error?: ReactNode;
  /** In a cell: small, its label only spoken, never asked for. */
  isCell?: boolean;
  /** Where a dialog begins. */
  isFirst?: boolean;
}>;

const signOf = (currency: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

/** Empty is null, never zero. */
export function MoneyField({ label, value = null, onChange, currency, hint, max, error, ...more }: MoneyFieldProps) {
  const { language } = useWords();
  const { isCell = false, isFirst = false, isOptional = false, order, onDone } = more;
  const isFrench = language === 'fr';
  const sign = currency === undefined ? '' : signOf(currency, language);
  return (
    <NumberInput
      {...(isCell ? { 'aria-label': label, size: 'xs' } : { label, required: !isOptional })}
      {...(hint ? { description: hint } : {})}
      {...(order && { inputWrapperOrder: order })}
      {...(onDone && { onBlur: onDone, onKeyDown: ({ key }) => key === 'Enter' && onDone() })}
      {...(max === undefined ? {} : { max: max / CENTS, clampBehavior: 'strict' as const })}
      {...(sign && (isFrench ? { suffix: `${NBSP}${sign}` } : { prefix: sign }))}
      data-autofocus={isFirst || undefined}
      min={0}
      decimalScale={2}
      fixedDecimalScale
      hideControls
      decimalSeparator={isFrench ? ',' : '.'}
      thousandSeparator={isFrench ? NARROW_NBSP : ','}
      value={value === null ? '' : value / CENTS}
      onChange={(typed) => onChange(typed === '' ? null : (Math.round(Number(typed) * CENTS) as Cents))}
      error={error}
      styles={{ input: { textAlign: 'right' } }}
    />
  );
}
