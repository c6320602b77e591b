// Filters of the list of customers, each in the address bar: the usual ones at hand, the others behind a button that counts them.
import { Button, Checkbox, FocusTrap, Group, Popover, Select, Stack, TextInput } from '@mantine/core';
import { customers } from '@quittance/contracts/api';
import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useRead } from '../../../api/index.ts';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { SearchBox } from '../../../page/index.ts';

const AtLeast = lazy(async () => ({ default: (await import('./at-least.tsx')).AtLeast }));

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

const ICON = 16;
const LEVELS = [1, 2, 3, 4, 5, 6];
const MORE = ['scenario', 'level', 'atLeast', 'held', 'doubtful', 'withoutEmail'] as const;
const MORE_FLAGS = ['held', 'doubtful', 'withoutEmail'] as const;

type Props = Readonly<{ of: Filters; onChange: (change: Filters) => void }>;
type Choice = Readonly<{ value: string; label: string }>;
type ChooseProps = Props & Readonly<{ name: FilterName; data: readonly Choice[]; isInside?: boolean }>;

function Choose({ of, onChange, name, data, isInside = false }: ChooseProps) {
  const { t } = useWords('customers');
  const said = t(`filter.${name}`);
  return (
    <Select
      {...(isInside
        ? { label: said, comboboxProps: { withinPortal: false } }
        : { 'aria-label': said, placeholder: said })}
      data={[...data]}
      value={of[name] ?? null}
      onChange={(value) => onChange({ [name]: value ?? undefined } as Filters)}
      clearable
      searchable={data.length > 8}
      w={isInside ? undefined : { base: '100%', xs: 170 }}
      clearButtonProps={{ 'aria-label': t('words:do.clear') }}
    />
  );
}

function Flag({ of, onChange, name }: Props & Readonly<{ name: 'overdue' | (typeof MORE_FLAGS)[number] }>) {
  const { t } = useWords('customers');
  return (
    <Checkbox
      label={t(`filter.${name}`)}
      checked={of[name] === 'true'}
      onChange={(event) => onChange({ [name]: event.currentTarget.checked ? 'true' : undefined } as Filters)}
    />
  );
}

type Lists = Readonly<{ scenarios: readonly Choice[]; levels: readonly Choice[] }>;

function More({ of, onChange, scenarios, levels }: Props & Lists) {
  const { t } = useWords('customers');
  const count = MORE.filter((name) => of[name] !== undefined).length;
  return (
    <Popover width={300} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant={count > 0 ? 'light' : 'default'} leftSection={<SlidersHorizontal size={ICON} aria-hidden />}>
          {count > 0 ? t('filter.moreCount', { count }) : t('filter.more')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 1.5rem)">
        <FocusTrap.InitialFocus />
        <Stack gap="xs">
          <Choose of={of} onChange={onChange} name="scenario" data={scenarios} isInside />
          <Choose of={of} onChange={onChange} name="level" data={levels} isInside />
          <Suspense fallback={<TextInput label={t('filter.atLeast')} readOnly />}>
            <AtLeast
              value={of.atLeast}
              onChange={(atLeast) => onChange({ atLeast } as Filters)}
              key={of.atLeast ?? ''}
            />
          </Suspense>
          {MORE_FLAGS.map((name) => (
            <Flag key={name} of={of} onChange={onChange} name={name} />
          ))}
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={count === 0}
            onClick={() => onChange(Object.fromEntries(MORE.map((name) => [name, undefined])) as Filters)}
          >
            {t('filter.clear')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
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
  const everyone = [...owners, { value: 'none', label: t('filter.noOwner') }];
  return (
    <Group gap="sm" mb="sm" component="search" aria-label={t('filter.all')}>
      <SearchBox value={of.search} placeholder={t('find')} onSearch={(search) => onChange({ search } as Filters)} />
      <Choose of={of} onChange={onChange} name="segment" data={(data?.segments ?? []).map(plain)} />
      <Choose of={of} onChange={onChange} name="owner" data={everyone} />
      <More of={of} onChange={onChange} scenarios={scenarios} levels={levels} />
      <Flag of={of} onChange={onChange} name="overdue" />
    </Group>
  );
}
