// Cancel dialog: a payment entered by hand was no payment; what it had paid is owed again. It can be entered again as it was.
import { TextInput } from '@mantine/core';
import { type PaymentSheet, payments } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { PAYMENT_READS } from '../stale.ts';
import { DeedDialog } from './deed-dialog.tsx';
import { entryOf } from './entry-of.ts';
import { Reopened } from './reopened.tsx';

/** The whole payment. */
export function CancelDialog({ payment, onClose }: Readonly<{ payment: PaymentSheet; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const toast = useToast();
  const [note, setNote] = useState('');
  const write = useWrite(payments.undo, PAYMENT_READS);
  const again = useWrite(payments.again, PAYMENT_READS);
  const amount = money(payment.cents, payment.currency);
  const submit = () => {
    const params = { deedId: entryOf(payment) ?? 0 };
    write.mutate(
      { params, body: { note } },
      {
        onSuccess: () => {
          onClose();
          toast.done(t('cancel.done'), { undo: () => again.mutateAsync({ params }) });
        },
      },
    );
  };
  return (
    <DeedDialog
      title={t('cancel.title')}
      preview={t('cancel.preview', { amount, day: day(payment.on), name: payment.customerName })}
      submit={t('cancel.do')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Reopened payment={payment} cents={payment.cents} />
      <TextInput
        label={t('cancel.why')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
    </DeedDialog>
  );
}
