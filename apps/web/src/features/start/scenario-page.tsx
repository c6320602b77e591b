// Scenario page: one of the shipped ladders for everybody, another for some segments; then what would leave today.
import './words.ts';
import './start.css';
import { Button, Group, Radio, Select, Stack, Text, Title } from '@mantine/core';
import { type KpisView, kpis, type ScenarioView, scenarios } from '@quittance/contracts/api';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { sayCode, useWords } from '../../i18n/index.ts';
import { Answer, PageHeader, ProblemNote, useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { LadderLine } from './ladder-line.tsx';
import { recommend } from './recommend.ts';

const STALE = ['/api/v1/scenarios', '/api/v1/companies', '/api/v1/reminders', '/api/v1/start', '/api/v1/customers'];

type Choice = Readonly<{ everybody: string; bySegment: Readonly<Record<string, string>> }>;

const inForce = (items: readonly ScenarioView[]): Choice => ({
  everybody: items.find(({ isDefault }) => isDefault)?.code ?? '',
  bySegment: Object.fromEntries(items.flatMap(({ code, segments }) => segments.map((segment) => [segment, code]))),
});

const segmentsOn = ({ bySegment }: Choice, code: string): string[] =>
  Object.keys(bySegment).filter((segment) => bySegment[segment] === code);

function useSave(items: readonly ScenarioView[]) {
  const assign = useWrite(scenarios.assign, STALE);
  const save = async (choice: Choice): Promise<void> => {
    const others = items.filter(({ code }) => code !== choice.everybody);
    for (const { code, segments } of others) {
      const wanted = segmentsOn(choice, code);
      if (wanted.slice().sort().join('\n') === [...segments].sort().join('\n')) continue;
      await assign.mutateAsync({ params: { code }, body: { segments: wanted, isDefault: false } });
    }
    const code = choice.everybody;
    await assign.mutateAsync({ params: { code }, body: { segments: segmentsOn(choice, code), isDefault: true } });
  };
  return { save, assign };
}

function useNameOf() {
  const { t } = useWords('start');
  return ({ code, name }: ScenarioView) => {
    const words = sayCode(t, `words:scenario.${code}`, 'words:empty');
    return words === t('words:empty') ? name : words;
  };
}

function Card({ scenario, figures }: Readonly<{ scenario: ScenarioView; figures: KpisView | undefined }>) {
  const { t } = useWords('start');
  const nameOf = useNameOf();
  const advice = figures && recommend(figures);
  return (
    <Radio.Card value={scenario.code} className="q-ladder-card" aria-label={nameOf(scenario)}>
      <Group wrap="nowrap" align="flex-start">
        <Radio.Indicator mt={4} />
        <div className="q-ladder-body">
          <Group gap="xs">
            <Text fw={600}>{nameOf(scenario)}</Text>
            {advice?.code === scenario.code && <span className="q-advice">{t('scenario.recommended')}</span>}
          </Group>
          <Text size="sm" c="dimmed">
            {sayCode(t, `scenario.for.${scenario.code}`, 'scenario.for.other')}
          </Text>
          {advice?.code === scenario.code && (
            <Text size="sm">{t(`scenario.because.${advice.because}`, { pct: advice.pct })}</Text>
          )}
          <LadderLine steps={scenario.steps} />
        </div>
      </Group>
    </Radio.Card>
  );
}

function Chooser({ items, segments }: Readonly<{ items: readonly ScenarioView[]; segments: readonly string[] }>) {
  const { t } = useWords('start');
  const may = useMay();
  const toast = useToast();
  const navigate = useNavigate();
  const nameOf = useNameOf();
  const figures = useRead(kpis.get, { query: {} });
  const [choice, setChoice] = useState<Choice>(() => inForce(items));
  const { save, assign } = useSave(items);
  const data = items.map((each) => ({ value: each.code, label: nameOf(each) }));
  const submit = () =>
    void save(choice).then(
      () => {
        toast.done(t('scenario.saved'));
        void navigate({ to: '/today' });
      },
      () => {},
    );
  const choose = (segment: string, code: string | null) => {
    const { [segment]: _, ...rest } = choice.bySegment;
    setChoice({ ...choice, bySegment: code ? { ...rest, [segment]: code } : rest });
  };
  return (
    <Stack gap="lg">
      <Radio.Group
        value={choice.everybody}
        onChange={(everybody) => setChoice({ ...choice, everybody })}
        label={t('scenario.everybody')}
      >
        <Stack gap="sm" mt="xs">
          {items.map((each) => (
            <Card key={each.code} scenario={each} figures={figures.data} />
          ))}
        </Stack>
      </Radio.Group>
      {segments.length > 0 && (
        <Stack gap="xs">
          <Title order={2}>{t('scenario.segments')}</Title>
          <Text size="sm" c="dimmed">
            {t('scenario.segmentsHint')}
          </Text>
          <div className="q-segments">
            {segments.map((segment) => (
              <Select
                key={segment}
                label={segment}
                data={data}
                placeholder={t('scenario.asEverybody')}
                clearable
                value={choice.bySegment[segment] ?? null}
                onChange={(code) => choose(segment, code)}
              />
            ))}
          </div>
        </Stack>
      )}
      <ProblemNote error={assign.error} />
      <Group>
        {may('scenario.write') && (
          <Button onClick={submit} loading={assign.isPending} disabled={!choice.everybody}>
            {t('scenario.save')}
          </Button>
        )}
        <Button variant="subtle" component={Link} to="/scenarios">
          {t('scenario.edit')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The screen. */
export function ScenarioPage() {
  const { t } = useWords('start');
  const list = useRead(scenarios.list, undefined);
  return (
    <>
      <PageHeader title={t('scenario.title')} />
      <Answer of={list}>
        {({ items, segments }) => <Chooser items={items.filter(({ active }) => active)} segments={segments} />}
      </Answer>
    </>
  );
}
