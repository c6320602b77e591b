// At least: from which amount owed customers are listed; fetched when the filters are opened.
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';

type Props = Readonly<{ value: string | undefined; onChange: (cents: string | undefined) => void }>;

/** A field in the currency, kept as cents; counted once it is left. */
export function AtLeast({ value, onChange }: Props) {
  const { t } = useWords('customers');
  const [typed, setTyped] = useState(value ? Number(value) : null);
  return (
    <MoneyField
      label={t('filter.atLeast')}
      value={typed}
      onChange={setTyped}
      onDone={() => onChange(typed ? String(typed) : undefined)}
      isOptional
    />
  );
}
