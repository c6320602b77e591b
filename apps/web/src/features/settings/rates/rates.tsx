// Rates: legal rates by half-year, each with its source and its doubt.
import { Alert, Stack, Text } from '@mantine/core';
import { type HalfYearRates, rates } from '@quittance/contracts/api';
import { formatRate } from '@quittance/core/letters';
import { StatusBadge } from '@quittance/ui/values';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useActor } from '../../../session/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';

/** The table, newest first. */
export function RatesPage() {
  const { t, language } = useWords('settings');
  const actorOf = useActor();
  const list = useRead(rates.list, undefined);
  const percent = (value: number) => <span className="q-amount">{formatRate(value, language)}</span>;
  const columns: Column<HalfYearRates>[] = [
    { key: 'half', title: t('rate.halfYear'), isName: true, cell: ({ halfYear }) => halfYear.replace('S', ' S') },
    { key: 'ecb', title: t('rate.ecb'), numeric: true, cell: ({ ecbMroPct }) => percent(ecbMroPct) },
    { key: 'other', title: t('rate.legalOther'), numeric: true, cell: ({ legalOtherPct }) => percent(legalOtherPct) },
    {
      key: 'one',
      title: t('rate.legalIndividual'),
      numeric: true,
      cell: ({ legalIndividualPct }) => percent(legalIndividualPct),
    },
    {
      key: 'source',
      title: t('rate.source'),
      cell: ({ source, editedBy }) => (
        <Text size="sm" maw="46ch">
          {source}
          {editedBy && ` – ${t('rate.edited', { name: actorOf(editedBy) })}`}
        </Text>
      ),
    },
    {
      key: 'doubt',
      title: t('rate.doubt'),
      cell: ({ doubtful }) => (
        <StatusBadge mood={doubtful ? 'warn' : 'good'}>{t(doubtful ? 'rate.doubtful' : 'rate.sure')}</StatusBadge>
      ),
    },
  ];
  return (
    <Stack>
      <Text c="dimmed" maw="70ch">
        {t('rate.hint')}
      </Text>
      <Answer of={list}>
        {({ items, missing }) => (
          <>
            {missing.length > 0 && (
              <Alert color="orange" variant="light">
                {t('rate.missing', {
                  count: missing.length,
                  list: missing.map((half) => half.replace('S', ' S')).join(', '),
                })}
              </Alert>
            )}
            <DataTable label={t('section.rates')} rows={items} columns={columns} rowKey={({ halfYear }) => halfYear} />
          </>
        )}
      </Answer>
    </Stack>
  );
}
