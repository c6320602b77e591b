// Aged balance: who owes what since when, as of any day, tied to the books.
import './words.ts';
import { Button, Group } from '@mantine/core';
import { agedBalance } from '@quittance/contracts/api';
import type { RouteInput, RouteOutput } from '@quittance/contracts/route';
import type { CustomerId, Day } from '@quittance/core/kernel';
import { EmptyState } from '@quittance/ui/states';
import { Amount } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer, DayPicker, PageHeader, SearchBox } from '../../page/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../table/index.ts';
import { BalanceNotes } from './balance-notes.tsx';
import { ExportMenu } from './export-menu.tsx';

const route = getRouteApi('/shell/aged-balance');

type Query = NonNullable<RouteInput<(typeof agedBalance)['get']>['query']>;
type Balance = RouteOutput<(typeof agedBalance)['get']>;
type Row = Balance['items'][number];

function useColumns(balance: Balance): Column<Row>[] {
  const { t } = useWords('aged-balance');
  const { currency, totals } = balance;
  const money = (cents: number, blankZero = true) => <Amount cents={cents} currency={currency} blankZero={blankZero} />;
  return [
    {
      key: 'name',
      title: t('customer'),
      sort: 'name',
      isName: true,
      cell: ({ customerId, name }) => (
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
          {name}
        </Link>
      ),
    },
    { key: 'ref', title: t('code'), sort: 'ref', cell: ({ ref }) => ref, hideOnPhone: true },
    ...balance.buckets.map(
      (bucket): Column<Row> => ({
        key: bucket,
        title: t(`words:bucket.${bucket}`),
        sort: bucket,
        numeric: true,
        cell: ({ cents }) => money(cents[bucket]),
        total: money(totals.cents[bucket]),
      }),
    ),
    {
      key: 'unapplied',
      title: t('unapplied'),
      numeric: true,
      cell: ({ unappliedCents }) => money(-unappliedCents),
      total: money(-totals.unappliedCents),
    },
    {
      key: 'total',
      title: t('total'),
      sort: 'total',
      numeric: true,
      cell: ({ totalCents }) => <Amount cents={totalCents} currency={currency} strong />,
      total: money(totals.totalCents, false),
    },
  ];
}

function Balances({ balance, isStale }: Readonly<{ balance: Balance; isStale: boolean }>) {
  const { t } = useWords('aged-balance');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/aged-balance' });
  const columns = useColumns(balance);
  if (balance.total === 0 && search.search) return <NoMatch />;
  if (balance.total === 0)
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
  return (
    <>
      <DataTable
        label={t('title')}
        rows={balance.items}
        columns={columns}
        rowKey={({ customerId }) => String(customerId)}
        sort={search.sort ?? '-overdue'}
        onSort={(sort) => void navigate({ search: ({ page: _, ...old }) => ({ ...old, sort }) })}
        onOpen={({ customerId }: { customerId: CustomerId }) =>
          void navigate({ to: '/customers/$customerId', params: { customerId: String(customerId) } })
        }
        isStale={isStale}
      />
      <Pager of={balance} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
      <BalanceNotes balance={balance} />
    </>
  );
}

/** The screen. */
export function AgedBalancePage() {
  const { t } = useWords('aged-balance');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/aged-balance' });
  const answer = useRead(agedBalance.get, { query: search as Query }, { keep: true });
  const filter = (change: { search?: string | undefined; on?: string | undefined }) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  return (
    <>
      <PageHeader title={t('title')} help={t('help')}>
        <ExportMenu search={search.search} on={search.on as Day | undefined} />
      </PageHeader>
      <Group mb="md" gap="sm">
        <SearchBox value={search.search} placeholder={t('find')} onSearch={(text) => filter({ search: text })} />
        <DayPicker label={t('on')} value={search.on} onChange={(on) => filter({ on })} />
      </Group>
      <Answer of={answer}>{(balance) => <Balances balance={balance} isStale={answer.isPlaceholderData} />}</Answer>
    </>
  );
}
