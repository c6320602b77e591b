// Amounts: from and to which open amount invoices are listed; fetched when the filters are opened.
import { NumberInput } from '@mantine/core';
import { useWords } from '../../../i18n/index.ts';
import type { FilterChange } from './search.ts';

const CENTS = 100;

type Props = Readonly<{ search: FilterChange; onChange: (change: FilterChange) => void }>;

/** Two fields in the currency, kept as cents. */
export function Amounts({ search, onChange }: Props) {
  const { t, language } = useWords('invoices');
  const cents = (value: string | number) => (value === '' ? undefined : String(Math.round(Number(value) * CENTS)));
  return (
    <>
      {(['minCents', 'maxCents'] as const).map((name) => (
        <NumberInput
          key={name}
          label={t(`filter.${name}`)}
          min={0}
          decimalScale={2}
          hideControls
          decimalSeparator={language === 'fr' ? ',' : '.'}
          defaultValue={search[name] ? Number(search[name]) / CENTS : ''}
          onBlur={(event) => onChange({ [name]: cents(event.currentTarget.value.replace(',', '.')) })}
        />
      ))}
    </>
  );
}
