// Past day: what left that day, read only.
import { type OutboxRow, outbox } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { EmptyState } from '@quittance/ui/states';
import { Amount, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer } from '../../page/index.ts';
import { type Column, DataTable, Pager } from '../../table/index.ts';

function useColumns(): Column<OutboxRow>[] {
  const { t } = useWords('today');
  return [
    {
      key: 'customer',
      title: t('customer'),
      isName: true,
      cell: ({ customerId, customerName }) => (
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
          {customerName}
        </Link>
      ),
    },
    {
      key: 'message',
      title: t('past.message'),
      cell: ({ actionId, tone, channel }) => (
        <Link to="/outbox" search={{ action: String(actionId) }}>
          {t(`words:tone.${tone}`)} · {t(`words:channel.${channel}`)}
        </Link>
      ),
    },
    { key: 'state', title: t('state'), cell: ({ state }) => <StatusBadge>{t(`words:state.${state}`)}</StatusBadge> },
    {
      key: 'total',
      title: t('total'),
      numeric: true,
      cell: ({ totalCents, currency }) => <Amount cents={totalCents} currency={currency} strong />,
    },
  ];
}

/** The outbox of one day. */
export function PastDay({ on }: Readonly<{ on: string }>) {
  const { t } = useWords('today');
  const [page, setPage] = useState(1);
  const columns = useColumns();
  const answer = useRead(outbox.list, { query: { from: on as Day, to: on as Day, page } }, { keep: true });
  return (
    <Answer of={answer}>
      {(list) =>
        list.total === 0 ? (
          <EmptyState title={t('past.none')}>{t('past.noneHint')}</EmptyState>
        ) : (
          <>
            <DataTable
              label={t('past.title')}
              rows={list.items}
              columns={columns}
              rowKey={({ actionId }) => String(actionId)}
            />
            <Pager of={list} onPage={setPage} />
          </>
        )
      }
    </Answer>
  );
}
