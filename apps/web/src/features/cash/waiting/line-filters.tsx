// Line filters: what is typed, what was found, how long it has waited; and how much waits in all, by age.
import { SegmentedControl } from '@mantine/core';
import type { WaitingSummary } from '@quittance/contracts/api';
import { useWords } from '../../../i18n/index.ts';
import { SearchBox } from '../../../page/index.ts';
import { Ages } from '../ages.tsx';

/** The filters that stand in the address bar. */
export type LineFilter = Readonly<{
  search?: string | undefined;
  decision?: string | undefined;
  age?: string | undefined;
}>;

type Props = Readonly<{
  filter: LineFilter;
  onFilter: (change: LineFilter) => void;
  summary: WaitingSummary | undefined;
}>;

const DECISIONS = ['auto', 'suggest', 'none'] as const;
const AGES = ['d0_2', 'd3_7', 'd8_30', 'd31_plus'] as const;

/** One line of filters, one of ages. */
export function LineFilters({ filter, onFilter, summary }: Props) {
  const { t } = useWords('cash');
  const counts = summary?.decisions;
  return (
    <>
      <Ages
        label={t('ages')}
        of={AGES.map((age) => {
          const held = summary?.ages.filter((one) => one.age === age) ?? [];
          return { age, word: t(`age.${age}`), count: held.reduce((sum, { count }) => sum + count, 0), sums: held };
        })}
        age={filter.age}
        onAge={(age) => onFilter({ age })}
      />
      <div className="q-cashfilters">
        <SearchBox value={filter.search} placeholder={t('search')} onSearch={(search) => onFilter({ search })} />
        <SegmentedControl
          size="xs"
          aria-label={t('found.label')}
          value={filter.decision ?? 'all'}
          onChange={(value) => onFilter({ decision: value === 'all' ? undefined : value })}
          data={[
            { value: 'all', label: t('found.all') },
            ...DECISIONS.map((value) => ({ value, label: `${t(`found.${value}`)} ${counts?.[value] ?? ''}`.trim() })),
          ]}
        />
      </div>
    </>
  );
}
