// Done tab: money that found its place: by whom, why, for what; each decision can be taken back with a reason.
import { Button, SegmentedControl, Text } from '@mantine/core';
import { decisionOriginValue, type MovementRow, matching } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { StatusBadge } from '@quittance/ui/values';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, SearchBox } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../../table/index.ts';
import { useMovementColumns } from './movement-columns.tsx';

const UndoDialog = lazy(async () => ({ default: (await import('./undo-dialog.tsx')).UndoDialog }));
const DecisionDrawer = lazy(async () => ({ default: (await import('./decision-drawer.tsx')).DecisionDrawer }));

const route = getRouteApi('/shell/cash');
const PAGE_SIZE = 100;

/** The decisions in force about a movement. */
const inForce = ({ decided }: MovementRow) => decided.filter(({ undone }) => undone === null);

function useColumns(onUndo: (line: MovementRow) => void): Column<MovementRow>[] {
  const { t } = useWords('cash');
  const columns = useMovementColumns();
  const actorOf = useActor();
  const canUndo = useMay()('allocation.write');
  return [
    columns.on,
    columns.who,
    {
      key: 'what',
      title: t('column.paid'),
      cell: (line) => {
        const numbers = inForce(line).flatMap(({ allocations }) => allocations.map(({ number }) => number));
        const whose = inForce(line).flatMap(({ customers }) => customers.map(({ name }) => name));
        const said = [[...new Set(numbers)].join(', '), [...new Set(whose)].join(', ')].filter(Boolean).join(' · ');
        return (
          <Text size="sm" truncate title={said}>
            {said}
          </Text>
        );
      },
    },
    {
      key: 'by',
      title: t('column.by'),
      cell: (line) => {
        const latest = inForce(line)[0];
        if (!latest) return null;
        if (latest.origin === 'automatic') return <StatusBadge>{t('origin.automatic')}</StatusBadge>;
        return (
          <Text size="sm">
            {t(`origin.${latest.origin}`)} · {actorOf(latest.actor)}
          </Text>
        );
      },
    },
    columns.cents,
    {
      key: 'undo',
      title: t('column.deeds'),
      cell: (line) =>
        canUndo && inForce(line).length > 0 ? (
          <Button size="compact-sm" variant="default" onClick={() => onUndo(line)}>
            {t('words:do.undo')}
          </Button>
        ) : null,
    },
  ];
}

/** The tab; "alone" shows what nobody looked at. */
export function DoneTab() {
  const { t } = useWords('cash');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/cash' });
  const [undoing, setUndoing] = useState<MovementRow | null>(null);
  const [read, setRead] = useState<MovementRow | null>(null);
  const columns = useColumns(setUndoing);
  const origin = decisionOriginValue.options.find((one) => one === search.origin);
  const sort = (search.sort ?? '-bookedOn') as '-bookedOn';
  const query = { state: 'applied' as const, size: PAGE_SIZE, page: search.page, search: search.search, origin, sort };
  const answer = useRead(matching.lines, { query }, { keep: true });
  const narrow = (change: Readonly<{ search?: string | undefined; origin?: string | undefined }>) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  return (
    <>
      <div className="q-cashfilters">
        <SearchBox value={search.search} placeholder={t('search')} onSearch={(text) => narrow({ search: text })} />
        <SegmentedControl
          size="xs"
          aria-label={t('column.by')}
          value={origin ?? 'all'}
          onChange={(value) => narrow({ origin: value === 'all' ? undefined : value })}
          data={[
            { value: 'all', label: t('found.all') },
            ...decisionOriginValue.options.map((value) => ({ value, label: t(`origin.${value}`) })),
          ]}
        />
      </div>
      <Answer of={answer}>
        {(list) =>
          list.total === 0 ? (
            origin || search.search ? (
              <NoMatch />
            ) : (
              <EmptyState title={t('done.empty')}>{t('done.emptyHint')}</EmptyState>
            )
          ) : (
            <>
              <DataTable
                label={t('tab.applied')}
                rows={list.items}
                columns={columns}
                rowKey={({ transactionId }) => String(transactionId)}
                sort={sort}
                onSort={(next) => void navigate({ search: (old) => ({ ...old, sort: next }), replace: true })}
                onOpen={setRead}
                isStale={answer.isPlaceholderData}
              />
              <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
            </>
          )
        }
      </Answer>
      <Suspense fallback={null}>
        {undoing && <UndoDialog line={undoing} onClose={() => setUndoing(null)} />}
        {read && <DecisionDrawer line={read} onClose={() => setRead(null)} />}
      </Suspense>
    </>
  );
}
