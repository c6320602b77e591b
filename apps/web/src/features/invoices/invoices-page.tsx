// Invoices: every one with its state.
import './words.ts';
import { Button, Checkbox, Group, Select, Text } from '@mantine/core';
import { type InvoiceRow, invoices } from '@quittance/contracts/api';
import type { RouteInput, RouteOutput } from '@quittance/contracts/route';
import { EmptyState } from '@quittance/ui/states';
import { Amount, DayText, LateBadge } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer, PageHeader, SearchBox } from '../../page/index.ts';
import { daysLateOf, Level, Statuses } from '../../receivables/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../table/index.ts';

const route = getRouteApi('/shell/invoices');

/** Statuses a list can be narrowed to. */
const FILTERS = ['overdue', 'paid'] as const;

type Query = NonNullable<RouteInput<(typeof invoices)['list']>['query']>;
type Invoices = RouteOutput<(typeof invoices)['list']>;

function useColumns(): Column<InvoiceRow>[] {
  const { t } = useWords('invoices');
  return [
    {
      key: 'number',
      title: t('number'),
      sort: 'number',
      isName: true,
      cell: ({ invoiceId, number }) => (
        <Link to="/invoices/$invoiceId" className="q-nowrap" params={{ invoiceId: String(invoiceId) }}>
          {number}
        </Link>
      ),
    },
    {
      key: 'customer',
      title: t('customer'),
      sort: 'customer',
      cell: ({ customerId, customerName }) => (
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
          {customerName}
        </Link>
      ),
    },
    {
      key: 'issued',
      title: t('issued'),
      sort: 'issued',
      cell: ({ issuedOn }) => <DayText day={issuedOn} />,
      hideOnPhone: true,
    },
    { key: 'due', title: t('due'), sort: 'due', cell: ({ dueOn }) => <DayText day={dueOn} /> },
    {
      key: 'late',
      title: t('late'),
      cell: (invoice) => (invoice.openCents === 0 ? null : <LateBadge daysLate={daysLateOf(invoice)} />),
    },
    { key: 'status', title: t('status'), cell: ({ statuses }) => <Statuses of={statuses} /> },
    { key: 'level', title: t('level'), cell: ({ level }) => <Level of={level} />, hideOnPhone: true },
    {
      key: 'gross',
      title: t('gross'),
      sort: 'gross',
      numeric: true,
      cell: ({ grossCents, currency }) => <Amount cents={grossCents} currency={currency} />,
      hideOnPhone: true,
    },
    {
      key: 'open',
      title: t('open'),
      sort: 'open',
      numeric: true,
      cell: ({ openCents, currency }) => <Amount cents={openCents} currency={currency} strong blankZero />,
    },
  ];
}

function List({ list, isStale }: Readonly<{ list: Invoices; isStale: boolean }>) {
  const { t } = useWords('invoices');
  const { money } = useFormats();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/invoices' });
  const columns = useColumns();
  if (list.total === 0 && (search.search || search.status)) return <NoMatch />;
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
        rowKey={({ invoiceId }) => String(invoiceId)}
        sort={search.sort ?? 'due'}
        onSort={(sort) => void navigate({ search: ({ page: _, ...old }) => ({ ...old, sort }) })}
        onOpen={({ invoiceId }) =>
          void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: String(invoiceId) } })
        }
        isStale={isStale}
      />
      <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
      <Text size="sm" c="dimmed">
        {t('openTotal', { amount: money(list.openCents, list.items[0]?.currency ?? 'EUR') })}
      </Text>
    </>
  );
}

/** The screen. */
export function InvoicesPage() {
  const { t } = useWords('invoices');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/invoices' });
  const answer = useRead(
    invoices.list,
    {
      query: {
        ...search,
        open: search.open === 'false' || search.status === 'paid' ? undefined : 'true',
      } as unknown as Query,
    },
    { keep: true },
  );
  const filter = (change: Partial<Record<'search' | 'status' | 'open', string | undefined>>) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  return (
    <>
      <PageHeader title={t('title')} help={t('help')} />
      <Group mb="md" gap="sm">
        <SearchBox value={search.search} placeholder={t('find')} onSearch={(text) => filter({ search: text })} />
        <Select
          aria-label={t('status')}
          placeholder={t('allStatuses')}
          data={FILTERS.map((value) => ({ value, label: t(`words:status.${value}`) }))}
          value={search.status ?? null}
          onChange={(status) => filter({ status: status ?? undefined })}
          clearable
        />
        <Checkbox
          label={t('onlyOpen')}
          checked={search.open !== 'false'}
          onChange={(event) => filter({ open: event.currentTarget.checked ? undefined : 'false' })}
        />
      </Group>
      <Answer of={answer}>{(list) => <List list={list} isStale={answer.isPlaceholderData} />}</Answer>
    </>
  );
}
