// Call sheet: everything needed for one call: who to call, what to say, what is owed, what was said before, what came of it.
import { Anchor, Button, Drawer, Group, Kbd, List, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type TaskSheet, type TaskView, tasks } from '@quittance/contracts/api';
import { Amount, DayText, LateBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { Phone } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { CALL_OUTCOMES, type CallOutcome, OutcomeForm } from './outcome-form.tsx';

const ICON = 16;
const telOf = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

function People({ sheet }: Readonly<{ sheet: TaskSheet }>) {
  const { t } = useWords('today');
  const { phone } = sheet.task;
  const named = sheet.contacts.filter((contact) => contact.phone);
  const isNamed = named.some((contact) => contact.phone === phone);
  if (!phone && named.length === 0) return <Text size="sm">{t('task.noPhone')}</Text>;
  return (
    <List size="sm" spacing={6} listStyleType="none">
      {phone && !isNamed && (
        <List.Item>
          <Button component="a" href={telOf(phone)} leftSection={<Phone size={ICON} aria-hidden />}>
            {phone}
          </Button>
        </List.Item>
      )}
      {named.map((contact) => (
        <List.Item key={contact.contactId}>
          <Button
            component="a"
            href={telOf(contact.phone!)}
            variant={contact.phone === phone ? 'filled' : 'default'}
            leftSection={<Phone size={ICON} aria-hidden />}
          >
            {contact.phone}
          </Button>{' '}
          {contact.name}
        </List.Item>
      ))}
    </List>
  );
}

function Owed({ sheet }: Readonly<{ sheet: TaskSheet }>) {
  const { t } = useWords('today');
  return (
    <section>
      <Title order={3} fz="sm">
        {t('call.owed')}
      </Title>
      <List size="sm">
        {sheet.invoices.map((one) => (
          <List.Item key={one.receivableId}>
            {one.number}
            {t('words:colon')} <Amount cents={one.openCents} currency={one.currency} strong />{' '}
            {one.daysLate > 0 && <LateBadge daysLate={one.daysLate} />}
          </List.Item>
        ))}
      </List>
      {sheet.invoices.length === 0 && <Text size="sm">{t('call.paid')}</Text>}
    </section>
  );
}

function Exchanges({ sheet }: Readonly<{ sheet: TaskSheet }>) {
  const { t } = useWords('today');
  return (
    <section>
      <Title order={3} fz="sm">
        {t('call.exchanges')}
      </Title>
      <List size="sm">
        {sheet.exchanges.map((one) => (
          <List.Item key={`${one.on} ${one.actionId} ${one.outcome}`}>
            <DayText day={one.on} />{' '}
            {[
              one.channel && t(`words:channel.${one.channel}`),
              one.tone && t(`words:tone.${one.tone}`),
              one.outcome && t(`outcome.${one.outcome}`),
              one.subject,
              one.note && `« ${one.note} »`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </List.Item>
        ))}
      </List>
      {sheet.exchanges.length === 0 && <Text size="sm">{t('call.noExchange')}</Text>}
    </section>
  );
}

function Outcomes({ sheet, onLogged }: Readonly<{ sheet: TaskSheet; onLogged: () => void }>) {
  const { t } = useWords('today');
  const [outcome, setOutcome] = useState<CallOutcome | null>(null);
  useHotkeys(CALL_OUTCOMES.map((one, index) => [String(index + 1), () => setOutcome(one)]));
  return (
    <section aria-label={t('task.outcome')}>
      <Title order={3} fz="sm" mb={6}>
        {t('task.outcome')}
      </Title>
      <Group gap={6} mb="sm">
        {CALL_OUTCOMES.map((one, index) => (
          <Button
            key={one}
            size="xs"
            variant={outcome === one ? 'filled' : 'default'}
            aria-pressed={outcome === one}
            leftSection={<Kbd size="xs">{index + 1}</Kbd>}
            onClick={() => setOutcome(one)}
          >
            {t(`outcome.${one}`)}
          </Button>
        ))}
      </Group>
      {outcome && <OutcomeForm key={outcome} sheet={sheet} outcome={outcome} onLogged={onLogged} />}
    </section>
  );
}

function Sheet({ sheet, onLogged }: Readonly<{ sheet: TaskSheet; onLogged: () => void }>) {
  const { t } = useWords('today');
  const may = useMay();
  const { script, customerId } = sheet.task;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <People sheet={sheet} />
        {customerId !== null && (
          <Anchor
            size="sm"
            component={Link}
            to="/customers/$customerId"
            params={{ customerId: String(customerId) } as never}
          >
            {t('task.openCustomer')}
          </Anchor>
        )}
      </Group>
      {script && (
        <section>
          <Title order={3} fz="sm" mb={4}>
            {t('task.script')}
          </Title>
          <pre className="q-script">{script}</pre>
        </section>
      )}
      <Owed sheet={sheet} />
      <Exchanges sheet={sheet} />
      {may('task.write') && sheet.task.state === 'open' && <Outcomes sheet={sheet} onLogged={onLogged} />}
    </Stack>
  );
}

/** Open on one task; `next` is offered as soon as its outcome is logged. */
export function CallSheet({
  task,
  next,
  onGo,
  onClose,
}: Readonly<{
  task: TaskView | null;
  next: TaskView | null;
  onGo: (taskId: number | null) => void;
  onClose: () => void;
}>) {
  const { t } = useWords('today');
  const params = { taskId: task?.taskId ?? 0 };
  const sheet = useRead(tasks.sheet, { params }, { enabled: task !== null });
  return (
    <Drawer
      opened={task !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={task ? t('task.kind.call', { name: task.customerName ?? '' }) : ''}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      {task && (
        <Answer of={sheet}>
          {(view) => (
            <Stack>
              <Sheet key={task.taskId} sheet={view} onLogged={() => onGo(next?.taskId ?? null)} />
              {next && (
                <Button variant="subtle" onClick={() => onGo(next.taskId)}>
                  {t('call.next', { name: next.customerName ?? '' })}
                </Button>
              )}
            </Stack>
          )}
        </Answer>
      )}
    </Drawer>
  );
}
