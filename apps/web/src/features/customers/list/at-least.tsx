// At least: from which amount owed customers are listed; fetched when the filters are opened.
import { NumberInput } from '@mantine/core';
import { useWords } from '../../../i18n/index.ts';

const CENTS = 100;

type Props = Readonly<{ value: string | undefined; onChange: (cents: string | undefined) => void }>;

/** A field in euros, kept as cents. */
export function AtLeast({ value, onChange }: Props) {
  const { t } = useWords('customers');
  return (
    <NumberInput
      label={t('filter.atLeast')}
      defaultValue={value ? Number(value) / CENTS : ''}
      onBlur={(event) => {
        const euros = Number(event.currentTarget.value.replace(/[^\d,.]/g, '').replace(',', '.'));
        onChange(euros > 0 ? String(Math.round(euros * CENTS)) : undefined);
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      min={0}
      hideControls
      thousandSeparator=" "
      decimalSeparator=","
      suffix=" €"
    />
  );
}
