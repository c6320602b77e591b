// Join preview: which movements two accounts both tell, which only one, and where money is applied on both.
import { Alert, Stack, Text } from '@mantine/core';
import type { AccountJoin } from '@quittance/contracts/api';
import { Amount, DayText } from '@quittance/ui/values';
import { useWords } from '../../../i18n/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';

type Twins = AccountJoin['twins'][number];

const labelOf = (side: Twins['from']): string => side.map(({ label }) => label.split('\n')[0]).join(' + ');

/** Nothing is written yet. */
export function JoinPreview({ join }: Readonly<{ join: AccountJoin }>) {
  const { t } = useWords('cash');
  const columns: Column<Twins>[] = [
    {
      key: 'on',
      title: t('statements.attach.on'),
      isName: true,
      cell: ({ into }) => <DayText day={into[0]?.bookedOn ?? null} />,
    },
    {
      key: 'amount',
      title: t('statements.attach.amount'),
      numeric: true,
      cell: ({ into }) => <Amount cents={into.reduce((sum, { cents }) => sum + cents, 0)} currency={join.currency} />,
    },
    { key: 'here', title: t('statements.attach.here'), cell: ({ from }) => labelOf(from) },
    { key: 'there', title: t('statements.attach.there'), cell: ({ into }) => labelOf(into), hideOnPhone: true },
  ];
  const mark: Column<Twins> = {
    key: 'mark',
    title: t('statements.attach.mark'),
    cell: ({ isMatchedTwice }) => (isMatchedTwice ? t('statements.attach.twice') : ''),
  };
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t('statements.attach.twins', { count: join.same })} {t('statements.attach.moved', { count: join.moved })}{' '}
        {t('statements.attach.forGood')}
      </Text>
      {join.matchedTwice > 0 && (
        <Alert color="orange" variant="light">
          {t('statements.attach.twice', { count: join.matchedTwice })}
        </Alert>
      )}
      {join.twins.length > 0 && (
        <DataTable
          label={t('statements.attach.list')}
          rows={join.twins}
          columns={join.matchedTwice > 0 ? [...columns, mark] : columns}
          rowKey={({ from, into }) => `${from[0]?.transactionId}-${into[0]?.transactionId}`}
        />
      )}
    </Stack>
  );
}
