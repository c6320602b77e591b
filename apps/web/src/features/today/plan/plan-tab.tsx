// Plan tab: what would leave today, by channel and urgency, to read, approve, postpone or skip: one by one, in bulk, by keyboard.
import { Group } from '@mantine/core';
import { type PlannedActionView, type PlanSummary, reminders } from '@quittance/contracts/api';
import type { Channel } from '@quittance/core/dunning';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, SearchBox } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { DataTable, NoMatch, Pager } from '../../../table/index.ts';
import { ChannelFilter } from './channel-filter.tsx';
import { ChoiceBar } from './choice-bar.tsx';
import { Decisions, useDecisions } from './decisions.tsx';
import { EmptyPlan } from './empty-plan.tsx';
import { MessageDrawer } from './message-drawer.tsx';
import { usePlanColumns } from './plan-columns.tsx';

const route = getRouteApi('/shell/today');
const PAGE_SIZE = 200;
const ORDER: Readonly<Record<Channel, number>> = {
  task: 0,
  registered_letter: 1,
  letter: 2,
  call: 3,
  email: 4,
  sms: 5,
};

const byChannel = (rows: readonly PlannedActionView[]): readonly PlannedActionView[] =>
  [...rows].sort((a, b) => ORDER[a.channel] - ORDER[b.channel]);

type Listed = Readonly<{ on: string; items: readonly PlannedActionView[]; total: number; page: number; size: number }>;

function Actions({ list, isStale }: Readonly<{ list: Listed; isStale: boolean }>) {
  const { t } = useWords('today');
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const columns = usePlanColumns();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [read, setRead] = useState<string | null>(null);
  const rows = byChannel(list.items);
  const known = new Map(rows.map((row) => [row.actionKey, row]));
  const decisions = useDecisions({
    on: list.on,
    onDecided: (keys) => {
      setChosen((old) => new Set([...old].filter((key) => !keys.includes(key))));
      setRead(null);
    },
  });
  const canDecide = may('reminder.approve');
  const take = (key: string, row: PlannedActionView): boolean => {
    const keys = chosen.size > 0 ? [...chosen] : [row.actionKey];
    const deed = { a: decisions.approve, s: decisions.askSkip, p: decisions.askPostpone }[key.toLowerCase()];
    if (!deed || !canDecide) return false;
    deed(keys);
    return true;
  };
  const at = rows.findIndex((row) => row.actionKey === read);
  return (
    <>
      {canDecide && (
        <ChoiceBar list={list} filter={search} chosen={chosen} onChoose={setChosen} decisions={decisions} />
      )}
      <DataTable
        label={t('tab.plan')}
        rows={rows}
        columns={columns}
        rowKey={({ actionKey }) => actionKey}
        groupOf={({ channel }) => t(`words:channels.${channel}`)}
        {...(canDecide
          ? { choice: { chosen, onChange: setChosen, nameOf: (key) => known.get(key)?.customerName ?? '' } }
          : {})}
        onOpen={({ actionKey }) => setRead(actionKey)}
        onKey={take}
        isStale={isStale || decisions.isBusy}
      />
      <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
      <MessageDrawer
        on={list.on}
        action={rows[at] ?? null}
        canDecide={canDecide}
        decisions={decisions}
        onMove={(step) => setRead(rows[at + step]?.actionKey ?? read)}
        onClose={() => setRead(null)}
      />
      <Decisions of={decisions} />
    </>
  );
}

/** The first half of the day: what would leave. */
export function PlanTab({ summary }: Readonly<{ summary: PlanSummary }>) {
  const { t } = useWords('today');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const channel = summary.byChannel.find((one) => one.channel === search.channel)?.channel;
  const query = { size: PAGE_SIZE, page: search.page, search: search.search, channel };
  const answer = useRead(reminders.actions, { query }, { keep: true });
  const filter = (change: Partial<Record<'search' | 'channel', string | undefined>>) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  if (summary.actions.count === 0 && !search.search) return <EmptyPlan summary={summary} />;
  return (
    <>
      <Group mb="sm" gap="sm">
        <SearchBox value={search.search} placeholder={t('find')} onSearch={(text) => filter({ search: text })} />
        <ChannelFilter summary={summary} channel={channel} onChange={(one) => filter({ channel: one })} />
      </Group>
      <Answer of={answer}>
        {(list) => (list.total === 0 ? <NoMatch /> : <Actions list={list} isStale={answer.isPlaceholderData} />)}
      </Answer>
    </>
  );
}
