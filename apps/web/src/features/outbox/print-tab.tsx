// Print tab: approved letters gathered into one PDF with their postage list; earlier batches stay at hand.
import { Button, Group, Text } from '@mantine/core';
import { outbox, type PrintBatchView } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { DayText } from '@quittance/ui/values';
import { useState } from 'react';
import { download, useRead, useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer, ProblemNote, useToast } from '../../page/index.ts';
import { useActor, useMay } from '../../session/index.ts';
import { type Column, DataTable, Pager } from '../../table/index.ts';

function Files({ batch }: Readonly<{ batch: PrintBatchView }>) {
  const { t } = useWords('outbox');
  const toast = useToast();
  const params = { batchId: batch.batchId };
  return (
    <Group gap="xs" justify="flex-end">
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void download(outbox.printBatchPdf, { params }).catch(toast.refused)}
      >
        {t('print.pdf')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void download(outbox.printBatchPostage, { params }).catch(toast.refused)}
      >
        {t('print.postage')}
      </Button>
    </Group>
  );
}

function useColumns(): Column<PrintBatchView>[] {
  const { t } = useWords('outbox');
  const actorOf = useActor();
  return [
    { key: 'batch', title: t('print.batch'), isName: true, cell: ({ batchId }) => `${t('print.batch')} ${batchId}` },
    { key: 'on', title: t('print.on'), cell: ({ madeOn }) => <DayText day={madeOn} /> },
    { key: 'letters', title: t('print.letters'), numeric: true, cell: ({ letters }) => letters.toLocaleString() },
    { key: 'by', title: t('print.by'), cell: ({ actor }) => actorOf(actor), hideOnPhone: true },
    { key: 'files', title: '', cell: (batch) => <Files batch={batch} /> },
  ];
}

/** Batches, newest first. */
export function PrintTab() {
  const { t } = useWords('outbox');
  const may = useMay();
  const toast = useToast();
  const [page, setPage] = useState(1);
  const list = useRead(outbox.printBatches, { query: { page } }, { keep: true });
  const make = useWrite(outbox.makePrintBatch, ['/api/v1/outbox']);
  const columns = useColumns();
  return (
    <>
      {may('outbox.write') && (
        <Group mb="md" align="center">
          <Button
            onClick={() =>
              make.mutate({ body: {} }, { onSuccess: ({ letters }) => toast.done(t('print.done', { count: letters })) })
            }
            loading={make.isPending}
          >
            {t('print.make')}
          </Button>
          <Text size="sm" c="dimmed" maw="60ch">
            {t('print.hint')}
          </Text>
        </Group>
      )}
      <ProblemNote error={make.error} />
      <Answer of={list}>
        {(view) =>
          view.total === 0 ? (
            <EmptyState title={t('print.none')}>{t('print.noneHint')}</EmptyState>
          ) : (
            <>
              <DataTable
                label={t('tab.print')}
                rows={view.items}
                columns={columns}
                rowKey={({ batchId }) => String(batchId)}
              />
              <Pager of={view} onPage={setPage} />
            </>
          )
        }
      </Answer>
    </>
  );
}
