// Past imports: what came in, when, by whom, and what could not be read.
import { Button, Stack, Title } from '@mantine/core';
import { type ImportReport, imports } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { type Mood, NumberText, StatusBadge } from '@quittance/ui/values';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { download, useRead } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer, useToast } from '../../page/index.ts';
import { useActor } from '../../session/index.ts';
import { type Column, DataTable, Pager } from '../../table/index.ts';

import { ChangesDrawer } from './changes-drawer.tsx';

const MOODS: Readonly<Record<ImportReport['status'], Mood>> = {
  running: 'plain',
  imported: 'good',
  unchanged: 'plain',
  refused: 'late',
  failed: 'late',
  withdrawn: 'warn',
  dry_run: 'plain',
};

function ErrorsCell({ report }: Readonly<{ report: ImportReport }>) {
  const { t } = useWords('imports');
  const toast = useToast();
  const { importId, errorCount, fileName } = report;
  const shown = <NumberText value={errorCount} />;
  if (errorCount === 0 || importId === null) return <span>{shown}</span>;
  const save = () => void download(imports.errorsFile, { params: { importId } }).catch(toast.refused);
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      onClick={save}
      aria-label={t('past.download', { shown, name: fileName })}
    >
      {shown}
    </Button>
  );
}

/** The list, newest first. */
export function PastImports() {
  const { t } = useWords('imports');
  const { instant } = useFormats();
  const actorOf = useActor();
  const whatOf = ({ counts, refusal }: ImportReport): string => {
    if (refusal) return t('past.why');
    const { invoices, payments } = counts;
    const count = invoices.created + invoices.updated + payments.created;
    return count > 0 ? t('past.changed', { count }) : t('past.see');
  };
  const [page, setPage] = useState(1);
  const list = useRead(imports.list, { query: { page, size: 20 } }, { keep: true });
  const asked = useSearch({ from: '/shell/imports' }).import;
  const [chosen, setOpened] = useState<ImportReport | null>();
  const opened = chosen === undefined ? list.data?.items.find(({ importId }) => String(importId) === asked) : chosen;
  const columns: Column<ImportReport>[] = [
    { key: 'file', title: t('past.file'), isName: true, cell: ({ fileName }) => fileName },
    { key: 'when', title: t('past.when'), cell: ({ startedAt }) => instant(startedAt) },
    {
      key: 'who',
      title: t('past.who'),
      cell: ({ startedBy }) => actorOf(startedBy),
      hideOnPhone: true,
    },
    {
      key: 'status',
      title: t('past.status'),
      cell: ({ status }) => <StatusBadge mood={MOODS[status]}>{t(`pastStatus.${status}`)}</StatusBadge>,
    },
    {
      key: 'what',
      title: t('past.what'),
      cell: (report) => (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setOpened(report)}
          aria-label={t('past.seeOf', { what: whatOf(report), name: report.fileName })}
        >
          {whatOf(report)}
        </Button>
      ),
    },
    { key: 'errors', title: t('past.errors'), numeric: true, cell: (report) => <ErrorsCell report={report} /> },
  ];
  return (
    <Stack gap="xs" mt="xl">
      <Title order={2}>{t('past.title')}</Title>
      <Answer of={list}>
        {(view) =>
          view.total === 0 ? (
            <EmptyState title={t('past.none')}>{t('past.noneHint')}</EmptyState>
          ) : (
            <div>
              <DataTable
                label={t('past.title')}
                rows={view.items}
                columns={columns}
                rowKey={({ importId, startedAt }) => `${importId} ${startedAt}`}
                isStale={list.isPlaceholderData}
              />
              <Pager of={view} onPage={setPage} />
              {opened && <ChangesDrawer report={opened} onClose={() => setOpened(null)} />}
            </div>
          )
        }
      </Answer>
    </Stack>
  );
}
