// Undo dialog: a decision is taken back with its reason; what it wrote is reversed and the movement waits again.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type MovementRow, matching } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { CASH_READS } from '../stale.ts';
import { payerOf } from '../waiting/line-columns.tsx';

/** Of several decisions in force the latest is taken back. */
export function UndoDialog({ line, onClose }: Readonly<{ line: MovementRow; onClose: () => void }>) {
  const { t } = useWords('cash');
  const { money } = useFormats();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const undo = useWrite(matching.undo, CASH_READS);
  const redo = useWrite(matching.redo, CASH_READS);
  const decision = line.decided.find(({ undone }) => undone === null);
  if (!decision) return null;
  const params = { decisionId: decision.decisionId };
  const submit = () =>
    undo.mutate(
      { params, body: { reason } },
      {
        onSuccess: () => {
          onClose();
          toast.done(t('undo.done'), { undo: () => redo.mutateAsync({ params }) });
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('undo.title')} closeButtonProps={{ 'aria-label': t('words:do.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <Text size="sm">
            {t('undo.what', { who: payerOf(line), amount: money(Math.abs(line.cents), line.currency) })}
          </Text>
          <Textarea
            label={t('undo.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            data-autofocus
            autosize
            minRows={2}
          />
          <ProblemNote error={undo.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('words:do.cancel')}
            </Button>
            <Button type="submit" loading={undo.isPending} disabled={reason.trim() === ''}>
              {t('undo.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
