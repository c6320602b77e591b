// Filters of the list of customers; each stands in the address bar.
import { Checkbox, Group, NumberInput, Select } from '@mantine/core';
import { customers } from '@quittance/contracts/api';
import { useRead } from '../../../api/index.ts';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { SearchBox } from '../../../page/index.ts';

/** What the address bar may say, besides order and page. */
export const FILTERS = [
  'segment',
  'owner',
  'scenario',
  'level',
  'doubtful',
  'held',
  'overdue',
  'withoutEmail',
  'atLeast',
] as const;

/** One filter's name, or the search. */
export type FilterName = (typeof FILTERS)[number] | 'search';
type Filters = Readonly<Partial<Record<FilterName, string>>>;

const LEVELS = [1, 2, 3, 4, 5, 6];
const CENTS = 100;
const FLAGS = ['overdue', 'held', 'doubtful', 'withoutEmail'] as const;

type Props = Readonly<{ of: Filters; onChange: (change: Filters) => void }>;
type Choice = Readonly<{ value: string; label: string }>;

function Choose({ of, onChange, name, data }: Props & Readonly<{ name: FilterName; data: readonly Choice[] }>) {
  const { t } = useWords('customers');
  return (
    <Select
      aria-label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}`)}
      data={[...data]}
      value={of[name] ?? null}
      onChange={(value) => onChange({ [name]: value ?? undefined } as Filters)}
      clearable
      searchable={data.length > 8}
      w={{ base: '100%', xs: 190 }}
      clearButtonProps={{ 'aria-label': t('words:do.clear') }}
    />
  );
}

/** Search, choices, boxes. */
export function CustomerFilters({ of, onChange }: Props) {
  const { t } = useWords('customers');
  const { data } = useRead(customers.choices, undefined);
  const plain = (value: string): Choice => ({ value, label: value });
  const owners = (data?.owners ?? []).map(({ email, name }) => ({ value: email, label: name }));
  const scenarios = (data?.scenarios ?? []).map(({ code, name }) => ({
    value: code,
    label: name || sayCode(t, `words:scenario.${code}`, 'words:empty'),
  }));
  const levels = LEVELS.map((level) => ({ value: String(level), label: t('filter.levelFrom', { level }) }));
  return (
    <Group gap="sm" mb="sm" component="search" aria-label={t('filter.all')}>
      <SearchBox value={of.search} placeholder={t('find')} onSearch={(search) => onChange({ search } as Filters)} />
      <Choose of={of} onChange={onChange} name="segment" data={(data?.segments ?? []).map(plain)} />
      <Choose
        of={of}
        onChange={onChange}
        name="owner"
        data={[...owners, { value: 'none', label: t('filter.noOwner') }]}
      />
      <Choose of={of} onChange={onChange} name="scenario" data={scenarios} />
      <Choose of={of} onChange={onChange} name="level" data={levels} />
      <NumberInput
        aria-label={t('filter.atLeast')}
        placeholder={t('filter.atLeast')}
        value={of.atLeast ? Number(of.atLeast) / CENTS : ''}
        onBlur={(event) => {
          const euros = Number(event.currentTarget.value.replace(/[^\d,.]/g, '').replace(',', '.'));
          onChange({ atLeast: euros > 0 ? String(Math.round(euros * CENTS)) : undefined } as Filters);
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        min={0}
        hideControls
        thousandSeparator=" "
        decimalSeparator=","
        suffix=" €"
        w={{ base: '100%', xs: 150 }}
      />
      {FLAGS.map((name) => (
        <Checkbox
          key={name}
          label={t(`filter.${name}`)}
          checked={of[name] === 'true'}
          onChange={(event) => onChange({ [name]: event.currentTarget.checked ? 'true' : undefined } as Filters)}
        />
      ))}
    </Group>
  );
}
