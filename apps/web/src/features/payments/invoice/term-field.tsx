// Term field: which of an invoice's open terms; nothing to choose where there is one.
import { Select } from '@mantine/core';
import type { InvoiceView } from '@quittance/contracts/api';
import { useFormats } from '../../../i18n/index.ts';

/** A due term of the invoice. */
export type Term = InvoiceView['terms'][number];

type Props = Readonly<{ label: string; of: readonly Term[]; value: Term; onChange: (term: Term) => void }>;

/** Each with its day and what is open of it. */
export function TermField({ label, of, value, onChange }: Props) {
  const { money, day } = useFormats();
  if (of.length < 2) return null;
  const choose = (id: string | null) => {
    const next = of.find(({ receivableId }) => String(receivableId) === id);
    if (next) onChange(next);
  };
  return (
    <Select
      label={label}
      data={of.map(({ receivableId, dueOn, openCents, currency }) => ({
        value: String(receivableId),
        label: `${day(dueOn)} · ${money(openCents, currency)}`,
      }))}
      value={String(value.receivableId)}
      allowDeselect={false}
      onChange={choose}
    />
  );
}
