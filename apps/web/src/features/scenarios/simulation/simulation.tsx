// Simulation: what would leave over the coming days, day by day, customer by customer, and what gets nothing and why.
import { Alert, Button, Group, Progress, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemPage } from '../../../page/index.ts';
import type { EditStep } from '../ladder/step.ts';
import { Bars } from './bars.tsx';
import { DayTable } from './day-table.tsx';
import { Held, Lines } from './details.tsx';
import { totalsOf } from './totals.ts';
import { type SimulationRun, useSimulation } from './use-simulation.ts';

const HORIZONS = ['7', '14', '30', '60', '90'];

type Props = Readonly<{
  /** One ladder alone; all of them where none is named. */
  code?: string;
  /** The ladder as edited, to compare with the one in force. */
  steps?: readonly EditStep[] | null;
}>;

/** How far it has come, with a way out; or that it was left, with a way back. */
function Course({ answer, pct, isStopped, stop }: SimulationRun) {
  const { t } = useWords('scenarios');
  if (isStopped)
    return (
      <Group gap="xs">
        <Text size="sm" role="status">
          {t('sim.stopped')}
        </Text>
        <Button variant="default" size="compact-sm" onClick={() => void answer.refetch()}>
          {t('sim.again')}
        </Button>
      </Group>
    );
  if (!answer.isFetching) return null;
  const words = pct === null ? t('sim.running') : t('sim.progress', { pct });
  return (
    <Group gap="sm">
      <Text size="sm" className="q-nowrap" role="status">
        {words}
      </Text>
      <Progress value={pct ?? 0} w={160} aria-label={t('sim.running')} />
      <Button variant="default" size="compact-sm" onClick={stop}>
        {t('sim.stop')}
      </Button>
    </Group>
  );
}

/** The whole of it. */
export function Simulation({ code, steps }: Props) {
  const { t } = useWords('scenarios');
  const { day } = useFormats();
  const [days, setDays] = useState('30');
  const body = { days: Number(days), ...(code ? { code } : {}), ...(code && steps ? { steps: [...steps] } : {}) };
  const run = useSimulation(body);
  const { answer } = run;
  const view = answer.data;
  return (
    <Stack gap="lg">
      <Group align="end" gap="md">
        <Select
          label={t('sim.horizon')}
          data={HORIZONS.map((value) => ({ value, label: t('sim.days', { count: Number(value) }) }))}
          value={days}
          allowDeselect={false}
          onChange={(chosen) => chosen && setDays(chosen)}
        />
        <Course {...run} />
      </Group>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('sim.assumptions')}
      </Text>
      {answer.error && !view && <ProblemPage error={answer.error} onRetry={() => void answer.refetch()} />}
      {view && (
        <>
          <Text fw={500}>
            {t('sim.lead', {
              from: day(view.from),
              to: day(view.to),
              messages: t('sim.messages', { count: totalsOf(view.edited ?? view.now).count }),
              customers: t('customers', { count: view.reached }),
            })}{' '}
            {view.edited && t('sim.versus', { count: totalsOf(view.now).count })}
          </Text>
          {view.failed > 0 && <Alert color="orange">{t('sim.failed', { count: view.failed })}</Alert>}
          <Bars now={view.now} edited={view.edited} />
          <div>
            <Title order={2} size="h4" mb="xs">
              {t('sim.byDay')}
            </Title>
            <DayTable now={view.now} edited={view.edited} />
          </div>
          <Lines of={view} />
          <Held of={view} />
        </>
      )}
    </Stack>
  );
}
