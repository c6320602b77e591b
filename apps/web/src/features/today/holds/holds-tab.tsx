// Holds tab: every receivable that gets nothing today, by reason: since when, until when, who, and what would lift it.
import { Group, Stack, Text } from '@mantine/core';
import { type PlanHoldView, type PlanSummary, reminders } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { Amount, DayText } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, SearchBox } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../../table/index.ts';
import { HoldDeeds } from './hold-deeds.tsx';
import { Reasons } from './reasons.tsx';

const route = getRouteApi('/shell/today');
const PAGE_SIZE = 200;

function Why({ hold }: Readonly<{ hold: PlanHoldView }>) {
  const { t } = useWords('today');
  const { day } = useFormats();
  const actorOf = useActor();
  const { reason, note, since, author } = hold;
  return (
    <Text size="sm" maw="56ch">
      {note && `« ${note} » `}
      {since && author && t('holds.placed', { day: day(since), name: actorOf(author) })} {t(`lift.${reason}`)}
    </Text>
  );
}

const hasId = (hold: PlanHoldView): hold is PlanHoldView & { holdId: number } => hold.holdId !== null;

function useColumns(on: string, mayLift: boolean): Column<PlanHoldView>[] {
  const { t } = useWords('today');
  const { money } = useFormats();
  const deeds: Column<PlanHoldView> = {
    key: 'deeds',
    title: '',
    cell: (hold) => (hasId(hold) ? <HoldDeeds hold={hold} on={on} /> : null),
  };
  return [
    {
      key: 'customer',
      title: t('customer'),
      isName: true,
      cell: ({ customerId, customerName }) => (
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }} title={customerName}>
          {customerName}
        </Link>
      ),
    },
    {
      key: 'invoice',
      title: t('holds.invoice'),
      cell: ({ invoiceNumber }) => <span className="q-nowrap">{invoiceNumber}</span>,
    },
    { key: 'due', title: t('holds.due'), cell: ({ dueOn }) => <DayText day={dueOn} />, hideOnPhone: true },
    { key: 'reason', title: t('holds.reason'), cell: (hold) => <Why hold={hold} /> },
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
    ...(mayLift ? [deeds] : []),
  ];
}

/** Rows of one reason stand together, the largest sum first. */
const byReason = (rows: readonly PlanHoldView[], summary: PlanSummary): readonly PlanHoldView[] => {
  const largestFirst = [...summary.byReason].sort((a, b) => b.cents - a.cents);
  const order = new Map(largestFirst.map(({ reason }, index) => [reason, index]));
  return [...rows].sort((a, b) => (order.get(a.reason) ?? 0) - (order.get(b.reason) ?? 0));
};

/** The other half of the day: what does not leave. */
export function HoldsTab({ summary, isReadOnly }: Readonly<{ summary: PlanSummary; isReadOnly: boolean }>) {
  const { t } = useWords('today');
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const columns = useColumns(summary.on, may('hold.write') && !isReadOnly);
  const reason = summary.byReason.find((one) => one.reason === search.reason)?.reason;
  const query = { page: search.page, size: PAGE_SIZE, search: search.search, reason, on: summary.on };
  const answer = useRead(reminders.holds, { query }, { keep: true });
  const filter = (change: Partial<Record<'search' | 'reason', string | undefined>>) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  if (summary.holds.count === 0) return <EmptyState title={t('holds.none')}>{t('holds.noneHint')}</EmptyState>;
  return (
    <div className="q-dense q-holds">
      <Reasons summary={summary} reason={reason} onReason={(one) => filter({ reason: one })} />
      <Group mb="xs" gap="sm">
        <SearchBox value={search.search} placeholder={t('find')} onSearch={(text) => filter({ search: text })} />
      </Group>
      <Answer of={answer}>
        {(list) =>
          list.total === 0 ? (
            <NoMatch />
          ) : (
            <>
              <DataTable
                label={t('tab.holds')}
                rows={byReason(list.items, summary)}
                columns={columns}
                rowKey={({ receivableId, reason: why, cents }) => `${receivableId} ${why} ${cents}`}
                groupOf={(row) => t(`words:reason.${row.reason}`)}
                isStale={answer.isPlaceholderData}
              />
              <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
            </>
          )
        }
      </Answer>
    </div>
  );
}
