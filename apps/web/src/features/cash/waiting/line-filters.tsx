// Line filters: what is typed, what was found, how long it has waited; and how much waits in all, by age.
import { SegmentedControl } from '@mantine/core';
import type { WaitingSummary } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { useWords } from '../../../i18n/index.ts';
import { SearchBox } from '../../../page/index.ts';

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

/** Waiting money by age: each is a filter. */
function Ages({ filter, onFilter, summary }: Props) {
  const { t } = useWords('cash');
  return (
    <fieldset className="q-ages" aria-label={t('ages')}>
      {AGES.map((age) => {
        const held = summary?.ages.filter((one) => one.age === age) ?? [];
        const count = held.reduce((sum, one) => sum + one.count, 0);
        const isOn = filter.age === age;
        return (
          <button
            key={age}
            type="button"
            className="q-age"
            aria-pressed={isOn}
            onClick={() => onFilter({ age: isOn ? undefined : age })}
          >
            <span>{t(`age.${age}`)}</span> <b>{count.toLocaleString()}</b>{' '}
            {held.map(({ currency, cents }) => (
              <Amount key={currency} cents={cents} currency={currency} />
            ))}
          </button>
        );
      })}
    </fieldset>
  );
}

/** One line of filters, one of ages. */
export function LineFilters(props: Props) {
  const { filter, onFilter, summary } = props;
  const { t } = useWords('cash');
  const counts = summary?.decisions;
  return (
    <>
      <Ages {...props} />
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
