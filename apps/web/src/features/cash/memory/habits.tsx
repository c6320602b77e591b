// Habits: how customers are used to pay, counted from what was accepted.
import { Button, Text } from '@mantine/core';
import { type HabitView, memory } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { type Column, DataTable, Pager } from '../../../table/index.ts';
import { CASH_READS } from '../stale.ts';

const PAGE_SIZE = 50;

function useColumns(): Column<HabitView>[] {
  const { t } = useWords('cash');
  const toast = useToast();
  const canWrite = useMay()('bank.write');
  const erase = useWrite(memory.eraseHabits, CASH_READS);
  const forget = ({ customer }: HabitView) =>
    erase.mutate(
      { body: { customerId: customer.customerId } },
      { onSuccess: () => toast.done(t('memory.erased')), onError: toast.refused },
    );
  return [
    {
      key: 'customer',
      title: t('hand.customer'),
      isName: true,
      cell: ({ customer }) => (
        <Link to="/customers/$customerId" params={{ customerId: String(customer.customerId) }}>
          {customer.name}
        </Link>
      ),
    },
    {
      key: 'habits',
      title: t('memory.habits'),
      cell: ({ habits }) => (
        <Text size="sm">
          {habits.map(({ habit, times }) => t('memory.habit', { how: t(`habit.${habit}`), count: times })).join(' · ')}
        </Text>
      ),
    },
    {
      key: 'deeds',
      title: t('column.deeds'),
      cell: (of) =>
        canWrite ? (
          <Button size="compact-sm" variant="default" onClick={() => forget(of)}>
            {t('memory.forget')}
          </Button>
        ) : null,
    },
  ];
}

/** One line for each customer. */
export function Habits() {
  const { t } = useWords('cash');
  const [page, setPage] = useState(1);
  const columns = useColumns();
  const answer = useRead(memory.habits, { query: { page, size: PAGE_SIZE } }, { keep: true });
  return (
    <Answer of={answer}>
      {(list) =>
        list.total === 0 ? (
          <EmptyState title={t('memory.noHabits')}>{t('memory.noHabitsHint')}</EmptyState>
        ) : (
          <>
            <DataTable
              label={t('memory.habits')}
              rows={list.items}
              columns={columns}
              rowKey={({ customer }) => String(customer.customerId)}
            />
            <Pager of={list} onPage={setPage} />
          </>
        )
      }
    </Answer>
  );
}
