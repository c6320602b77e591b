// Customers: who owes, how much, since when, whose they are; changed many at once.
import './words.ts';
import { Button, Group, Text } from '@mantine/core';
import { type CustomerRow, customers } from '@quittance/contracts/api';
import type { RouteInput, RouteOutput } from '@quittance/contracts/route';
import { EmptyState } from '@quittance/ui/states';
import { Amount } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer, PageHeader } from '../../page/index.ts';
import { DataTable, NoMatch, Pager } from '../../table/index.ts';
import { type Columns, ListTools, useAcrossChoice, useColumns } from '../../views/index.ts';
import { BulkDeeds } from './list/bulk.tsx';
import { useCustomerColumns } from './list/columns.tsx';
import { CustomerFilters, FILTERS } from './list/filters.tsx';

const route = getRouteApi('/shell/customers');

type Query = NonNullable<RouteInput<(typeof customers)['list']>['query']>;
type Customers = RouteOutput<(typeof customers)['list']>;

function Sums({ of }: Readonly<{ of: Customers }>) {
  const { t } = useWords('customers');
  return (
    <Text size="sm" c="dimmed" aria-live="polite">
      {t('found', { count: of.total })} · {t('outstanding')}
      {t('words:colon')} <Amount cents={of.outstandingCents} currency={of.currency} strong /> · {t('overdue')}
      {t('words:colon')} <Amount cents={of.overdueCents} currency={of.currency} strong />
    </Text>
  );
}

function NoCustomers() {
  const { t } = useWords('customers');
  const go = (
    <Button component={Link} to="/imports">
      {t('empty.go')}
    </Button>
  );
  return (
    <EmptyState title={t('empty.title')} action={go}>
      {t('empty.hint')}
    </EmptyState>
  );
}

type ListProps = Readonly<{ list: Customers; columns: Columns<CustomerRow>; isStale: boolean }>;

function List({ list, columns, isStale }: ListProps) {
  const { t } = useWords('customers');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/customers' });
  const names = new Map(list.items.map(({ customerId, name }) => [String(customerId), name]));
  const across = useAcrossChoice({
    keys: [...names.keys()],
    total: list.total,
    search,
    nameOf: (key) => names.get(key) ?? key,
  });
  if (list.total === 0) return search.search || FILTERS.some((name) => search[name]) ? <NoMatch /> : <NoCustomers />;
  return (
    <>
      <DataTable
        label={t('title')}
        rows={list.items}
        columns={columns.shown}
        rowKey={({ customerId }) => String(customerId)}
        sort={search.sort ?? '-overdue'}
        onSort={(sort) => void navigate({ search: ({ page: _, ...old }) => ({ ...old, sort }) })}
        onOpen={({ customerId }) =>
          void navigate({ to: '/customers/$customerId', params: { customerId: String(customerId) } })
        }
        choice={across.choice}
        isStale={isStale}
      />
      <BulkDeeds of={across} />
      <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
    </>
  );
}

/** The screen. */
export function CustomersPage() {
  const { t } = useWords('customers');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/customers' });
  const columns = useColumns('customers', useCustomerColumns());
  const answer = useRead(customers.list, { query: search as unknown as Query }, { keep: true });
  const filter = (change: object) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  return (
    <>
      <PageHeader title={t('title')} />
      <CustomerFilters of={search} onChange={filter} />
      <Group mb="sm" gap="sm" justify="space-between">
        {answer.data && <Sums of={answer.data} />}
        <ListTools
          screen="customers"
          columns={columns}
          search={search}
          onSearch={(next) => void navigate({ search: next as typeof search })}
          exporting={customers.export}
          exportsColumns
        />
      </Group>
      <Answer of={answer}>{(list) => <List list={list} columns={columns} isStale={answer.isPlaceholderData} />}</Answer>
    </>
  );
}
