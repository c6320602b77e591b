// Customer choice: a real customer found by a few letters, to show a ladder or a text on.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { customers } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead } from '../../api/index.ts';

const PAUSE_MS = 250;
const SHOWN = 12;

/** The customer in view; null: whoever the server takes. */
export function CustomerChoice({
  label,
  placeholder,
  value,
  onChange,
}: Readonly<{
  label: string;
  placeholder: string;
  value: CustomerId | null;
  onChange: (customerId: CustomerId | null) => void;
}>) {
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<{ value: string; label: string } | null>(null);
  const [search] = useDebouncedValue(typed === known?.label ? '' : typed, PAUSE_MS);
  const found = useRead(customers.list, { query: { size: SHOWN, ...(search ? { search } : {}) } }, { keep: true });
  const rows = (found.data?.items ?? []).map(({ customerId, name, ref }) => ({
    value: String(customerId),
    label: `${name} (${ref})`,
  }));
  const data = known && !rows.some((row) => row.value === known.value) ? [known, ...rows] : rows;
  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={data}
      value={value === null ? null : String(value)}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      onChange={(chosen, option) => {
        setKnown(option ? { value: option.value, label: option.label } : null);
        onChange(chosen ? (Number(chosen) as CustomerId) : null);
      }}
    />
  );
}
