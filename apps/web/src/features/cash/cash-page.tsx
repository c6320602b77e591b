// Encaissements: what the bank says, what was applied alone and why, what waits for a person.
import { NumberText } from '@quittance/ui/values';
import './words.ts';
import './cash.css';
import { Button, Tabs } from '@mantine/core';
import { matching } from '@quittance/contracts/api';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FileInput } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { PageHeader, Waiting } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { RunButton } from './run-button.tsx';
import { WaitingTab } from './waiting/waiting-tab.tsx';

const DoneTab = lazy(async () => ({ default: (await import('./done/done-tab.tsx')).DoneTab }));
const AsideTab = lazy(async () => ({ default: (await import('./done/aside-tab.tsx')).AsideTab }));
const UnappliedTab = lazy(async () => ({
  default: (await import('../payments/unapplied/unapplied-tab.tsx')).UnappliedTab,
}));
const StatementsTab = lazy(async () => ({ default: (await import('./statements/statements-tab.tsx')).StatementsTab }));
const MemoryTab = lazy(async () => ({ default: (await import('./memory/memory-tab.tsx')).MemoryTab }));

const route = getRouteApi('/shell/cash');
const TABS = ['waiting', 'unapplied', 'applied', 'aside', 'statements', 'memory'] as const;
const ICON = 16;

/** How many lines wait, what came back unpaid among them; the other tabs say their counts themselves. */
function useWaitingCount(): number | undefined {
  const { data } = useRead(matching.lines, { query: { size: 1 } });
  return data?.total;
}

/** The screen. */
export function CashPage() {
  const { t } = useWords('cash');
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/cash' });
  const waiting = useWaitingCount();
  const tab = TABS.find((one) => one === search.tab) ?? 'waiting';
  const show = (chosen: string | null) =>
    void navigate({ search: chosen && chosen !== 'waiting' ? { tab: chosen } : {} });
  return (
    <>
      <PageHeader title={t('title')}>
        {may('allocation.write') && <RunButton />}
        {may('import.write') && (
          <Button component={Link} to="/imports" variant="default" leftSection={<FileInput size={ICON} aria-hidden />}>
            {t('import')}
          </Button>
        )}
      </PageHeader>
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="xs" className="q-tabs">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}{' '}
              {one === 'waiting' && waiting !== undefined && (
                <span className="q-count">
                  <NumberText value={waiting} />
                </span>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="waiting">
          <WaitingTab />
        </Tabs.Panel>
        <Suspense fallback={<Waiting />}>
          <Tabs.Panel value="unapplied">
            <UnappliedTab />
          </Tabs.Panel>
          <Tabs.Panel value="applied">
            <DoneTab />
          </Tabs.Panel>
          <Tabs.Panel value="aside">
            <AsideTab />
          </Tabs.Panel>
          <Tabs.Panel value="statements">
            <StatementsTab />
          </Tabs.Panel>
          <Tabs.Panel value="memory">
            <MemoryTab />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </>
  );
}
