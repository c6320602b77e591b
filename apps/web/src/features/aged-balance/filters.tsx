// Filters of the aged balance: text, day, grouping, segment, owner, bounds.
import { Group, SegmentedControl, Select } from '@mantine/core';
import { NONE } from '@quittance/contracts/values';
import { useWords } from '../../i18n/index.ts';
import { DayPicker, SearchBox } from '../../page/index.ts';
import { BoundsEditor } from './bounds-editor.tsx';
import type { Balance, Change, Filter } from './search.ts';

const GROUPS = ['customer', 'segment', 'owner'] as const;

function Choices({
  balance,
  filter,
  onChange,
}: Readonly<{ balance: Balance; filter: Filter; onChange: (change: Change) => void }>) {
  const { t } = useWords('aged-balance');
  const { segments, owners } = balance.choices;
  const none = { value: NONE, label: t('none') };
  return (
    <>
      {segments.length > 0 && (
        <Select
          aria-label={t('segment')}
          placeholder={t('everySegment')}
          data={[...segments.map((value) => ({ value, label: value })), none]}
          value={filter.segment ?? null}
          onChange={(value) => onChange({ segment: value ?? undefined })}
          clearable
          w={{ base: '100%', xs: 170 }}
        />
      )}
      {owners.length > 0 && (
        <Select
          aria-label={t('owner')}
          placeholder={t('everyOwner')}
          data={[...owners.map(({ email, name }) => ({ value: email, label: name ?? email })), none]}
          value={filter.owner ?? null}
          onChange={(value) => onChange({ owner: value ?? undefined })}
          clearable
          w={{ base: '100%', xs: 190 }}
        />
      )}
    </>
  );
}

/** Those that need the answer (lists, bounds) are drawn once it is there. */
export function Filters({
  balance,
  filter,
  onChange,
}: Readonly<{ balance: Balance | undefined; filter: Filter; onChange: (change: Change) => void }>) {
  const { t } = useWords('aged-balance');
  return (
    <Group gap="xs" className="q-aged-filters">
      <SearchBox value={filter.search} placeholder={t('find')} onSearch={(search) => onChange({ search })} />
      <DayPicker label={t('on')} value={filter.on} onChange={(on) => onChange({ on })} />
      <SegmentedControl
        aria-label={t('by.label')}
        data={GROUPS.map((value) => ({ value, label: t(`by.${value}`) }))}
        value={filter.by ?? 'customer'}
        onChange={(by) => onChange({ by: by === 'customer' ? undefined : by, sort: undefined })}
      />
      {balance && <Choices balance={balance} filter={filter} onChange={onChange} />}
      {balance && (
        <BoundsEditor
          bounds={balance.bounds}
          own={balance.ownBounds}
          onChange={(bounds) => onChange({ bounds, sort: undefined })}
        />
      )}
    </Group>
  );
}
