// Message drawer: the exact message of one action before it leaves, and the decision beside it.
import { ActionIcon, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { type PlannedActionView, reminders } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { MessageView } from '../../../message/index.ts';
import { Answer } from '../../../page/index.ts';
import type { DecisionDesk } from './decisions.tsx';
import { useReason } from './plan-columns.tsx';

const ICON = 18;

type DrawerProps = Readonly<{
  on: string;
  action: PlannedActionView | null;
  canDecide: boolean;
  decisions: DecisionDesk;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
}>;

function Deeds({
  action,
  decisions,
  onMove,
}: Pick<DrawerProps, 'decisions' | 'onMove'> & { action: PlannedActionView }) {
  const { t } = useWords('today');
  const keys = [action.actionKey];
  return (
    <Group gap="xs">
      <Button onClick={() => decisions.approve(keys)} loading={decisions.isBusy}>
        {t('approve')}
      </Button>
      <Button variant="default" onClick={() => decisions.askPostpone(keys)}>
        {t('postpone')}
      </Button>
      <Button variant="default" onClick={() => decisions.askSkip(keys)}>
        {t('skip')}
      </Button>
      <ActionIcon variant="default" size="lg" aria-label={t('message.previous')} onClick={() => onMove(-1)}>
        <ChevronUp size={ICON} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={t('message.next')} onClick={() => onMove(1)}>
        <ChevronDown size={ICON} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function Message({ on, action }: Readonly<{ on: string; action: PlannedActionView }>) {
  const answer = useRead(reminders.preview, { params: { actionKey: action.actionKey }, query: { on: on as Day } });
  return <Answer of={answer}>{(message) => <MessageView message={message} />}</Answer>;
}

/** Open while an action is being read. */
export function MessageDrawer({ on, action, canDecide, decisions, onMove, onClose }: DrawerProps) {
  const { t } = useWords('today');
  const reasonOf = useReason();
  return (
    <Drawer
      opened={action !== null}
      onClose={onClose}
      position="right"
      size="xl"
      title={action ? t('message.title', { name: action.customerName }) : ''}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      {action && (
        <Stack gap="sm">
          <Text size="sm">
            <strong>{reasonOf(action)}</strong>
            <br />
            {t('rule', { rule: action.rule, words: t(`words:rule.${action.rule}`) })}
          </Text>
          {canDecide && <Deeds action={action} decisions={decisions} onMove={onMove} />}
          <Message key={action.actionKey} on={on} action={action} />
        </Stack>
      )}
    </Drawer>
  );
}
