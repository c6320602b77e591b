// Readdress: an e-mail that has not left, or failed, sent to another address for this once.
import { Button, Group, TextInput } from '@mantine/core';
import { type OutboxView, outbox } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { ProblemNote, useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';

const STATES: ReadonlySet<string> = new Set(['planned', 'approved', 'queued', 'failed', 'uncertain']);

/** Drawn for e-mails while that is possible. */
export function Readdress({ view }: Readonly<{ view: OutboxView }>) {
  const { t } = useWords('outbox');
  const may = useMay();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [to, setTo] = useState('');
  const save = useWrite(outbox.readdress, ['/api/v1/outbox', '/api/v1/tasks']);
  if (view.channel !== 'email' || !STATES.has(view.state) || !may('outbox.write')) return null;
  if (!isOpen)
    return (
      <Group>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {t('readdress.open')}
        </Button>
      </Group>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { params: { actionId: view.actionId }, body: { to: to.trim() } },
          {
            onSuccess: () => {
              setOpen(false);
              toast.done(t('readdress.done', { to: to.trim() }));
            },
          },
        );
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('readdress.label')}
          description={t(view.state === 'uncertain' ? 'readdress.uncertain' : 'readdress.hint')}
          type="email"
          required
          value={to}
          data-autofocus
          onChange={(event) => setTo(event.currentTarget.value)}
          w={{ base: '100%', xs: 360 }}
        />
        <Button type="submit" loading={save.isPending} disabled={!to.trim()}>
          {t('readdress.send')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
          {t('words:do.cancel')}
        </Button>
      </Group>
      <ProblemNote error={save.error} />
    </form>
  );
}
