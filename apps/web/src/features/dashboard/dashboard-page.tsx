// Dashboard: how collection is doing, in five minutes on a Monday; every figure leads to what makes it up.
import './words.ts';
import './dashboard.css';
import { Button } from '@mantine/core';
import { dashboard } from '@quittance/contracts/api';
import type { RouteInput } from '@quittance/contracts/route';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer, PageHeader } from '../../page/index.ts';
import { ActivityPanel } from './activity.tsx';
import type { Board, BoardFilter } from './board.ts';
import { AgeingBar, Trends } from './charts.tsx';
import { Filters, Freshness } from './filters.tsx';
import { Amounts } from './headline.tsx';
import { Indicators } from './indicators.tsx';
import { Risks } from './risks.tsx';
import { WaitingPanel } from './waiting.tsx';

const route = getRouteApi('/shell/dashboard');

type Query = NonNullable<RouteInput<(typeof dashboard)['get']>['query']>;

const isNarrowed = ({ segment, owner }: BoardFilter): boolean => segment !== undefined || owner !== undefined;

function Nothing() {
  const { t } = useWords('dashboard');
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <Button component={Link} to="/imports">
          {t('empty.go')}
        </Button>
      }
    >
      {t('empty.hint')}
    </EmptyState>
  );
}

const Figures = ({ board }: Readonly<{ board: Board }>) => (
  <>
    <Amounts board={board} />
    <AgeingBar board={board} />
    <Indicators board={board} />
    <Trends board={board} />
    <div className="q-board-panels">
      <ActivityPanel board={board} />
      <WaitingPanel board={board} />
    </div>
    <Risks board={board} />
  </>
);

/** The screen. */
export function DashboardPage() {
  const { t } = useWords('dashboard');
  const { segment, owner, on } = route.useSearch();
  const filter: BoardFilter = { segment, owner, on };
  const navigate = useNavigate({ from: '/dashboard' });
  const answer = useRead(dashboard.get, { query: filter as Query }, { keep: true });
  return (
    <>
      <PageHeader title={t('title')} />
      <Answer of={answer}>
        {(view) => {
          const board = { view, filter };
          const isEmpty = view.customers === 0 && view.trend.length <= 1 && !isNarrowed(filter) && !filter.on;
          if (isEmpty) return <Nothing />;
          return (
            <div data-stale={answer.isPlaceholderData || undefined} className="q-board">
              <Filters
                board={board}
                onChange={(change) =>
                  void navigate({ search: (old) => ({ ...old, ...change }) as typeof old, replace: true })
                }
              />
              <Freshness of={view.freshness} filter={filter} />
              <Figures board={board} />
            </div>
          );
        }}
      </Answer>
    </>
  );
}
