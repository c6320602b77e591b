// Today: what needs me now. The plan to approve, what is held and why, the tasks.
import './words.ts';
import './today.css';
import { Tabs } from '@mantine/core';
import { type PlanSummary, reminders, tasks } from '@quittance/contracts/api';
import { DayText } from '@quittance/ui/values';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer, PageHeader } from '../../page/index.ts';
import { localToday } from '../../receivables/index.ts';
import { useMay } from '../../session/index.ts';
import { Alerts } from './alerts.tsx';
import { Figures } from './figures.tsx';
import { HoldsTab } from './holds/holds-tab.tsx';
import { PlanTab } from './plan/plan-tab.tsx';
import { TasksTab } from './tasks/tasks-tab.tsx';

const route = getRouteApi('/shell/today');
const TABS = ['plan', 'holds', 'tasks'] as const;

function Day({ summary, openTasks }: Readonly<{ summary: PlanSummary; openTasks: number }>) {
  const { t } = useWords('today');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const tab = TABS.find((one) => one === search.tab) ?? 'plan';
  const counts = { plan: summary.actions.count, holds: summary.holds.count, tasks: openTasks };
  return (
    <>
      <Figures summary={summary} openTasks={openTasks} />
      <Alerts summary={summary} />
      <Tabs
        value={tab}
        onChange={(chosen) => void navigate({ search: chosen && chosen !== 'plan' ? { tab: chosen } : {} })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)} <span className="q-count">{counts[one].toLocaleString()}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plan">
          <PlanTab summary={summary} />
        </Tabs.Panel>
        <Tabs.Panel value="holds">
          <HoldsTab summary={summary} />
        </Tabs.Panel>
        <Tabs.Panel value="tasks">
          <TasksTab />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** The screen. */
export function TodayPage() {
  const { t } = useWords('today');
  const may = useMay();
  const plan = useRead(reminders.plan, { query: {} });
  const open = useRead(tasks.list, { query: { size: 1 } }, { enabled: may('task.read') });
  return (
    <>
      <PageHeader title={t('title')} help={t('help')}>
        {plan.data && (
          <span>
            {plan.data.on > localToday() && `${t('nextWorked')} `}
            <DayText day={plan.data.on} long />
          </span>
        )}
      </PageHeader>
      <Answer of={plan}>{(summary) => <Day summary={summary} openTasks={open.data?.total ?? 0} />}</Answer>
    </>
  );
}
