// Tasks tab: what a person does: calls with their sheet, decisions, contacts to repair, deliveries to check.
import { Chip, Group, Stack } from '@mantine/core';
import { taskKindValue, tasks } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, useLater } from '../../../page/index.ts';
import { Pager } from '../../../table/index.ts';
import { TaskCard } from './task-card.tsx';

const CallSheet = lazy(() => import('../calls/call-sheet.tsx').then((module) => ({ default: module.CallSheet })));
const route = getRouteApi('/shell/today');
const PAGE_SIZE = 30;
const ALL = 'all';

type Kind = (typeof taskKindValue.options)[number];

function Kinds({ kind, onKind }: Readonly<{ kind: Kind | undefined; onKind: (kind: Kind | undefined) => void }>) {
  const { t } = useWords('today');
  return (
    <Chip.Group value={kind ?? ALL} onChange={(value) => onKind(taskKindValue.options.find((one) => one === value))}>
      <Group gap={6} mb="sm" role="radiogroup" aria-label={t('tab.tasks')}>
        <Chip value={ALL} size="xs">
          {t('allTasks')}
        </Chip>
        {taskKindValue.options.map((one) => (
          <Chip key={one} value={one} size="xs">
            {t(`task.kinds.${one}`)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

/** The oldest due first; the call in hand stands in the address bar. */
export function TasksTab() {
  const { t } = useWords('today');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const [page, setPage] = useState(1);
  const [kind, setKind] = useState<Kind | undefined>();
  const answer = useRead(tasks.list, { query: { page, size: PAGE_SIZE, ...(kind ? { kind } : {}) } }, { keep: true });
  const calls = answer.data?.items.filter((task) => task.kind === 'call') ?? [];
  const at = calls.findIndex((task) => String(task.taskId) === search.task);
  const hasSheet = useLater(at >= 0);
  const go = (taskId: number | null) =>
    void navigate({
      search: ({ task: _, ...old }) => (taskId === null ? old : { ...old, task: String(taskId) }) as typeof search,
      replace: true,
    });
  return (
    <>
      <Kinds kind={kind} onKind={setKind} />
      <Answer of={answer}>
        {(list) =>
          list.total === 0 ? (
            <EmptyState title={t('task.none')}>{t('task.noneHint')}</EmptyState>
          ) : (
            <Stack gap="sm">
              {list.items.map((task) => (
                <TaskCard key={task.taskId} task={task} onCall={() => go(task.taskId)} />
              ))}
              <Pager of={list} onPage={setPage} />
            </Stack>
          )
        }
      </Answer>
      {hasSheet && (
        <Suspense fallback={null}>
          <CallSheet
            task={calls[at] ?? null}
            next={at < 0 ? null : (calls[at + 1] ?? (at > 0 ? (calls[0] ?? null) : null))}
            onGo={go}
            onClose={() => go(null)}
          />
        </Suspense>
      )}
    </>
  );
}
