// Customers: who owes, how much, since when.
import './words.ts';
import { Button, Checkbox, Group, Select } from '@mantine/core';
import { type CustomerRow, customers } from '@quittance/contracts/api';
import type { RouteInput, RouteOutput } from '@quittance/contracts/route';
import { EmptyState } from '@quittance/ui/states';
import { Amount, DayText, StatusBadge } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { sayCode, useWords } from '../../i18n/index.ts';
import { Answer, PageHeader, SearchBox } from '../../page/index.ts';
import { Level } from '../../receivables/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../table/index.ts';

const route = getRouteApi('/shell/customers');

type Query = NonNullable<RouteInput<(typeof customers)['list']>['query']>;
type Customers = RouteOutput<(typeof customers)['list']>;

function useColumns(): Column<CustomerRow>[] {
  const { t } = useWords('customers');
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      isName: true,
      cell: ({ customerId, name, doubtful }) => (
        <Group gap="xs">
          <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
            {name}
          </Link>
          {doubtful && <StatusBadge mood="late">{t('doubtful')}</StatusBadge>}
        </Group>
      ),
    },
    { key: 'ref', title: t('code'), sort: 'ref', cell: ({ ref }) => ref, hideOnPhone: true },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`words:kind.${kind}`), hideOnPhone: true },
    {
      key: 'scenario',
      title: t('scenario'),
      cell: ({ scenario }) => sayCode(t, `words:scenario.${scenario}`, 'words:empty'),
      hideOnPhone: true,
    },
    {
      key: 'overdue',
      title: t('overdue'),
      sort: 'overdue',
      numeric: true,
      cell: ({ overdueCents, currency }) => <Amount cents={overdueCents} currency={currency} blankZero strong />,
    },
    {
      key: 'outstanding',
      title: t('outstanding'),
      sort: 'outstanding',
      numeric: true,
      cell: ({ outstandingCents, currency }) => <Amount cents={outstandingCents} currency={currency} blankZero />,
    },
    { key: 'oldest', title: t('oldest'), sort: 'oldest', cell: ({ oldestDueOn }) => <DayText day={oldestDueOn} /> },
    { key: 'level', title: t('level'), cell: ({ level }) => <Level of={level} /> },
    {
      key: 'contacted',
      title: t('contacted'),
      cell: ({ lastContactOn }) => <DayText day={lastContactOn} />,
      hideOnPhone: true,
    },
  ];
}

function List({ list, isStale }: Readonly<{ list: Customers; isStale: boolean }>) {
  const { t } = useWords('customers');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/customers' });
  const columns = useColumns();
  if (list.total === 0 && (search.search || search.overdue || search.segment)) return <NoMatch />;
  if (list.total === 0) {
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
  return (
    <>
      <DataTable
        label={t('title')}
        rows={list.items}
        columns={columns}
        rowKey={({ customerId }) => String(customerId)}
        sort={search.sort ?? '-overdue'}
        onSort={(sort) => void navigate({ search: ({ page: _, ...old }) => ({ ...old, sort }) })}
        onOpen={({ customerId }) =>
          void navigate({ to: '/customers/$customerId', params: { customerId: String(customerId) } })
        }
        isStale={isStale}
      />
      <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
    </>
  );
}

/** The screen. */
export function CustomersPage() {
  const { t } = useWords('customers');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/customers' });
  const answer = useRead(customers.list, { query: search as unknown as Query }, { keep: true });
  const filter = (change: Partial<Record<'search' | 'segment' | 'overdue', string | undefined>>) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  const segments = answer.data?.segments ?? [];
  return (
    <>
      <PageHeader title={t('title')} help={t('help')} />
      <Group mb="md" gap="sm">
        <SearchBox value={search.search} placeholder={t('find')} onSearch={(text) => filter({ search: text })} />
        {segments.length > 0 && (
          <Select
            aria-label={t('segment')}
            placeholder={t('allSegments')}
            data={segments}
            value={search.segment ?? null}
            onChange={(segment) => filter({ segment: segment ?? undefined })}
            clearable
          />
        )}
        <Checkbox
          label={t('onlyOverdue')}
          checked={search.overdue === 'true'}
          onChange={(event) => filter({ overdue: event.currentTarget.checked ? 'true' : undefined })}
        />
      </Group>
      <Answer of={answer}>{(list) => <List list={list} isStale={answer.isPlaceholderData} />}</Answer>
    </>
  );
}
