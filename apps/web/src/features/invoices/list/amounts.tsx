// Amounts: from and to which gross amount invoices are listed; fetched when the filters are opened.
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import type { FilterChange } from './search.ts';

type Props = Readonly<{ search: FilterChange; onChange: (change: FilterChange) => void }>;

function Bound({ name, search, onChange }: Props & Readonly<{ name: 'minCents' | 'maxCents' }>) {
  const { t } = useWords('invoices');
  const [typed, setTyped] = useState(search[name] ? Number(search[name]) : null);
  return (
    <MoneyField
      label={t(`filter.${name}`)}
      value={typed}
      onChange={setTyped}
      onDone={() => onChange({ [name]: typed === null ? undefined : String(typed) })}
      isOptional
    />
  );
}

/** Two fields in the currency, kept as cents; counted once they are left. */
export function Amounts(props: Props) {
  return (
    <>
      <Bound name="minCents" {...props} />
      <Bound name="maxCents" {...props} />
    </>
  );
}
