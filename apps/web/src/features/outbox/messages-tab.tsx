// Messages tab: the list with its filters in the address bar; one message opens beside it.
import { Button, Checkbox, Chip, Group, Select, Text } from '@mantine/core';
import { type OutboxRow, outbox, outboxStateValue } from '@quittance/contracts/api';
import type { RouteInput, RouteOutput } from '@quittance/contracts/route';
import { channelValue } from '@quittance/contracts/values';
import type { ActionId } from '@quittance/core/kernel';
import { EmptyState } from '@quittance/ui/states';
import { Amount, type Mood, NumberText, StatusBadge } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { sayCode, useFormats, useWords } from '../../i18n/index.ts';
import { Answer, DayPicker, SearchBox } from '../../page/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../table/index.ts';
import { ExportMenu } from './export-menu.tsx';
import { OutboxDrawer } from './outbox-drawer.tsx';

const route = getRouteApi('/shell/outbox');
const ALL = 'all';

type Query = NonNullable<RouteInput<(typeof outbox)['list']>['query']>;
type Outbox = RouteOutput<(typeof outbox)['list']>;
type Filters = Partial<
  Record<'search' | 'state' | 'channel' | 'test' | 'action' | 'from' | 'to' | 'stuck', string | undefined>
>;

/** Colour beside the word of a state. */
const MOODS: Partial<Record<OutboxRow['state'], Mood>> = {
  sent: 'good',
  failed: 'late',
  uncertain: 'warn',
  planned: 'warn',
};

function useColumns(): Column<OutboxRow>[] {
  const { t } = useWords('outbox');
  const { instant } = useFormats();
  return [
    {
      key: 'customer',
      title: t('customer'),
      isName: true,
      cell: ({ customerId, customerName }) => (
        <Link
          to="/customers/$customerId"
          params={{ customerId: String(customerId) }}
          className="q-clip"
          title={customerName}
        >
          {customerName}
        </Link>
      ),
    },
    {
      key: 'what',
      title: t('what'),
      cell: ({ tone, channel }) => {
        const words = `${t(`words:tone.${tone}`)} · ${t(`words:channel.${channel}`)}`;
        return (
          <span className="q-clip" title={words}>
            {words}
          </span>
        );
      },
    },
    {
      key: 'to',
      title: t('to'),
      cell: ({ to }) => (
        <span className="q-clip q-clip-short" title={to ?? undefined}>
          {to}
        </span>
      ),
      hideOnPhone: true,
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state, test, isStuck, reason }) => (
        <Group gap={4} wrap="nowrap">
          <StatusBadge mood={MOODS[state] ?? 'plain'}>{t(`words:state.${state}`)}</StatusBadge>
          {test && <StatusBadge>{t('test')}</StatusBadge>}
          {isStuck && <StatusBadge mood="late">{t('stuck')}</StatusBadge>}
          {state === 'failed' && reason && (
            <Text
              size="xs"
              c="dimmed"
              className="q-clip q-clip-short"
              title={sayCode(t, `words:reason.${reason}`, 'reasonOther')}
            >
              {sayCode(t, `words:reason.${reason}`, 'reasonOther')}
            </Text>
          )}
        </Group>
      ),
    },
    { key: 'at', title: t('at'), cell: ({ at }) => <span className="q-nowrap">{instant(at)}</span> },
    {
      key: 'total',
      title: t('total'),
      numeric: true,
      cell: ({ totalCents, currency }) => <Amount cents={totalCents} currency={currency} />,
    },
  ];
}

function StateFilter({
  list,
  state,
  onChange,
}: Readonly<{ list: Outbox | undefined; state: string | undefined; onChange: (state: string | undefined) => void }>) {
  const { t } = useWords('outbox');
  const counts = new Map(list?.byState.map((one) => [one.state, one.count]));
  const states = outboxStateValue.options.filter((one) => (counts.get(one) ?? 0) > 0 || one === state);
  if (states.length < 2) return null;
  return (
    <Chip.Group value={state ?? ALL} onChange={(value) => onChange(value === ALL ? undefined : String(value))}>
      <Group gap={6} mb="sm">
        <Chip value={ALL} size="xs">
          {t('all')}
        </Chip>
        {states.map((one) => (
          <Chip key={one} value={one} size="xs">
            {t(`words:state.${one}`)} (<NumberText value={counts.get(one) ?? 0} />)
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

function Rows({
  list,
  isStale,
  onOpen,
}: Readonly<{ list: Outbox; isStale: boolean; onOpen: (row: OutboxRow) => void }>) {
  const { t } = useWords('outbox');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/outbox' });
  const columns = useColumns();
  const isNarrowed = [
    search.search,
    search.state,
    search.channel,
    search.test,
    search.from,
    search.to,
    search.stuck,
  ].some(Boolean);
  if (list.total === 0 && isNarrowed) return <NoMatch />;
  if (list.total === 0) {
    const go = (
      <Button component={Link} to="/today">
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
        rowKey={({ actionId }) => String(actionId)}
        onOpen={onOpen}
        isStale={isStale}
      />
      <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
    </>
  );
}

/** The list. */
export function MessagesTab() {
  const { t } = useWords('outbox');
  const { action, tab: _, batch: __, ...search } = route.useSearch();
  const navigate = useNavigate({ from: '/outbox' });
  const answer = useRead(outbox.list, { query: search as unknown as Query }, { keep: true, refetchInterval: 15_000 });
  const set = (change: Filters) =>
    void navigate({ search: ({ page: ___, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  return (
    <>
      <Group mb="sm" gap="sm">
        <SearchBox value={search.search} placeholder={t('find')} onSearch={(text) => set({ search: text })} />
        <Select
          w={{ base: '100%', xs: 180 }}
          aria-label={t('channel')}
          placeholder={t('allChannels')}
          data={channelValue.options.map((value) => ({ value, label: t(`words:channel.${value}`) }))}
          value={search.channel ?? null}
          onChange={(channel) => set({ channel: channel ?? undefined })}
          clearable
        />
        <Select
          w={{ base: '100%', xs: 180 }}
          aria-label={t('where')}
          placeholder={t('both')}
          data={[
            { value: 'true', label: t('test') },
            { value: 'false', label: t('live') },
          ]}
          value={search.test ?? null}
          onChange={(test) => set({ test: test ?? undefined })}
          clearable
        />
        <DayPicker label={t('from')} placeholder={t('from')} value={search.from} onChange={(from) => set({ from })} />
        <DayPicker label={t('until')} placeholder={t('until')} value={search.to} onChange={(to) => set({ to })} />
        <Checkbox
          label={t('stuckOnly')}
          checked={search.stuck === 'true'}
          onChange={(event) => set({ stuck: event.currentTarget.checked ? 'true' : undefined })}
        />
        <ExportMenu query={search as unknown as Query} />
      </Group>
      <StateFilter list={answer.data} state={search.state} onChange={(state) => set({ state })} />
      <Answer of={answer}>
        {(list) => (
          <Rows
            list={list}
            isStale={answer.isPlaceholderData}
            onOpen={({ actionId }) => set({ action: String(actionId) })}
          />
        )}
      </Answer>
      <OutboxDrawer
        actionId={action ? (Number(action) as ActionId) : null}
        onClose={() => set({ action: undefined })}
      />
    </>
  );
}
