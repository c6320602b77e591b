// Start page: the first steps, from the letterhead to going live; each says what it is for and leads there.
import './words.ts';
import './start.css';
import { Button, Group, Text, Title } from '@mantine/core';
import { type StartView, start } from '@quittance/contracts/api';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useRead, useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer, PageHeader, useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { placeOf } from './places.ts';

const ICON = 16;

type Step = StartView['steps'][number];

function StepLine({ step: { step, done }, index, isNext }: Readonly<{ step: Step; index: number; isNext: boolean }>) {
  const { t } = useWords('start');
  return (
    <li className="q-step" data-done={done || undefined} data-next={isNext || undefined}>
      <span className="q-step-mark" aria-hidden>
        {done ? <Check size={ICON} /> : index + 1}
      </span>
      <div>
        <Title order={2} fz="md">
          {t(`step.${step}.title`)}
          <span className="q-hidden"> – {t(done ? 'done' : 'toDo')}</span>
        </Title>
        <Text size="sm" c="dimmed" maw="60ch">
          {t(`step.${step}.hint`)}
        </Text>
      </div>
      <Button component={Link} to={placeOf(step)} variant={isNext ? 'filled' : 'default'} size="sm">
        {t(`step.${step}.${done ? 'again' : 'go'}`)}
      </Button>
    </li>
  );
}

function Steps({ view }: Readonly<{ view: StartView }>) {
  const { t } = useWords('start');
  const toast = useToast();
  const may = useMay();
  const remember = useWrite(start.remember, ['/api/v1/start']);
  const put = (dismissed: boolean) =>
    remember.mutate({ body: { dismissed } }, { onSuccess: () => toast.done(t(dismissed ? 'away' : 'back')) });
  const next = view.steps.findIndex(({ done }) => !done);
  return (
    <>
      <ol className="q-steps">
        {view.steps.map((step, index) => (
          <StepLine key={step.step} step={step} index={index} isNext={index === next} />
        ))}
      </ol>
      {may('import.write') && (
        <Group mt="lg">
          <Button variant="subtle" color="gray" onClick={() => put(!view.dismissed)} loading={remember.isPending}>
            {t(view.dismissed ? 'show' : 'dismiss')}
          </Button>
        </Group>
      )}
    </>
  );
}

/** The screen. */
export function StartPage() {
  const { t } = useWords('start');
  const view = useRead(start.get, undefined);
  return (
    <>
      <PageHeader title={t('title')} />
      <Text c="dimmed" mb="md" maw="70ch">
        {t('intro')}
      </Text>
      <Answer of={view}>{(steps) => <Steps view={steps} />}</Answer>
    </>
  );
}
