// Tasks tab: what a person does: calls with their script, decisions, contacts to repair, deliveries to check.
import { Stack } from '@mantine/core';
import { tasks } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { Pager } from '../../../table/index.ts';
import { TaskCard } from './task-card.tsx';

const PAGE_SIZE = 30;

/** The oldest due first. */
export function TasksTab() {
  const { t } = useWords('today');
  const [page, setPage] = useState(1);
  const answer = useRead(tasks.list, { query: { page, size: PAGE_SIZE } }, { keep: true });
  return (
    <Answer of={answer}>
      {(list) =>
        list.total === 0 ? (
          <EmptyState title={t('task.none')}>{t('task.noneHint')}</EmptyState>
        ) : (
          <Stack gap="sm">
            {list.items.map((task) => (
              <TaskCard key={task.taskId} task={task} />
            ))}
            <Pager of={list} onPage={setPage} />
          </Stack>
        )
      }
    </Answer>
  );
}
