// Waiting letters: those handed over and in no batch yet; some or all are gathered into one PDF, which opens at once.
import { Button, Group, Stack, Text } from '@mantine/core';
import { type LetterRow, type LettersComing, outbox } from '@quittance/contracts/api';
import type { ActionId } from '@quittance/core/kernel';
import { Amount, DayText, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';

/** Columns of letters, waiting or printed. */
export function useLetterColumns(): Column<LetterRow>[] {
  const { t } = useWords('outbox');
  return [
    {
      key: 'customer',
      title: t('customer'),
      isName: true,
      cell: ({ customerId, customerName, toAddress }) => (
        <Stack gap={0}>
          <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
            {customerName}
          </Link>
          <Text size="xs" c="dimmed">
            {toAddress}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'what',
      title: t('what'),
      cell: ({ actionId, tone, registered }) => (
        <Group gap={4}>
          <Link to="/outbox" search={{ action: String(actionId) }}>
            {t(`words:tone.${tone}`)}
          </Link>
          {registered && <StatusBadge mood="warn">{t('words:channel.registered_letter')}</StatusBadge>}
        </Group>
      ),
    },
    { key: 'at', title: t('at'), cell: ({ doneOn }) => <DayText day={doneOn} /> },
    {
      key: 'total',
      title: t('total'),
      numeric: true,
      cell: ({ totalCents, currency }) => <Amount cents={totalCents} currency={currency} />,
    },
  ];
}

/** Letters approved that are not there yet, a line a day. */
function ComingLetters({ coming }: Readonly<{ coming: readonly LettersComing[] }>) {
  const { t } = useWords('outbox');
  const { day } = useFormats();
  if (coming.length === 0) return null;
  return (
    <Stack gap={2}>
      {coming.map(({ on, letters }) => (
        <Text key={on} size="sm">
          {t('print.coming', { count: letters, day: day(on) })}
        </Text>
      ))}
    </Stack>
  );
}

/** `onMade` learns the number of the batch. */
export function WaitingLetters({ onMade }: Readonly<{ onMade: (batchId: number) => void }>) {
  const { t } = useWords('outbox');
  const toast = useToast();
  const columns = useLetterColumns();
  const waiting = useRead(outbox.lettersToPrint, undefined, { keep: true });
  const [taken, setTaken] = useState<ReadonlySet<string> | null>(null);
  const make = useWrite(outbox.makePrintBatch, ['/api/v1/outbox']);
  const rows = waiting.data?.items ?? [];
  const keys = rows.map(({ actionId }) => String(actionId));
  const chosen = taken ? new Set(keys.filter((key) => taken.has(key))) : new Set(keys);
  const coming = waiting.data?.coming ?? [];
  if (rows.length === 0)
    return (
      <Stack gap="xs" mb="lg">
        {waiting.data && <Text>{t('print.noWaiting')}</Text>}
        <ProblemNote error={waiting.error} />
        <ComingLetters coming={coming} />
      </Stack>
    );
  const submit = () => {
    const actionIds = [...chosen].map((key) => Number(key) as ActionId);
    void make.mutateAsync({ body: { actionIds } }).then(
      ({ letters, batchId }) => {
        toast.done(t('print.done', { count: letters }));
        setTaken(null);
        onMade(batchId);
      },
      () => undefined,
    );
  };
  const known = new Map(rows.map((row) => [String(row.actionId), row.customerName]));
  return (
    <Stack gap="sm" mb="lg">
      <Group align="center">
        <Button onClick={submit} loading={make.isPending} disabled={chosen.size === 0}>
          {t('print.make', { count: chosen.size })}
        </Button>
        <Text size="sm" c="dimmed" maw="60ch">
          {t('print.hint')}
        </Text>
      </Group>
      <ProblemNote error={make.error} />
      <DataTable
        label={t('print.waiting')}
        rows={rows}
        columns={columns}
        rowKey={({ actionId }) => String(actionId)}
        choice={{ chosen, onChange: setTaken, nameOf: (key) => known.get(key) ?? '' }}
      />
      <ComingLetters coming={coming} />
    </Stack>
  );
}
