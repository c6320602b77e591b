// Ladder page: one ladder, its followers, its simulation, its versions.
import '../words.ts';
import '../scenarios.css';
import { Anchor, Tabs, Text } from '@mantine/core';
import { type ScenarioView, scenarios } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { StatusBadge } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, PageHeader, Waiting } from '../../../page/index.ts';
import { useActor } from '../../../session/index.ts';
import { ladderName } from '../ladder-name.ts';
import { Editor } from './editor.tsx';
import { Followers } from './followers.tsx';
import { useLadder } from './use-ladder.ts';
import { Versions } from './versions.tsx';

const Simulation = lazy(async () => ({ default: (await import('../simulation/simulation.tsx')).Simulation }));

const route = getRouteApi('/shell/scenarios/$code');
const TABS = ['ladder', 'followers', 'simulation', 'versions'] as const;

function Ladder({ of, segments }: Readonly<{ of: ScenarioView; segments: readonly string[] }>) {
  const { t } = useWords('scenarios');
  const { instant } = useFormats();
  const actorOf = useActor();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/scenarios/$code' });
  const hand = useLadder(of);
  const tab = TABS.find((one) => one === search.tab) ?? 'ladder';
  const go = (to: string | null) => void navigate({ search: to && to !== 'ladder' ? { tab: to } : {}, replace: true });
  return (
    <>
      <Anchor component={Link} to="/scenarios" size="sm">
        {t('back')}
      </Anchor>
      <PageHeader title={ladderName(t, of)}>
        {!of.active && <StatusBadge mood="warn">{t('archived')}</StatusBadge>}
      </PageHeader>
      <Text size="sm" c="dimmed" mb="md">
        {t('facts', {
          version: of.version,
          name: actorOf(of.editedBy),
          when: instant(of.editedAt),
          customers: t('customers', { count: of.customers }),
        })}
      </Text>
      <Tabs value={tab} onChange={go} keepMounted={false}>
        <Tabs.List mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="ladder">
          <Editor of={of} hand={hand} />
        </Tabs.Panel>
        <Tabs.Panel value="followers">
          <Followers of={of} segments={segments} />
        </Tabs.Panel>
        <Tabs.Panel value="simulation">
          <Suspense fallback={<Waiting />}>
            <Simulation code={of.code} steps={hand.isChanged ? hand.steps : null} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions
            of={of}
            onRestore={(steps) => {
              hand.setSteps(steps);
              go('ladder');
            }}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** The screen. */
export function LadderPage() {
  const { t } = useWords('scenarios');
  const { code } = route.useParams();
  const list = useRead(scenarios.list, undefined);
  return (
    <Answer of={list}>
      {({ items, segments }) => {
        const found = items.find((each) => each.code === code);
        if (found) return <Ladder key={code} of={found} segments={segments} />;
        return (
          <EmptyState
            title={t('unknown')}
            action={
              <Anchor component={Link} to="/scenarios">
                {t('back')}
              </Anchor>
            }
          >
            {t('unknownHint')}
          </EmptyState>
        );
      }}
    </Answer>
  );
}
