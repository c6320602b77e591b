// Undo dialog: takes an allocation back, with its reason; says before what becomes open again; the undo itself can be undone.
import { Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { allocations, type InvoiceView } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { INVOICE_READS } from '../stale.ts';

type Allocation = InvoiceView['allocations'][number];

/** Opened for one line. */
export function UndoDialog({
  invoice,
  line,
  onClose,
}: Readonly<{ invoice: InvoiceView; line: Allocation; onClose: () => void }>) {
  const { t } = useWords('invoices');
  const { money } = useFormats();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const undo = useWrite(allocations.undo, INVOICE_READS);
  const redo = useWrite(allocations.redo, INVOICE_READS);
  const params = { allocationId: line.allocationId };
  const amount = money(line.cents, invoice.currency);
  const submit = () =>
    undo.mutate(
      { params, body: { reason } },
      {
        onSuccess: () => {
          onClose();
          toast.done(t('undo.done', { amount }), { undo: () => redo.mutateAsync({ params }) });
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
            {t('undo.effect', { amount, open: money(invoice.openCents + line.cents, invoice.currency) })}
          </Text>
          <Textarea
            label={t('undo.why')}
            required
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
          />
          <ProblemNote error={undo.error} />
          <Button type="submit" loading={undo.isPending} disabled={reason.trim() === ''}>
            {t('undo.go')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
