// Plan filters: channel, tone, whose customers, segment, text. Each with its count; all of them stand in the address bar.

import { Chip, Group, Select } from '@mantine/core';
import type { PlanSummary } from '@quittance/contracts/api';
import { NumberText } from '@quittance/ui/values';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { SearchBox } from '../../../page/index.ts';
import { useSession } from '../../../session/index.ts';
import type { PlanFilter } from './selection.ts';

const ALL = 'all';
/** Stands for customers nobody owns, or in no segment. */
const NONE = 'none';

type FilterProps = Readonly<{
  summary: PlanSummary;
  filter: PlanFilter;
  onFilter: (change: Partial<Record<keyof PlanFilter, string | undefined>>) => void;
}>;

function Channels({ summary, filter, onFilter }: FilterProps) {
  const { t } = useWords('today');
  if (summary.byChannel.length < 2) return null;
  return (
    <Chip.Group
      value={filter.channel ?? ALL}
      onChange={(value) => onFilter({ channel: value === ALL ? undefined : String(value) })}
    >
      <Group gap={4} wrap="nowrap" role="radiogroup" aria-label={t('filter.channel')}>
        <Chip value={ALL} size="xs">
          {t('allChannels')}
        </Chip>
        {summary.byChannel.map((one) => (
          <Chip key={one.channel} value={one.channel} size="xs">
            {t(`words:channels.${one.channel}`)} (<NumberText value={one.count} />)
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

type Option = Readonly<{ value: string; label: string }>;

function Narrow({
  label,
  data,
  value,
  onChange,
}: Readonly<{ label: string; data: readonly Option[]; value: string | undefined; onChange: (to?: string) => void }>) {
  if (data.length < 2 && !value) return null;
  return (
    <Select
      aria-label={label}
      placeholder={label}
      size="xs"
      data={[...data]}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      clearable
      w={110}
    />
  );
}

/** The row above the list. */
export function PlanFilters({ summary, filter, onFilter }: FilterProps) {
  const { t } = useWords('today');
  const me = useSession().data?.user.email.toLowerCase();
  const { number } = useFormats();
  const counted = (label: string, count: number) => `${label} (${number(count)})`;
  const owners = summary.byOwner.map(({ owner, count }) => ({
    value: owner ?? NONE,
    label: counted(owner === null ? t('filter.nobody') : owner === me ? t('filter.mine') : owner, count),
  }));
  const segments = summary.bySegment.map(({ segment, count }) => ({
    value: segment ?? NONE,
    label: counted(segment ?? t('filter.noSegment'), count),
  }));
  const tones = summary.byTone.map(({ tone, count }) => ({
    value: tone,
    label: counted(t(`words:tone.${tone}`), count),
  }));
  return (
    <div className="q-planfilters">
      <SearchBox value={filter.search} placeholder={t('find')} onSearch={(search) => onFilter({ search })} />
      <Narrow label={t('filter.tone')} data={tones} value={filter.tone} onChange={(tone) => onFilter({ tone })} />
      <Narrow label={t('filter.owner')} data={owners} value={filter.owner} onChange={(owner) => onFilter({ owner })} />
      <Narrow
        label={t('filter.segment')}
        data={segments}
        value={filter.segment}
        onChange={(segment) => onFilter({ segment })}
      />
      <Channels summary={summary} filter={filter} onFilter={onFilter} />
    </div>
  );
}
