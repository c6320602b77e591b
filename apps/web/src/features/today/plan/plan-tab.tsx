// Plan tab: what would leave, by channel and urgency, to read, approve, postpone, skip or hold: one by one, in bulk, by keyboard.
import { type PlannedActionView, type PlanSummary, reminders } from '@quittance/contracts/api';
import type { Channel, Tone } from '@quittance/core/dunning';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, useLater } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { DataTable, NoMatch, Pager } from '../../../table/index.ts';
import { useLetterheadGaps } from '../letterhead-gaps.tsx';
import { ChoiceBar } from './choice-bar.tsx';
import { useDecisions } from './decisions.ts';
import { EmptyPlan } from './empty-plan.tsx';
import { type ListTotals, usePlanColumns } from './plan-columns.tsx';
import { PlanFilters } from './plan-filters.tsx';
import { changed, countOf, NOTHING, only, type PlanFilter, type Selection, shownOf } from './selection.ts';

/** The message and the questions are fetched once the list is there. */
const MessageDrawer = lazy(async () => ({ default: (await import('./message-drawer.tsx')).MessageDrawer }));
const Questions = lazy(async () => ({ default: (await import('./questions.tsx')).Questions }));

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

type Listed = Readonly<{
  on: string;
  items: readonly PlannedActionView[];
  total: number;
  page: number;
  size: number;
  totals: ListTotals;
}>;

type ActionsProps = Readonly<{
  list: Listed;
  summary: PlanSummary;
  filter: PlanFilter;
  canDecide: boolean;
  isStale: boolean;
}>;

function Actions({ list, summary, filter, canDecide, isStale }: ActionsProps) {
  const { t } = useWords('today');
  const mayHold = useMay()('hold.write') && canDecide;
  const navigate = useNavigate({ from: '/today' });
  const columns = usePlanColumns(summary, list.totals);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [read, setRead] = useState<string | null>(null);
  const rows = byChannel(list.items);
  const keys = rows.map((row) => row.actionKey);
  const known = new Map(rows.map((row) => [row.actionKey, row]));
  const at = rows.findIndex((row) => row.actionKey === read);
  const gaps = useLetterheadGaps();
  const isFormal = ({ tone }: Pick<PlannedActionView, 'tone'>) => tone === 'formal';
  const warns = (of: Selection) =>
    gaps.length > 0 &&
    (of.kind === 'all' ? summary.byTone : rows.filter((row) => of.keys.has(row.actionKey))).some(isFormal);
  const decisions = useDecisions({
    on: list.on,
    warns,
    onDecided: (of) => {
      // the reader goes on to the next message; what was decided is no longer chosen
      if (read !== null) setRead(rows[at + 1]?.actionKey ?? null);
      setSelection((old) =>
        old.kind === 'some' && of.kind === 'some'
          ? { kind: 'some', keys: new Set([...old.keys].filter((key) => !of.keys.has(key))) }
          : NOTHING,
      );
    },
  });
  const hasPanels = useLater(read !== null || decisions.question !== null);
  const take = (key: string, row: PlannedActionView): boolean => {
    if (!canDecide) return false;
    const of = countOf(selection) > 0 ? selection : only(row.actionKey);
    const pressed = key.toLowerCase();
    if (pressed === 'a') decisions.approve(of);
    else if (pressed === 's') decisions.ask('skip', of);
    else if (pressed === 'p') decisions.ask('postpone', of);
    else if (pressed === 'h' && mayHold) decisions.ask('hold', of);
    else return false;
    return true;
  };
  return (
    <div className="q-dense q-plan">
      {canDecide && (
        <ChoiceBar
          total={list.total}
          filter={filter}
          selection={selection}
          onSelect={setSelection}
          decisions={decisions}
          mayHold={mayHold}
          gaps={warns({ kind: 'all', filter, total: list.total, except: new Set() }) ? gaps : []}
        />
      )}
      <DataTable
        label={t('tab.plan')}
        rows={rows}
        columns={columns}
        rowKey={({ actionKey }) => actionKey}
        groupOf={({ channel }) => t(`words:channels.${channel}`)}
        {...(canDecide
          ? {
              choice: {
                chosen: shownOf(selection, keys),
                onChange: (chosen) => setSelection((old) => changed(old, keys, chosen)),
                nameOf: (key) => known.get(key)?.customerName ?? '',
              },
            }
          : {})}
        onOpen={({ actionKey }) => setRead(actionKey)}
        onKey={take}
        isStale={isStale}
        isBusy={decisions.isBusy}
      />
      <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
      {hasPanels && (
        <Suspense>
          <MessageDrawer
            on={list.on}
            action={rows[at] ?? null}
            canDecide={canDecide}
            mayHold={mayHold}
            decisions={decisions}
            onMove={(step) => setRead(rows[at + step]?.actionKey ?? read)}
            onClose={() => setRead(null)}
          />
          <Questions of={decisions} gaps={gaps} />
        </Suspense>
      )}
    </div>
  );
}

/** The first half of the day: what would leave. `isReadOnly`: a day that is only looked at. */
export function PlanTab({ summary, isReadOnly }: Readonly<{ summary: PlanSummary; isReadOnly: boolean }>) {
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const filter: PlanFilter = {
    search: search.search,
    channel: summary.byChannel.find((one) => one.channel === search.channel)?.channel,
    tone: summary.byTone.find((one) => one.tone === search.tone)?.tone as Tone | undefined,
    owner: search.owner,
    segment: search.segment,
  };
  const query = { ...filter, size: PAGE_SIZE, page: search.page, on: summary.on };
  const answer = useRead(reminders.actions, { query }, { keep: true });
  const narrow = (change: Partial<Record<keyof PlanFilter, string | undefined>>) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  if (summary.actions.count === 0 && !isNarrowed) return <EmptyPlan summary={summary} />;
  const canDecide = may('reminder.approve') && !isReadOnly;
  return (
    <>
      <PlanFilters summary={summary} filter={filter} onFilter={narrow} />
      <Answer of={answer}>
        {(list) =>
          list.total === 0 ? (
            <NoMatch />
          ) : (
            <Actions
              // another filter finds other actions: what was chosen under the old one is chosen no more
              key={JSON.stringify(filter)}
              list={list}
              summary={summary}
              filter={filter}
              canDecide={canDecide}
              isStale={answer.isPlaceholderData}
            />
          )
        }
      </Answer>
    </>
  );
}
