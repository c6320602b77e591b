// Aged balance: who owes what since when, as of any day, cut and grouped as one likes, tied to the books.
import './words.ts';
import './aged-balance.css';
import { Button, Group } from '@mantine/core';
import { agedBalance } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../../api/index.ts';
import { ShareBar } from '../../chart/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer, PageHeader } from '../../page/index.ts';
import { useBucketTitle } from '../../receivables/index.ts';
import { DataTable, NoMatch, Pager } from '../../table/index.ts';
import { ListTools, useColumns } from '../../views/index.ts';
import { BalanceNotes, BalanceState } from './balance-notes.tsx';
import { useAgedColumns } from './columns.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Filters } from './filters.tsx';
import { type Balance, type Change, type Filter, invoicesBehind, type Query, type Row } from './search.ts';

const route = getRouteApi('/shell/aged-balance');

/** Columns that fit a desk without scrolling sideways. */
const USUAL_COLUMNS = 9;

function Nothing() {
  const { t } = useWords('aged-balance');
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

/** The totals as one bar, over everything found; each part leads to its invoices. */
function Shares({ balance, filter }: Readonly<{ balance: Balance; filter: Filter }>) {
  const { t } = useWords('aged-balance');
  const { money } = useFormats();
  const bucketTitle = useBucketTitle();
  const shares = balance.buckets.map((bucket) => {
    const cents = balance.totals.cents[bucket] ?? 0;
    const link = (children: ReactNode) => (
      <Link to="/invoices" search={invoicesBehind(balance, filter, { bucket })}>
        {children}
      </Link>
    );
    return { key: bucket, name: bucketTitle(bucket), cents, text: money(cents, balance.currency), link };
  });
  const said = shares.map(({ name, text }) => `${name} ${text}`).join(', ');
  return (
    <div className="q-aged-shares">
      <ShareBar title={t('shares', { said })} shares={shares} />
    </div>
  );
}

function Balances({ balance, isStale }: Readonly<{ balance: Balance; isStale: boolean }>) {
  const { t } = useWords('aged-balance');
  const filter: Filter = route.useSearch();
  const navigate = useNavigate({ from: '/aged-balance' });
  const columns = useColumns('aged_balance', useAgedColumns(balance, filter));
  const { search, segment, owner } = filter;
  if (balance.total === 0) return search || segment || owner || filter.on ? <NoMatch /> : <Nothing />;
  const open = (row: Row) =>
    row.customerId === null
      ? void navigate({ to: '/invoices', search: invoicesBehind(balance, filter, { row }) })
      : void navigate({ to: '/customers/$customerId', params: { customerId: String(row.customerId) } });
  return (
    <>
      <Group className="q-aged-head" justify="space-between" mb="sm" gap="sm">
        <BalanceState balance={balance} />
        <ListTools
          screen="aged_balance"
          columns={columns}
          search={filter}
          onSearch={(next) => void navigate({ search: next as never })}
        />
      </Group>
      <Shares balance={balance} filter={filter} />
      <div className="q-aged-table" data-wide={columns.shown.length > USUAL_COLUMNS || undefined}>
        <DataTable
          label={t('title')}
          rows={balance.items}
          columns={columns.shown}
          rowKey={({ customerId, ref }) => (customerId === null ? `group ${ref}` : String(customerId))}
          sort={filter.sort ?? '-overdue'}
          onSort={(sort) => void navigate({ search: ({ page: _, ...old }) => ({ ...old, sort }) })}
          onOpen={open}
          isStale={isStale}
        />
      </div>
      <Pager of={balance} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
      <BalanceNotes balance={balance} isPast={filter.on !== undefined} />
    </>
  );
}

/** The screen. */
export function AgedBalancePage() {
  const { t } = useWords('aged-balance');
  const filter: Filter = route.useSearch();
  const navigate = useNavigate({ from: '/aged-balance' });
  const answer = useRead(agedBalance.get, { query: filter as Query }, { keep: true });
  const change = (next: Change) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...next }) as never, replace: true });
  return (
    <>
      <PageHeader title={t('title')}>
        <ExportMenu filter={filter} />
      </PageHeader>
      <Filters balance={answer.data} filter={filter} onChange={change} />
      <Answer of={answer}>{(balance) => <Balances balance={balance} isStale={answer.isPlaceholderData} />}</Answer>
    </>
  );
}
