// Repair form: the wrong address corrected where it is said to be wrong; messages that failed for it go back to the queue.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { contacts, outbox, type TaskSheet, type TaskView, tasks } from '@quittance/contracts/api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, refresh, useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { CHANGED } from '../plan/decisions.ts';

type Contact = TaskSheet['contacts'][number];
type Field = 'email' | 'phone';

const MOST_FAILED = 100;

/** The contact whose address is at fault: one that bounced, else one without, else none. */
const contactOf = (sheet: TaskSheet, field: Field): Contact | undefined =>
  sheet.contacts.find((one) => field === 'email' && one.emailStatus === 'bounced') ??
  sheet.contacts.find((one) => !one[field]);

/** Corrects the contact, or adds one, closes the task, and tries failed e-mails again. Returns how many. */
async function repair(
  task: TaskView,
  fault: Readonly<{ contact: Contact | undefined; field: Field; address: string; name: string }>,
): Promise<number> {
  const { contact, field, address, name } = fault;
  const customerId = task.customerId!;
  if (contact) {
    const { contactId, emailStatus: _, ...details } = contact;
    await call(contacts.update, { params: { contactId }, body: { ...details, [field]: address } });
  } else {
    const details = { name, roles: ['reminders' as const], language: null, email: null, phone: null };
    await call(contacts.create, { params: { customerId }, body: { ...details, [field]: address } });
  }
  const { items } = await call(tasks.list, { query: { customerId, kind: 'repair_contact' } });
  if (items.some((one) => one.taskId === task.taskId))
    await call(tasks.logOutcome, { params: { taskId: task.taskId }, body: { outcome: 'repaired' } });
  if (field !== 'email') return 0;
  const failed = await call(outbox.list, {
    query: { customerId, state: 'failed', channel: 'email', size: MOST_FAILED },
  });
  if (failed.items.length === 0) return 0;
  const retried = await call(outbox.retry, { body: { actionIds: failed.items.map((row) => row.actionId) } });
  return retried.done;
}

function Form({ task, sheet, field }: Readonly<{ task: TaskView; sheet: TaskSheet; field: Field }>) {
  const { t } = useWords('today');
  const toast = useToast();
  const client = useQueryClient();
  const contact = contactOf(sheet, field);
  const [address, setAddress] = useState(contact?.[field] ?? '');
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(null);
    try {
      const resumed = await repair(task, { contact, field, address: address.trim(), name: task.customerName ?? '' });
      toast.done(resumed > 0 ? t('repair.resumed', { count: resumed }) : t('repair.done'));
      await refresh(client, ...CHANGED);
    } catch (caught) {
      setError(caught);
    }
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap={6}>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t(`repair.${field}`, { name: contact?.name ?? task.customerName ?? '' })}
            type={field === 'email' ? 'email' : 'tel'}
            value={address}
            required
            onChange={(event) => setAddress(event.currentTarget.value)}
            w={{ base: '100%', xs: 320 }}
          />
          <Button type="submit" loading={isBusy} disabled={!address.trim()}>
            {t('repair.save')}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {t('repair.hint')}
        </Text>
        <ProblemNote error={error} />
      </Stack>
    </form>
  );
}

const FIELDS: Readonly<Record<string, Field>> = { email: 'email', sms: 'phone', call: 'phone' };

/** Drawn for e-mail addresses and telephone numbers; a postal address is mended on the customer's card. */
export function RepairForm({ task }: Readonly<{ task: TaskView }>) {
  const may = useMay();
  const field = FIELDS[String(task.facts.channel)];
  const isDrawn = field !== undefined && task.customerId !== null && may('contact.write');
  const sheet = useRead(tasks.sheet, { params: { taskId: task.taskId } }, { enabled: isDrawn });
  if (!isDrawn) return null;
  return <Answer of={sheet}>{(view) => <Form task={task} sheet={view} field={field} />}</Answer>;
}
