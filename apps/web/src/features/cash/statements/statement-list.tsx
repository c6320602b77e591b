// Statement list: every statement brought in, its balances, how its arithmetic came out, what an earlier file had brought.
import { Text } from '@mantine/core';
import { type BankStatementView, bank } from '@quittance/contracts/api';
import { Amount, DayText, type Mood, NumberText, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { type Column, DataTable, Pager } from '../../../table/index.ts';
import { grouped } from '../grouped.ts';
import { Gap } from './gap.tsx';

const PAGE_SIZE = 50;
const MOODS: Readonly<Record<BankStatementView['balance'], Mood>> = {
  balanced: 'good',
  unknown: 'plain',
  differs: 'late',
};

function useColumns(): Column<BankStatementView>[] {
  const { t } = useWords('cash');
  const money = (cents: number | null, currency: string) =>
    cents === null ? '–' : <Amount cents={cents} currency={currency} />;
  return [
    {
      key: 'period',
      title: t('statements.period'),
      isName: true,
      cell: ({ fromOn, toOn, gapBefore, currency }) => (
        <>
          <DayText day={fromOn} /> – <DayText day={toOn} />
          {gapBefore && <Gap of={gapBefore} currency={currency} />}
        </>
      ),
    },
    {
      key: 'account',
      title: t('statements.account'),
      cell: ({ accountName, identity }) => accountName || grouped(identity) || t('statements.unnamed'),
    },
    { key: 'format', title: t('statements.format'), cell: ({ format }) => format.toUpperCase(), hideOnPhone: true },
    {
      key: 'file',
      title: t('statements.file'),
      cell: ({ importId, fileName }) => (
        <Link to="/imports" search={{ import: String(importId) }}>
          {fileName}
        </Link>
      ),
    },
    {
      key: 'opening',
      title: t('statements.opening'),
      numeric: true,
      cell: ({ openingCents, currency }) => money(openingCents, currency),
    },
    {
      key: 'closing',
      title: t('statements.closingShort'),
      numeric: true,
      cell: ({ closingCents, currency }) => money(closingCents, currency),
    },
    {
      key: 'movements',
      title: t('statements.movements'),
      numeric: true,
      cell: ({ movements, known }) => (
        <>
          <NumberText value={movements} />
          {known > 0 && (
            <Text span size="xs" c="dimmed">
              {' '}
              {t('statements.known', { count: known })}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'balance',
      title: t('statements.balance'),
      cell: ({ balance, isWithdrawn }) =>
        isWithdrawn ? (
          <StatusBadge mood="warn">{t('statements.withdrawn')}</StatusBadge>
        ) : (
          <StatusBadge mood={MOODS[balance]}>{t(`statements.${balance}`)}</StatusBadge>
        ),
    },
  ];
}

/** The last day first. */
export function StatementList() {
  const { t } = useWords('cash');
  const [page, setPage] = useState(1);
  const columns = useColumns();
  const answer = useRead(bank.statements, { query: { page, size: PAGE_SIZE } }, { keep: true });
  return (
    <Answer of={answer}>
      {(list) => (
        <>
          <DataTable
            label={t('statements.list')}
            rows={list.items}
            columns={columns}
            rowKey={({ statementId }) => String(statementId)}
            isStale={answer.isPlaceholderData}
          />
          <Pager of={list} onPage={setPage} />
        </>
      )}
    </Answer>
  );
}
