// Task card: one thing to do by hand, with what is needed for it, closed in two clicks.
import { Anchor, Button, Collapse, Group, Menu, Paper, Text, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type TaskView, type taskOutcomeValue, tasks } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { ChevronDown, Phone } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { RepairForm } from './repair-form.tsx';

type Outcome = (typeof taskOutcomeValue.options)[number];

const ICON = 16;
const OUTCOMES: Readonly<Record<Exclude<TaskView['kind'], 'call'>, readonly Outcome[]>> = {
  decide: ['wait', 'agency', 'court', 'write_off'],
  repair_contact: ['repaired', 'done'],
  check_delivery: ['arrived', 'not_arrived'],
  payment_returned: ['will_pay', 'done'],
};
const CHANGED = ['/api/v1/tasks', '/api/v1/reminders', '/api/v1/outbox', '/api/v1/customers', '/api/v1/holds'];

function Close({ task }: Readonly<{ task: TaskView }>) {
  const { t } = useWords('today');
  const toast = useToast();
  const [note, setNote] = useState('');
  const log = useWrite(tasks.logOutcome, CHANGED);
  const close = (outcome: Outcome) =>
    void log
      .mutateAsync({ params: { taskId: task.taskId }, body: { outcome, note } })
      .then(() => toast.done(t('task.logged')), toast.refused);
  return (
    <Group align="flex-end" gap="sm">
      <Textarea
        aria-label={t('note')}
        placeholder={t('note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={1}
        w={{ base: '100%', xs: 300 }}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button loading={log.isPending} rightSection={<ChevronDown size={ICON} aria-hidden />}>
            {t('task.outcome')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(task.kind === 'call' ? [] : OUTCOMES[task.kind]).map((outcome) => (
            <Menu.Item key={outcome} onClick={() => close(outcome)}>
              {t(`outcome.${outcome}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

/** The text of a decision; a call shows its own on its sheet. */
function Script({ task }: Readonly<{ task: TaskView }>) {
  const { t } = useWords('today');
  const [isOpen, script] = useDisclosure(false);
  if (!task.script || task.kind === 'call') return null;
  return (
    <div>
      <Button size="compact-sm" variant="subtle" onClick={script.toggle} aria-expanded={isOpen}>
        {t('task.script')}
      </Button>
      <Collapse expanded={isOpen}>
        <pre className="q-script">{task.script}</pre>
      </Collapse>
    </div>
  );
}

/** A task that is open; a call opens its sheet. */
export function TaskCard({ task, onCall }: Readonly<{ task: TaskView; onCall: () => void }>) {
  const { t } = useWords('today');
  const { day } = useFormats();
  const may = useMay();
  const { customerId, phone, totalCents, currency } = task;
  return (
    <Paper className="q-panel" px="md" py="sm" component="article">
      <Group justify="space-between" align="baseline">
        <Title order={3} fz="md">
          {t(`task.kind.${task.kind}`, { name: task.customerName ?? '' })}
        </Title>
        <Text size="sm" c="dimmed">
          {t('task.since', { day: day(task.dueOn) })}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" mb={4}>
        {t(`task.hint.${task.kind}`)}
      </Text>
      <Group gap="md" mb={task.kind === 'call' ? 0 : 'xs'} fz="sm">
        {totalCents !== null && currency && <Amount cents={totalCents} currency={currency} strong />}
        {task.kind === 'call' &&
          (phone ? (
            <Anchor fz="sm" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              {phone}
            </Anchor>
          ) : (
            <Text size="sm">{t('task.noPhone')}</Text>
          ))}
        {customerId !== null && (
          <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
            {t('task.openCustomer')}
          </Link>
        )}
        {task.kind === 'call' && (
          <Button ml="auto" size="xs" onClick={onCall} leftSection={<Phone size={ICON} aria-hidden />}>
            {t('call.open')}
          </Button>
        )}
      </Group>
      <Script task={task} />
      {task.kind === 'repair_contact' && <RepairForm task={task} />}
      {task.kind !== 'call' && may('task.write') && <Close task={task} />}
    </Paper>
  );
}
