// Movement columns: what every list of movements already decided begins and ends with: the day, who paid, how much.
import { Text } from '@mantine/core';
import type { MovementRow } from '@quittance/contracts/api';
import { Amount, DayText } from '@quittance/ui/values';
import { useWords } from '../../../i18n/index.ts';
import type { Column } from '../../../table/index.ts';
import { payerOf } from '../waiting/line-columns.tsx';

/** The three, to be put in their places. */
export function useMovementColumns(): Readonly<Record<'on' | 'who' | 'cents', Column<MovementRow>>> {
  const { t } = useWords('cash');
  return {
    on: { key: 'on', title: t('column.on'), sort: 'bookedOn', cell: ({ bookedOn }) => <DayText day={bookedOn} /> },
    who: {
      key: 'who',
      title: t('column.who'),
      isName: true,
      cell: (line) => (
        <Text size="sm" fw={500} truncate title={line.label}>
          {payerOf(line)}
        </Text>
      ),
    },
    cents: {
      key: 'cents',
      title: t('column.cents'),
      sort: 'cents',
      numeric: true,
      cell: ({ cents, currency }) => <Amount cents={cents} currency={currency} strong />,
    },
  };
}
