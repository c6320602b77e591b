// Tracking: the number of a registered letter, which proves its posting.
import { Button, Group, TextInput } from '@mantine/core';
import { type OutboxView, outbox } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';

/** Shown for registered letters. */
export function Tracking({ view }: Readonly<{ view: Pick<OutboxView, 'actionId' | 'trackingNumber'> }>) {
  const { t } = useWords('outbox');
  const may = useMay();
  const toast = useToast();
  const [typed, setTyped] = useState(view.trackingNumber ?? '');
  const save = useWrite(outbox.setTracking, ['/api/v1/outbox']);
  const submit = () =>
    save.mutate(
      { params: { actionId: view.actionId }, body: { trackingNumber: typed } },
      { onSuccess: () => toast.done(t('trackingSaved')) },
    );
  return (
    <>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('tracking')}
          description={t('trackingHint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          readOnly={!may('outbox.write')}
        />
        {may('outbox.write') && (
          <Button variant="default" onClick={submit} disabled={!typed.trim()} loading={save.isPending}>
            {t('words:do.save')}
          </Button>
        )}
      </Group>
      <ProblemNote error={save.error} />
    </>
  );
}
