// Withdraw file: a bank file brought in by mistake stops counting, after everything that follows was shown; and is put back.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FileWithdrawal, type ImportReport, imports } from '@quittance/contracts/api';
import type { ImportId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer, ProblemNote, useToast } from '../../page/index.ts';
import { useActor, useMay } from '../../session/index.ts';
import { CHANGED_BY_IMPORTS } from './changed.ts';

const BANK_KINDS: readonly ImportReport['kind'][] = ['csv-bank', 'camt', 'cfonb120', 'cfonb240', 'mt940', 'ofx'];

function Consequences({ of }: Readonly<{ of: FileWithdrawal }>) {
  const { t } = useWords('imports');
  const { money } = useFormats();
  const { movements, staying, decisions, matched } = of;
  const amount = matched.map(({ cents, currency }) => money(cents, currency)).join(' + ');
  return (
    <Stack gap={4}>
      <Text size="sm">
        {t('withdraw.what', { count: movements })} {staying > 0 && t('withdraw.staying', { count: staying })}
      </Text>
      {decisions > 0 && <Text size="sm">{t('withdraw.undone', { count: decisions, amount })}</Text>}
      <Text size="sm" c="dimmed">
        {t('withdraw.kept')}
      </Text>
    </Stack>
  );
}

function useRestore(importId: ImportId) {
  const write = useWrite(imports.restore, CHANGED_BY_IMPORTS);
  return { restore: () => write.mutateAsync({ params: { importId } }), isPending: write.isPending };
}

function WithdrawDialog({
  importId,
  onClose,
  onDone,
}: Readonly<{ importId: ImportId; onClose: () => void; onDone: () => void }>) {
  const { t } = useWords('imports');
  const toast = useToast();
  const [reason, setReason] = useState('');
  const params = { importId };
  const withdraw = useWrite(imports.withdraw, CHANGED_BY_IMPORTS);
  const { restore } = useRestore(importId);
  const answer = useRead(
    imports.previewWithdrawal,
    { params },
    { enabled: !withdraw.isPending && !withdraw.isSuccess },
  );
  const submit = () =>
    withdraw.mutate(
      { params, body: { reason } },
      {
        onSuccess: () => {
          onDone();
          toast.done(t('withdraw.done'), { undo: restore });
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('withdraw.title')}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <Answer of={answer}>{(withdrawal) => <Consequences of={withdrawal} />}</Answer>
          <TextInput
            label={t('withdraw.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            data-autofocus
          />
          <ProblemNote error={withdraw.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('words:do.cancel')}
            </Button>
            <Button
              type="submit"
              loading={withdraw.isPending}
              disabled={reason.trim() === '' || answer.data === undefined}
            >
              {t('withdraw.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Withdrawn({
  report,
  importId,
  onDone,
}: Readonly<{ report: ImportReport; importId: ImportId; onDone: () => void }>) {
  const { t } = useWords('imports');
  const { instant } = useFormats();
  const toast = useToast();
  const actorOf = useActor();
  const canWrite = useMay()('bank.write');
  const { restore, isPending } = useRestore(importId);
  if (!report.withdrawn) return null;
  const putBack = async () => {
    await restore();
    toast.done(t('withdraw.restored'));
    onDone();
  };
  const { at, by } = report.withdrawn;
  return (
    <Group justify="space-between">
      <Text size="sm">{t('withdraw.by', { at: instant(at), who: actorOf(by) })}</Text>
      {canWrite && (
        <Button variant="default" loading={isPending} onClick={() => void putBack().catch(toast.refused)}>
          {t('withdraw.restore')}
        </Button>
      )}
    </Group>
  );
}

/** Of an import of the past; nothing where it brought no bank file. `onDone`: it was withdrawn or put back. */
export function WithdrawFile({ report, onDone }: Readonly<{ report: ImportReport; onDone: () => void }>) {
  const { t } = useWords('imports');
  const canWrite = useMay()('bank.write');
  const [isOpen, setOpen] = useState(false);
  const { importId, kind, status } = report;
  if (importId === null || !BANK_KINDS.includes(kind)) return null;
  if (status === 'withdrawn') return <Withdrawn report={report} importId={importId} onDone={onDone} />;
  if (status !== 'imported' || !canWrite) return null;
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('withdraw.do')}
      </Button>
      {isOpen && <WithdrawDialog importId={importId} onClose={() => setOpen(false)} onDone={onDone} />}
    </Group>
  );
}
