// Step list: the rungs in order; one is opened to be edited, moved (buttons, Alt and arrows), removed, or followed by a new one.
import { ActionIcon, Button, Group, List, Text, UnstyledButton } from '@mantine/core';
import type { ScenarioRefusal } from '@quittance/core/dunning';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { ChannelIcon } from '../channel-icon.tsx';
import { type EditStep, moved, newStep, stepName, whenWords } from './step.ts';
import { StepForm } from './step-form.tsx';

const ICON = 16;

type Props = Readonly<{
  steps: readonly EditStep[];
  problems: readonly ScenarioRefusal[];
  chosen: number | null;
  isReadOnly: boolean;
  onChoose: (place: number | null) => void;
  onChange: (steps: readonly EditStep[]) => void;
}>;

function Moves({ props, at }: Readonly<{ props: Props; at: number }>) {
  const { t } = useWords('scenarios');
  const { steps, onChange, onChoose } = props;
  const step = steps[at];
  if (!step || props.isReadOnly) return null;
  const name = stepName(t, step);
  const go = (by: -1 | 1) => {
    onChange(moved(steps, at, by));
    onChoose(at + by);
  };
  const remove = () => {
    onChange(steps.filter((_, index) => index !== at));
    onChoose(null);
  };
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon variant="subtle" aria-label={t('moveUp', { name })} disabled={at === 0} onClick={() => go(-1)}>
        <ArrowUp size={ICON} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('moveDown', { name })}
        disabled={at === steps.length - 1}
        onClick={() => go(1)}
      >
        <ArrowDown size={ICON} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={t('removeStep', { name })}
        disabled={steps.length === 1}
        onClick={remove}
      >
        <Trash2 size={ICON} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function Problems({ of }: Readonly<{ of: readonly ScenarioRefusal[] }>) {
  const { t } = useWords('scenarios');
  if (of.length === 0) return null;
  return (
    <List size="sm" c="var(--q-late)" role="alert" mt="xs">
      {of.map(({ code }) => (
        <List.Item key={code}>{t(`problem.${code}`)}</List.Item>
      ))}
    </List>
  );
}

function Rung({ props, at }: Readonly<{ props: Props; at: number }>) {
  const { t } = useWords('scenarios');
  const { steps, chosen, isReadOnly, onChoose, onChange } = props;
  const step = steps[at];
  if (!step) return null;
  const isOpen = chosen === at;
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || by === null || isReadOnly || at + by < 0 || at + by >= steps.length) return;
    event.preventDefault();
    onChange(moved(steps, at, by));
    if (isOpen) onChoose(at + by);
  };
  return (
    <li className="q-rung q-panel" data-open={isOpen || undefined}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <UnstyledButton
          className="q-rung-head"
          aria-expanded={isOpen}
          aria-keyshortcuts={isReadOnly ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
          onKeyDown={onKey}
          onClick={() => onChoose(isOpen ? null : at)}
        >
          <Text span c="dimmed" size="sm">
            {at + 1}.
          </Text>
          <ChannelIcon channel={step.channel} />
          <span>
            <Text span fw={500}>
              {stepName(t, step)}
            </Text>
            <Text span size="sm" c="dimmed" display="block">
              {whenWords(t, step)}
              {step.needsApproval && ` · ${t('toApprove')}`}
            </Text>
          </span>
        </UnstyledButton>
        <Moves props={props} at={at} />
      </Group>
      {isOpen && (
        <div className="q-rung-form">
          <StepForm
            step={step}
            isReadOnly={isReadOnly}
            onChange={(next) => onChange(steps.map((each, index) => (index === at ? next : each)))}
          />
        </div>
      )}
      <Problems of={props.problems.filter(({ rank }) => rank === at + 1)} />
    </li>
  );
}

/** All rungs. */
export function StepList(props: Props) {
  const { t } = useWords('scenarios');
  const { steps, chosen, isReadOnly, onChange, onChoose } = props;
  const add = () => {
    const last = steps.at(-1);
    const end = last?.tone === 'decide' ? steps.length - 2 : steps.length - 1;
    const after = chosen === null ? end : Math.min(chosen, end);
    onChange([...steps.slice(0, after + 1), newStep(steps, after), ...steps.slice(after + 1)]);
    onChoose(after + 1);
  };
  return (
    <section aria-label={t('steps')}>
      <ol className="q-rungs">
        {steps.map((step, index) => (
          <Rung key={step.code} props={props} at={index} />
        ))}
      </ol>
      {!isReadOnly && (
        <Group gap="sm" mt="sm">
          <Button variant="default" leftSection={<Plus size={ICON} aria-hidden />} onClick={add}>
            {t('addStep')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('moveHint')}
          </Text>
        </Group>
      )}
    </section>
  );
}
