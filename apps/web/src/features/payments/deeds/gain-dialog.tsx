// Gain dialog: a small rest that nobody claims is kept, within the company's limit.
import { TextInput } from '@mantine/core';
import { type PaymentSheet, payments } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { PAYMENT_READS } from '../stale.ts';
import { DeedDialog } from './deed-dialog.tsx';

/** The whole rest. */
export function GainDialog({ payment, onClose }: Readonly<{ payment: PaymentSheet; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money } = useFormats();
  const toast = useToast();
  const [note, setNote] = useState('');
  const write = useWrite(payments.gain, PAYMENT_READS);
  const undo = useWrite(payments.undo, PAYMENT_READS);
  const { paymentId, currency, openCents } = payment;
  const amount = money(openCents, currency);
  const submit = () =>
    write.mutate(
      { params: { paymentId }, body: { cents: openCents, note } },
      {
        onSuccess: ({ deedId }) => {
          onClose();
          toast.done(t('gain.done', { amount }), { undo: () => undo.mutateAsync({ params: { deedId }, body: {} }) });
        },
      },
    );
  return (
    <DeedDialog
      title={t('gain.title')}
      preview={t('gain.preview', { amount, limit: money(payment.smallDifferenceCents, currency) })}
      submit={t('gain.do')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
    </DeedDialog>
  );
}
