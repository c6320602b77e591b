// Rates: legal rates by half-year, each with its source and its doubt; the one that is coming is asked for in time.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { type HalfYearRates, rates } from '@quittance/contracts/api';
import { formatRate } from '@quittance/core/letters';
import { StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { sourceWords, useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { SettingsPage } from '../of-company.tsx';
import { useHalfYear } from './half-year.ts';
import { RateDialog } from './rate-dialog.tsx';

function Source({ rate }: Readonly<{ rate: HalfYearRates }>) {
  const { t, language } = useWords('settings');
  const actorOf = useActor();
  const { source, editedBy, origin, doubtful } = rate;
  return (
    <Text size="sm" component="div">
      <StatusBadge mood={doubtful ? 'warn' : 'good'}>{t(doubtful ? 'rate.doubtful' : 'rate.sure')}</StatusBadge>{' '}
      {sourceWords(source, { isShipped: origin === 'shipped', language })}
      {editedBy && ` – ${t('rate.edited', { name: actorOf(editedBy) })}`}
    </Text>
  );
}

function useColumns(onEdit: (halfYear: string) => void): Column<HalfYearRates>[] {
  const { t, language } = useWords('settings');
  const halfWords = useHalfYear();
  const may = useMay();
  const percent = (value: number) => <span className="q-amount">{formatRate(value, language)}</span>;
  const columns: Column<HalfYearRates>[] = [
    {
      key: 'half',
      title: t('rate.halfYear'),
      isName: true,
      cell: ({ halfYear }) => <span className="q-nowrap">{halfWords(halfYear)}</span>,
    },
    { key: 'ecb', title: t('rate.short.ecb'), numeric: true, cell: ({ ecbMroPct }) => percent(ecbMroPct) },
    {
      key: 'other',
      title: t('rate.short.legalOther'),
      numeric: true,
      cell: ({ legalOtherPct }) => percent(legalOtherPct),
    },
    {
      key: 'one',
      title: t('rate.short.legalIndividual'),
      numeric: true,
      cell: ({ legalIndividualPct }) => percent(legalIndividualPct),
    },
    { key: 'source', title: t('rate.source'), cell: (rate) => <Source rate={rate} /> },
  ];
  if (!may('rate.write')) return columns;
  const edit: Column<HalfYearRates> = {
    key: 'edit',
    title: '',
    cell: ({ halfYear }) => (
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('rate.editOf', { half: halfWords(halfYear) })}
        onClick={() => onEdit(halfYear)}
      >
        {t('rate.edit')}
      </Button>
    ),
  };
  return [...columns, edit];
}

/** The page, newest half-year first. */
export function RatesPage() {
  const { t } = useWords('settings');
  const formats = useFormats();
  const halfWords = useHalfYear();
  const may = useMay();
  const list = useRead(rates.list, undefined);
  const [edited, setEdited] = useState<string | null>(null);
  const columns = useColumns(setEdited);
  const enter = (halfYear: string) =>
    may('rate.write') && (
      <Button size="compact-sm" variant="default" onClick={() => setEdited(halfYear)}>
        {t('rate.enter', { half: halfWords(halfYear) })}
      </Button>
    );
  return (
    <SettingsPage title={t('section.rates')} hint={t('rate.hint')}>
      <Answer of={list}>
        {({ items, missing, coming }) => (
          <Stack>
            {missing.map((halfYear) => (
              <Alert
                key={halfYear}
                color="red"
                variant="light"
                title={t('rate.missing', { half: halfWords(halfYear) })}
              >
                {enter(halfYear)}
              </Alert>
            ))}
            {coming && (
              <Alert color="orange" variant="light" title={t('rate.coming', { half: halfWords(coming.halfYear) })}>
                <Text size="sm" mb="xs">
                  {t('rate.comingHint', { day: formats.day(coming.from) })}
                </Text>
                {enter(coming.halfYear)}
              </Alert>
            )}
            <DataTable label={t('section.rates')} rows={items} columns={columns} rowKey={({ halfYear }) => halfYear} />
            {may('journal.read') && (
              <Group>
                <Link to="/settings/journal" search={{ kind: 'rates' }}>
                  {t('rate.history')}
                </Link>
              </Group>
            )}
            {edited && (
              <RateDialog
                halfYear={edited}
                known={items.find(({ halfYear }) => halfYear === edited)}
                onClose={() => setEdited(null)}
              />
            )}
          </Stack>
        )}
      </Answer>
    </SettingsPage>
  );
}
