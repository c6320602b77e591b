// Memory tab: payers learned from what people accepted, and how customers pay; each line can be forgotten.
import { Button, SegmentedControl, Text } from '@mantine/core';
import { type AliasView, memory } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { DayText, NumberText, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, SearchBox, useToast } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../../table/index.ts';
import { CASH_READS } from '../stale.ts';
import { Habits } from './habits.tsx';

const PAGE_SIZE = 50;

function useColumns(): Column<AliasView>[] {
  const { t } = useWords('cash');
  const toast = useToast();
  const actorOf = useActor();
  const canWrite = useMay()('bank.write');
  const erase = useWrite(memory.eraseAlias, CASH_READS);
  const restore = useWrite(memory.restoreAlias, CASH_READS);
  const forget = ({ aliasId }: AliasView) => {
    const input = { params: { aliasId } };
    erase.mutate(input, {
      onSuccess: () => toast.done(t('memory.erased'), { undo: () => restore.mutateAsync(input) }),
      onError: toast.refused,
    });
  };
  return [
    {
      key: 'payer',
      title: t('memory.payer'),
      isName: true,
      cell: ({ payerName, iban }) => (
        <Text size="sm" fw={500} truncate>
          {[payerName, iban].filter(Boolean).join(' · ')}
        </Text>
      ),
    },
    {
      key: 'for',
      title: t('memory.for'),
      cell: ({ customer, setAsideReason }) =>
        customer ? (
          <Link to="/customers/$customerId" params={{ customerId: String(customer.customerId) }}>
            {customer.name}
          </Link>
        ) : (
          <StatusBadge>{setAsideReason ? t(`reason.${setAsideReason}`) : t('memory.nobody')}</StatusBadge>
        ),
    },
    { key: 'times', title: t('memory.times'), numeric: true, cell: ({ times }) => <NumberText value={times} /> },
    { key: 'last', title: t('memory.last'), cell: ({ lastUsedOn }) => <DayText day={lastUsedOn} /> },
    { key: 'by', title: t('memory.by'), cell: ({ actor }) => <Text size="sm">{actorOf(actor)}</Text> },
    {
      key: 'deeds',
      title: t('column.deeds'),
      cell: (alias) =>
        canWrite ? (
          <Button size="compact-sm" variant="default" onClick={() => forget(alias)}>
            {t('memory.forget')}
          </Button>
        ) : null,
    },
  ];
}

function Payers() {
  const { t } = useWords('cash');
  const columns = useColumns();
  const [search, setSearch] = useState<string | undefined>();
  const [page, setPage] = useState(1);
  const answer = useRead(memory.aliases, { query: { search, page, size: PAGE_SIZE } }, { keep: true });
  const none = <EmptyState title={t('memory.empty')}>{t('memory.emptyHint')}</EmptyState>;
  return (
    <>
      <div className="q-cashfilters">
        <SearchBox value={search} placeholder={t('memory.search')} onSearch={setSearch} />
      </div>
      <Answer of={answer}>
        {(list) =>
          list.total === 0 ? (
            search ? (
              <NoMatch />
            ) : (
              none
            )
          ) : (
            <>
              <DataTable
                label={t('memory.payers')}
                rows={list.items}
                columns={columns}
                rowKey={({ aliasId }) => String(aliasId)}
                isStale={answer.isPlaceholderData}
              />
              <Pager of={list} onPage={setPage} />
            </>
          )
        }
      </Answer>
    </>
  );
}

/** The tab. */
export function MemoryTab() {
  const { t } = useWords('cash');
  const [part, setPart] = useState('payers');
  return (
    <>
      <SegmentedControl
        mb="sm"
        size="xs"
        aria-label={t('tab.memory')}
        value={part}
        onChange={setPart}
        data={['payers', 'habits'].map((value) => ({ value, label: t(`memory.${value}`) }))}
      />
      {part === 'payers' ? <Payers /> : <Habits />}
    </>
  );
}
