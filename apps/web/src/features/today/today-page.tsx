// Today: what needs me now. The plan to approve, what is held and why, the tasks, what the calendar brings up.
import { NumberText } from '@quittance/ui/values';
import './words.ts';
import './today.css';
import './today-phone.css';
import { Alert, Tabs } from '@mantine/core';
import { type AttentionView, type PlanSummary, reminders, tasks } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer, PageHeader, Waiting } from '../../page/index.ts';
import { localToday } from '../../receivables/index.ts';
import { useMay } from '../../session/index.ts';
import { Alerts } from './alerts.tsx';
import { AttentionTab, countMatters } from './attention/attention-tab.tsx';
import { DayBar } from './day-bar.tsx';
import { Figures } from './figures.tsx';
import { useLetterheadGaps } from './letterhead-gaps.tsx';
import { PlanTab } from './plan/plan-tab.tsx';

const HoldsTab = lazy(async () => ({ default: (await import('./holds/holds-tab.tsx')).HoldsTab }));
const TasksTab = lazy(async () => ({ default: (await import('./tasks/tasks-tab.tsx')).TasksTab }));
const PastDay = lazy(async () => ({ default: (await import('./past-day.tsx')).PastDay }));

const route = getRouteApi('/shell/today');
const TABS = ['plan', 'holds', 'tasks', 'attention'] as const;
const FIVE_MINUTES = 300_000;

type DayProps = Readonly<{
  summary: PlanSummary;
  openTasks: number;
  attention: AttentionView | undefined;
  isReadOnly: boolean;
}>;

function DayOf({ summary, openTasks, attention, isReadOnly }: DayProps) {
  const { t } = useWords('today');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const gaps = useLetterheadGaps();
  const hasFormal = summary.byTone.some(({ tone }) => tone === 'formal');
  const tab = TABS.find((one) => one === search.tab) ?? 'plan';
  const counts = {
    plan: summary.actions.count,
    holds: summary.holds.count,
    tasks: openTasks,
    attention: countMatters(attention),
  };
  const day = search.on ? { on: search.on } : {};
  const show = (chosen: string | null) =>
    void navigate({ search: { ...(chosen && chosen !== 'plan' ? { tab: chosen } : {}), ...day } });
  return (
    <>
      {isReadOnly && (
        <Alert mb="xs" py={6}>
          {t('day.readOnly')}
        </Alert>
      )}
      <Figures summary={summary} openTasks={openTasks} />
      <Alerts summary={summary} attention={attention} gaps={hasFormal ? gaps : []} />
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="xs" className="q-tabs">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}{' '}
              <span className="q-count">
                <NumberText value={counts[one]} />
              </span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plan">
          <PlanTab summary={summary} isReadOnly={isReadOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="holds">
          <Suspense fallback={<Waiting />}>
            <HoldsTab summary={summary} isReadOnly={isReadOnly} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="tasks">
          <Suspense fallback={<Waiting />}>
            <TasksTab />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="attention">{attention && <AttentionTab view={attention} />}</Tabs.Panel>
      </Tabs>
    </>
  );
}

/** One day: read only unless it is the plan's. */
function Chosen({ planOn }: Readonly<{ planOn: string }>) {
  const may = useMay();
  const { on = planOn } = route.useSearch();
  const isPast = on < planOn && on < localToday();
  const plan = useRead(reminders.plan, { query: { on: on as Day } }, { enabled: !isPast });
  const open = useRead(tasks.list, { query: { size: 1 } }, { enabled: may('task.read') });
  const attention = useRead(reminders.attention, undefined, { refetchInterval: FIVE_MINUTES });
  if (isPast)
    return (
      <Suspense fallback={<Waiting />}>
        <PastDay key={on} on={on} />
      </Suspense>
    );
  return (
    <Answer of={plan}>
      {(summary) => (
        <DayOf
          summary={summary}
          openTasks={open.data?.total ?? 0}
          attention={attention.data}
          isReadOnly={on !== planOn}
        />
      )}
    </Answer>
  );
}

/** The screen. */
export function TodayPage() {
  const { t } = useWords('today');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const base = useRead(reminders.plan, { query: {} });
  return (
    <>
      <PageHeader title={t('title')}>
        {base.data && (
          <DayBar
            on={search.on ?? base.data.on}
            planOn={base.data.on}
            onDay={(on) => void navigate({ search: on ? { on } : {} })}
          />
        )}
      </PageHeader>
      <Answer of={base}>{({ on }) => <Chosen planOn={on} />}</Answer>
    </>
  );
}
