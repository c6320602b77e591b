// Print tab: letters that wait are gathered into one PDF; batches, newest first, from the printer to the post office and its receipts.
import { Title } from '@mantine/core';
import { outbox, type PrintBatchView } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { DayText, NumberText, StatusBadge } from '@quittance/ui/values';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable, Pager } from '../../../table/index.ts';
import { WaitingLetters } from './waiting-letters.tsx';

const BatchDrawer = lazy(() => import('./batch-drawer.tsx').then((module) => ({ default: module.BatchDrawer })));
const route = getRouteApi('/shell/outbox');

function useColumns(): Column<PrintBatchView>[] {
  const { t } = useWords('outbox');
  const { day } = useFormats();
  const actorOf = useActor();
  return [
    { key: 'batch', title: t('print.batch'), isName: true, cell: ({ batchId }) => `${t('print.batch')} ${batchId}` },
    { key: 'on', title: t('print.on'), cell: ({ madeOn }) => <DayText day={madeOn} /> },
    { key: 'letters', title: t('print.letters'), numeric: true, cell: ({ letters }) => <NumberText value={letters} /> },
    { key: 'by', title: t('print.by'), cell: ({ actor }) => actorOf(actor), hideOnPhone: true },
    {
      key: 'posted',
      title: t('print.post'),
      cell: ({ postedOn }) =>
        postedOn ? (
          <StatusBadge mood="good">{t('print.postedOn', { day: day(postedOn) })}</StatusBadge>
        ) : (
          <StatusBadge mood="warn">{t('print.notPosted')}</StatusBadge>
        ),
    },
  ];
}

/** The tab. */
export function PrintTab() {
  const { t } = useWords('outbox');
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/outbox' });
  const list = useRead(outbox.printBatches, { query: { page: search.page } }, { keep: true });
  const columns = useColumns();
  const open = (batchId: number | null) =>
    void navigate({
      search: ({ batch: _, ...old }) => (batchId === null ? old : { ...old, batch: String(batchId) }) as typeof search,
      replace: true,
    });
  return (
    <>
      {may('outbox.write') && <WaitingLetters onMade={open} />}
      <Title order={2} fz="md" mb="xs">
        {t('print.batches')}
      </Title>
      <Answer of={list}>
        {(view) =>
          view.total === 0 ? (
            <EmptyState title={t('print.none')}>{t('print.noneHint')}</EmptyState>
          ) : (
            <>
              <DataTable
                label={t('print.batches')}
                rows={view.items}
                columns={columns}
                rowKey={({ batchId }) => String(batchId)}
                onOpen={({ batchId }) => open(batchId)}
              />
              <Pager of={view} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
            </>
          )
        }
      </Answer>
      <Suspense fallback={null}>
        <BatchDrawer batchId={search.batch ? Number(search.batch) : null} onClose={() => open(null)} />
      </Suspense>
    </>
  );
}
