// Filters of the list of invoices: search and state at hand, the others behind a button that says how many are in use.
import { Button, Checkbox, FocusTrap, Group, Popover, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { customers } from '@quittance/contracts/api';
import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { DayPicker, SearchBox } from '../../../page/index.ts';
import { countMore, type FilterChange } from './search.ts';

const Amounts = lazy(async () => ({ default: (await import('./amounts.tsx')).Amounts }));

const ICON = 16;
const NONE = '-';
const LEVELS = 6;
const DAYS = ['issuedFrom', 'issuedTo', 'dueFrom', 'dueTo'] as const;
const STATES = [
  'overdue',
  'due_soon',
  'not_due',
  'partial',
  'paid',
  'held',
  'disputed',
  'promised',
  'doubtful',
  'cancelled',
] as const;

/** What the filters show and how they change. */
export type FilterProps = Readonly<{
  search: FilterChange;
  onChange: (change: FilterChange) => void;
  onClear: () => void;
}>;

/** Held by fields of the same size while the real ones are fetched. */
function WaitingAmounts() {
  const { t } = useWords('invoices');
  return (['minCents', 'maxCents'] as const).map((name) => (
    <TextInput key={name} label={t(`filter.${name}`)} readOnly />
  ));
}

function Owners({ search, onChange }: Readonly<FilterProps>) {
  const { t } = useWords('invoices');
  const choices = useRead(customers.choices, undefined).data;
  const lists = {
    segment: (choices?.segments ?? []).map((value) => ({ value, label: value })),
    owner: (choices?.owners ?? []).map(({ email, name }) => ({ value: email, label: name })),
  };
  return (
    <>
      {(['segment', 'owner'] as const).map((name) => (
        <Select
          w={{ base: '100%', xs: 180 }}
          key={name}
          label={t(`filter.${name}`)}
          placeholder={t('filter.any')}
          data={[...lists[name], { value: NONE, label: t(`filter.no_${name}`) }]}
          value={search[name] ?? null}
          onChange={(value) => onChange({ [name]: value ?? undefined })}
          comboboxProps={{ withinPortal: false }}
          searchable
          clearable
        />
      ))}
    </>
  );
}

/** "Chased or not" and the level are one question. */
function Chased({ search, onChange }: Readonly<FilterProps>) {
  const { t } = useWords('invoices');
  const levels = Array.from({ length: LEVELS }, (_, index) => String(index + 1));
  return (
    <Select
      label={t('filter.chased')}
      placeholder={t('filter.any')}
      data={[
        { value: 'true', label: t('filter.chasedYes') },
        { value: 'false', label: t('filter.chasedNo') },
        ...levels.map((level) => ({ value: `level ${level}`, label: t('words:level.at', { level }) })),
      ]}
      value={search.level ? `level ${search.level}` : (search.chased ?? null)}
      onChange={(value) =>
        onChange(
          value?.startsWith('level ')
            ? { level: value.slice('level '.length), chased: undefined }
            : { chased: value ?? undefined, level: undefined },
        )
      }
      comboboxProps={{ withinPortal: false }}
      clearable
    />
  );
}

function More(props: Readonly<FilterProps>) {
  const { t } = useWords('invoices');
  const { search, onChange, onClear } = props;
  const count = countMore(search);
  return (
    <Popover width={430} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant={count > 0 ? 'light' : 'default'} leftSection={<SlidersHorizontal size={ICON} aria-hidden />}>
          {count > 0 ? t('filter.moreCount', { count }) : t('filter.more')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 1.5rem)">
        <FocusTrap.InitialFocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs">
          {DAYS.map((name) => (
            <div key={name}>
              <Text size="sm" fw={600}>
                {t(`filter.${name}`)}
              </Text>
              <DayPicker
                label={t(`filter.${name}`)}
                value={search[name]}
                onChange={(value) => onChange({ [name]: value })}
                placeholder=" "
              />
            </div>
          ))}
          <Suspense fallback={<WaitingAmounts />}>
            <Amounts search={search} onChange={onChange} />
          </Suspense>
          <Owners {...props} />
          <Chased {...props} />
        </SimpleGrid>
        <Button mt="sm" size="compact-sm" variant="subtle" disabled={count === 0} onClick={onClear}>
          {t('filter.clear')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The row of filters. */
export function Filters(props: Readonly<FilterProps>) {
  const { t } = useWords('invoices');
  const { search, onChange } = props;
  return (
    <Group gap="sm">
      <SearchBox value={search.search} placeholder={t('find')} onSearch={(text) => onChange({ search: text })} />
      <Select
        w={{ base: '100%', xs: 180 }}
        aria-label={t('status')}
        placeholder={t('allStatuses')}
        data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={search.status ?? null}
        onChange={(status) => onChange({ status: status ?? undefined })}
        maxDropdownHeight={420}
        clearable
      />
      <DayPicker label={t('asOf')} value={search.on} onChange={(on) => onChange({ on })} />
      <More {...props} />
      <Checkbox
        label={t('onlyOpen')}
        checked={search.open !== 'false'}
        disabled={search.status === 'paid' || search.status === 'cancelled'}
        onChange={(event) => onChange({ open: event.currentTarget.checked ? undefined : 'false' })}
      />
    </Group>
  );
}
