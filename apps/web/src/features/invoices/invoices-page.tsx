// Invoices: every one with its state, found, narrowed, held and exported by the dozen.
import './words.ts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { type InvoiceRow, invoices } from '@quittance/contracts/api';
import type { RouteInput, RouteOutput } from '@quittance/contracts/route';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Pause } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { useRead } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer, PageHeader } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { DataTable, NoMatch, Pager } from '../../table/index.ts';
import { BulkBar, type Columns, ExportMenu, ListTools, useAcrossChoice, useColumns } from '../../views/index.ts';
import { useInvoiceColumns } from './list/columns.tsx';
import { DocumentsDialog } from './list/documents-dialog.tsx';
import { Filters } from './list/filters.tsx';
import { type FilterChange, queryOf, withoutMore } from './list/search.ts';
import { keepNeighbours } from './page/neighbours.ts';

const BulkHold = lazy(async () => ({ default: (await import('./list/bulk-hold.tsx')).BulkHold }));

const ICON = 16;
const route = getRouteApi('/shell/invoices');

type Query = NonNullable<RouteInput<(typeof invoices)['list']>['query']>;
type Invoices = RouteOutput<(typeof invoices)['list']>;
type Search = ReturnType<typeof route.useSearch>;

function Sums({ of }: Readonly<{ of: Invoices['sums'] }>) {
  const { t } = useWords('invoices');
  const { money } = useFormats();
  return (
    <Stack gap={0} mt="xs">
      {of.map(({ currency, openCents, overdueCents }) => (
        <Text key={currency} size="sm" c="dimmed">
          {t('sums', { open: money(openCents, currency), overdue: money(overdueCents, currency) })}
        </Text>
      ))}
    </Stack>
  );
}

function NoInvoice() {
  const { t } = useWords('invoices');
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

/** The button of a hold while what it opens is fetched. */
function WaitingHold() {
  const { t } = useWords('invoices');
  return (
    <Button variant="default" leftSection={<Pause size={ICON} aria-hidden />} disabled>
      {t('hold.add')}
    </Button>
  );
}

type ListProps = Readonly<{ list: Invoices; columns: Columns<InvoiceRow>; isStale: boolean }>;

function List({ list, columns, isStale }: ListProps) {
  const { t } = useWords('invoices');
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/invoices' });
  const numbers = new Map(list.items.map(({ invoiceId, number }) => [String(invoiceId), number]));
  const across = useAcrossChoice({
    keys: [...numbers.keys()],
    total: list.total,
    search: queryOf(search),
    nameOf: (key) => numbers.get(key) ?? key,
  });
  useEffect(() => keepNeighbours(list.items.map(({ invoiceId }) => invoiceId)), [list]);
  return (
    <>
      <DataTable
        label={t('title')}
        rows={list.items}
        columns={columns.shown}
        rowKey={({ invoiceId }) => String(invoiceId)}
        sort={search.sort ?? 'due'}
        onSort={(sort) => void navigate({ search: ({ page: _, ...old }) => ({ ...old, sort }) })}
        onOpen={({ invoiceId }) =>
          void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: String(invoiceId) } })
        }
        isStale={isStale}
        {...(may('hold.write') ? { choice: across.choice } : {})}
      />
      <Group justify="space-between" align="flex-start">
        <Sums of={list.sums} />
        <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
      </Group>
      <BulkBar of={across}>
        <Suspense fallback={<WaitingHold />}>
          <BulkHold of={across} />
        </Suspense>
      </BulkBar>
    </>
  );
}

const isNarrowed = ({ sort: _, page: __, ...search }: Search): boolean => Object.keys(search).length > 0;

/** The screen. */
export function InvoicesPage() {
  const { t } = useWords('invoices');
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/invoices' });
  const query = queryOf(search);
  const columns = useColumns('invoices', useInvoiceColumns());
  const answer = useRead(invoices.list, { query: query as unknown as Query }, { keep: true });
  const filter = (change: FilterChange) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as Search, replace: true });
  return (
    <>
      <PageHeader title={t('title')}>{may('import.write') && <DocumentsDialog />}</PageHeader>
      <Group mb="md" gap="sm" align="flex-start">
        <Filters
          search={search}
          onChange={filter}
          onClear={() => void navigate({ search: withoutMore(search) as Search, replace: true })}
        />
        <Group gap="xs" ml="auto">
          <ListTools
            screen="invoices"
            columns={columns}
            search={search}
            onSearch={(next) => void navigate({ search: next as Search })}
          />
          <ExportMenu route={invoices.export} search={query} />
        </Group>
      </Group>
      <Answer of={answer}>
        {(list) => {
          if (list.total === 0) return isNarrowed(search) ? <NoMatch /> : <NoInvoice />;
          return <List list={list} columns={columns} isStale={answer.isPlaceholderData} />;
        }}
      </Answer>
    </>
  );
}
