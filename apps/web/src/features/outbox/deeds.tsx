// Deeds: what can still be done with a message, by its state.
import { Button, Group } from '@mantine/core';
import { type OutboxOutcome, type OutboxView, outbox } from '@quittance/contracts/api';
import { useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';

const CHANGED = ['/api/v1/outbox', '/api/v1/reminders', '/api/v1/customers', '/api/v1/tasks'];
const NOT_LEFT: ReadonlySet<string> = new Set(['planned', 'approved', 'queued', 'failed']);

/** Nothing is drawn once it has left or was cancelled. */
export function Deeds({ view }: Readonly<{ view: OutboxView }>) {
  const { t } = useWords('outbox');
  const may = useMay();
  const toast = useToast();
  const retry = useWrite(outbox.retry, CHANGED);
  const cancel = useWrite(outbox.cancel, CHANGED);
  const confirm = useWrite(outbox.confirmSent, CHANGED);
  if (!may('outbox.write')) return null;
  const body = { actionIds: [view.actionId] };
  const told = (word: string) => ({
    onSuccess: ({ done }: OutboxOutcome) => toast.done(t(done > 0 ? word : 'notDone')),
    onError: toast.refused,
  });
  const isUncertain = view.state === 'uncertain';
  return (
    <Group gap="xs">
      {isUncertain && (
        <Button size="xs" onClick={() => confirm.mutate({ body }, told('confirmed'))} loading={confirm.isPending}>
          {t('confirmSent')}
        </Button>
      )}
      {(isUncertain || view.state === 'failed') && (
        <Button
          size="xs"
          variant="default"
          onClick={() => retry.mutate({ body }, told('retried'))}
          loading={retry.isPending}
        >
          {t(isUncertain ? 'retryUncertain' : 'retry')}
        </Button>
      )}
      {NOT_LEFT.has(view.state) && (
        <Button
          size="xs"
          variant="default"
          onClick={() => cancel.mutate({ body }, told('cancelled'))}
          loading={cancel.isPending}
        >
          {t('cancel')}
        </Button>
      )}
    </Group>
  );
}
