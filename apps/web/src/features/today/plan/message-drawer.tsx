// Message drawer: the exact message of one action before it leaves, its words for this once, and the decision beside it.
import { ActionIcon, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { type PlannedActionView, reminders } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { call, refresh, useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { EditableMessage } from '../../../message/index.ts';
import { Answer, useToast } from '../../../page/index.ts';
import { CHANGED, type DecisionDesk } from './decisions.ts';
import { only } from './selection.ts';
import { useReason } from './why-line.tsx';

const ICON = 18;

type DrawerProps = Readonly<{
  on: string;
  action: PlannedActionView | null;
  canDecide: boolean;
  mayHold: boolean;
  decisions: DecisionDesk;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
}>;

function Deeds({
  action,
  decisions,
  mayHold,
  onMove,
}: Pick<DrawerProps, 'decisions' | 'onMove' | 'mayHold'> & { action: PlannedActionView }) {
  const { t } = useWords('today');
  const one = only(action.actionKey);
  return (
    <Group gap="xs">
      <Button onClick={() => decisions.approve(one)} loading={decisions.isBusy}>
        {t('approve')}
      </Button>
      <Button variant="default" onClick={() => decisions.ask('postpone', one)}>
        {t('postpone')}
      </Button>
      <Button variant="default" onClick={() => decisions.ask('skip', one)}>
        {t('skip')}
      </Button>
      {mayHold && (
        <Button variant="default" onClick={() => decisions.ask('hold', one)}>
          {t('hold')}
        </Button>
      )}
      <ActionIcon variant="default" size="lg" aria-label={t('message.previous')} onClick={() => onMove(-1)}>
        <ChevronUp size={ICON} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={t('message.next')} onClick={() => onMove(1)}>
        <ChevronDown size={ICON} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function Message({ on, action, canDecide }: Pick<DrawerProps, 'on' | 'canDecide'> & { action: PlannedActionView }) {
  const { t } = useWords('today');
  const toast = useToast();
  const client = useQueryClient();
  const params = { actionKey: action.actionKey };
  const day = on as Day;
  const answer = useRead(reminders.preview, { params, query: { on: day } });
  const write = async (words: Readonly<{ subject: string; body: string }> | null) => {
    await call(reminders.edit, { params, body: { on: day, words } });
    await refresh(client, ...CHANGED);
  };
  return (
    <Answer of={answer}>
      {(preview) => (
        <EditableMessage
          id={`${on}.${action.actionKey}`}
          preview={preview}
          canEdit={canDecide}
          draft={(words) => call(reminders.draft, { params, body: { on: day, words } })}
          save={async (words) => {
            await write(words);
            if (words) toast.done(t('message.edited'), { undo: () => write(preview.edited ? preview.words : null) });
            else toast.done(t('message.restored'));
          }}
        />
      )}
    </Answer>
  );
}

/** Open while an action is being read. */
export function MessageDrawer({ on, action, canDecide, mayHold, decisions, onMove, onClose }: DrawerProps) {
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
            <strong>{reasonOf(action, on)}</strong>
            <br />
            {t('rule', { rule: action.rule, words: t(`words:rule.${action.rule}`) })}
          </Text>
          {canDecide && <Deeds action={action} decisions={decisions} mayHold={mayHold} onMove={onMove} />}
          <Message key={action.actionKey} on={on} action={action} canDecide={canDecide} />
        </Stack>
      )}
    </Drawer>
  );
}
