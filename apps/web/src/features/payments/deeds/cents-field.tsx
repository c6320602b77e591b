// Cents field: an amount typed in the currency, kept as cents.
import { NumberInput } from '@mantine/core';
import { useWords } from '../../../i18n/index.ts';

const CENTS = 100;

type Props = Readonly<{
  label: string;
  /** Null: nothing typed. */
  value: number | null;
  onChange: (cents: number | null) => void;
  /** Said below. */
  hint?: string;
  isFirst?: boolean;
}>;

/** Empty is null, never zero. */
export function CentsField({ label, value, onChange, hint, isFirst = false }: Props) {
  const { language } = useWords();
  return (
    <NumberInput
      label={label}
      {...(hint ? { description: hint } : {})}
      data-autofocus={isFirst || undefined}
      required
      min={0}
      decimalScale={2}
      fixedDecimalScale
      hideControls
      decimalSeparator={language === 'fr' ? ',' : '.'}
      thousandSeparator={language === 'fr' ? ' ' : ','}
      value={value === null ? '' : value / CENTS}
      onChange={(typed) => onChange(typed === '' ? null : Math.round(Number(typed) * CENTS))}
      styles={{ input: { textAlign: 'right' } }}
    />
  );
}
