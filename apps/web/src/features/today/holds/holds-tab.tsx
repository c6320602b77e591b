// Holds tab: every receivable that gets nothing today, with the reason and until when.
import { Group, Select, Stack, Text } from '@mantine/core';
import { type PlanHoldView, type PlanSummary, reminders } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { Amount, DayText } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, SearchBox } from '../../../page/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../../table/index.ts';

const route = getRouteApi('/shell/today');

function useColumns(): Column<PlanHoldView>[] {
  const { t } = useWords('today');
  const { money } = useFormats();
  return [
    {
      key: 'customer',
      title: t('customer'),
      isName: true,
      cell: ({ customerId, customerName }) => (
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
          {customerName}
        </Link>
      ),
    },
    {
      key: 'invoice',
      title: t('holds.invoice'),
      cell: ({ invoiceNumber }) => <span className="q-nowrap">{invoiceNumber}</span>,
    },
    { key: 'due', title: t('holds.due'), cell: ({ dueOn }) => <DayText day={dueOn} /> },
    {
      key: 'reason',
      title: t('holds.reason'),
      cell: ({ reason, note }) => (
        <Stack gap={0}>
          <span>{t(`words:reason.${reason}`)}</span>
          <Text size="xs" c="dimmed" maw="48ch">
            {note || t(`words:because.${reason}`)}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'until',
      title: t('holds.until'),
      cell: ({ until }) =>
        until ? (
          <DayText day={until} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('holds.always')}
          </Text>
        ),
    },
    {
      key: 'open',
      title: t('holds.open'),
      numeric: true,
      cell: ({ openCents, cents, currency }) => (
        <Stack gap={0}>
          <Amount cents={openCents} currency={currency} strong />
          {cents !== null && (
            <Text size="xs" c="dimmed">
              {t('holds.heldPart', { amount: money(cents, currency) })}
            </Text>
          )}
        </Stack>
      ),
    },
  ];
}

/** The other half of the day: what does not leave. */
export function HoldsTab({ summary }: Readonly<{ summary: PlanSummary }>) {
  const { t } = useWords('today');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const columns = useColumns();
  const reason = summary.byReason.find((one) => one.reason === search.reason)?.reason;
  const query = { page: search.page, search: search.search, reason };
  const answer = useRead(reminders.holds, { query }, { keep: true });
  const filter = (change: Partial<Record<'search' | 'reason', string | undefined>>) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  if (summary.holds.count === 0) return <EmptyState title={t('holds.none')}>{t('holds.noneHint')}</EmptyState>;
  return (
    <>
      <Group mb="sm" gap="sm">
        <SearchBox value={search.search} placeholder={t('find')} onSearch={(text) => filter({ search: text })} />
        <Select
          aria-label={t('holds.reason')}
          placeholder={t('holds.all')}
          data={summary.byReason.map((one) => ({
            value: one.reason,
            label: `${t(`words:reason.${one.reason}`)} (${one.count.toLocaleString()})`,
          }))}
          value={reason ?? null}
          onChange={(one) => filter({ reason: one ?? undefined })}
          clearable
          w={{ base: '100%', xs: 300 }}
        />
      </Group>
      <Answer of={answer}>
        {(list) =>
          list.total === 0 ? (
            <NoMatch />
          ) : (
            <>
              <DataTable
                label={t('tab.holds')}
                rows={list.items}
                columns={columns}
                rowKey={({ receivableId, reason: why, cents }) => `${receivableId} ${why} ${cents}`}
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
