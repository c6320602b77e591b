// Customer field: a customer found by a few letters of name or number.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { customers } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';

const PAUSE_MS = 250;
const SHOWN = 12;

/** Who was chosen. */
export type ChosenCustomer = Readonly<{ customerId: CustomerId; name: string }>;

type Props = Readonly<{
  label: string;
  /** Left out of what is found. */
  except: CustomerId;
  value: ChosenCustomer | null;
  onChange: (chosen: ChosenCustomer | null) => void;
}>;

/** Searches as one types, after a pause. */
export function CustomerField({ label, except, value, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed === value?.name ? '' : typed, PAUSE_MS);
  const found = useRead(customers.list, { query: { size: SHOWN, ...(search ? { search } : {}) } }, { keep: true });
  const rows = (found.data?.items ?? []).filter(({ customerId }) => customerId !== except);
  const options = rows.map(({ customerId, name, ref }) => ({ value: String(customerId), label: `${name} (${ref})` }));
  const kept = value && !rows.some(({ customerId }) => customerId === value.customerId);
  return (
    <Select
      label={label}
      required
      searchable
      openOnFocus={false}
      data-autofocus
      data={kept ? [{ value: String(value.customerId), label: value.name }, ...options] : options}
      value={value ? String(value.customerId) : null}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      onChange={(_, option) =>
        onChange(option ? { customerId: Number(option.value) as CustomerId, name: option.label } : null)
      }
    />
  );
}
