// Aside tab: money that is no customer's, with who said so and why; each can be taken back among what waits.
import { Button, Text } from '@mantine/core';
import { type MovementRow, matching, setAsideReasonValue } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRead, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, SearchBox, useToast } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../../table/index.ts';
import { CASH_READS } from '../stale.ts';
import { useMovementColumns } from './movement-columns.tsx';

const route = getRouteApi('/shell/cash');
const PAGE_SIZE = 100;

/** Whether it is a reason that people give, and take back; doubles and withdrawn files have their own. */
const maySetAside = (reason: string | undefined): boolean => setAsideReasonValue.safeParse(reason).success;

function useColumns(): Column<MovementRow>[] {
  const { t } = useWords('cash');
  const columns = useMovementColumns();
  const toast = useToast();
  const actorOf = useActor();
  const canTake = useMay()('bank.write');
  const take = useWrite(matching.takeBack, CASH_READS);
  const back = ({ transactionId }: MovementRow) =>
    take.mutate(
      { body: { transactionIds: [transactionId] } },
      { onSuccess: () => toast.done(t('aside.takenBack')), onError: toast.refused },
    );
  return [
    columns.on,
    columns.who,
    {
      key: 'why',
      title: t('column.why'),
      cell: ({ setAside }) =>
        setAside && (
          <Text size="sm" truncate>
            {t(`reason.${setAside.reason}`)} · {actorOf(setAside.by)}
            {setAside.note && ` · ${setAside.note}`}
          </Text>
        ),
    },
    columns.cents,
    {
      key: 'back',
      title: t('column.deeds'),
      cell: (line) =>
        canTake && maySetAside(line.setAside?.reason) ? (
          <Button size="compact-sm" variant="default" onClick={() => back(line)}>
            {t('aside.takeBack')}
          </Button>
        ) : null,
    },
  ];
}

/** The tab. */
export function AsideTab() {
  const { t } = useWords('cash');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/cash' });
  const columns = useColumns();
  const sort = (search.sort ?? '-bookedOn') as '-bookedOn';
  const query = { state: 'set_aside' as const, size: PAGE_SIZE, page: search.page, search: search.search, sort };
  const answer = useRead(matching.lines, { query }, { keep: true });
  return (
    <>
      <div className="q-cashfilters">
        <SearchBox
          value={search.search}
          placeholder={t('search')}
          onSearch={(text) =>
            void navigate({
              search: ({ page: _, ...old }) => ({ ...old, search: text }) as typeof search,
              replace: true,
            })
          }
        />
      </div>
      <Answer of={answer}>
        {(list) =>
          list.total === 0 ? (
            search.search ? (
              <NoMatch />
            ) : (
              <EmptyState title={t('aside.empty')}>{t('aside.emptyHint')}</EmptyState>
            )
          ) : (
            <>
              <DataTable
                label={t('tab.aside')}
                rows={list.items}
                columns={columns}
                rowKey={({ transactionId }) => String(transactionId)}
                sort={sort}
                onSort={(next) => void navigate({ search: (old) => ({ ...old, sort: next }), replace: true })}
                isStale={answer.isPlaceholderData}
              />
              <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
            </>
          )
        }
      </Answer>
    </>
  );
}
