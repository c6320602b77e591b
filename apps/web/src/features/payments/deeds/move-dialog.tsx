// Move dialog: money that is not applied belongs to another customer; it arrives there the same day.
import { TextInput } from '@mantine/core';
import { type PaymentSheet, payments } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { useToast } from '../../../page/index.ts';
import { PAYMENT_READS } from '../stale.ts';
import { type ChosenCustomer, CustomerField } from './customer-field.tsx';
import { DeedDialog } from './deed-dialog.tsx';

/** To any customer but its own. */
export function MoveDialog({ payment, onClose }: Readonly<{ payment: PaymentSheet; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money } = useFormats();
  const toast = useToast();
  const [to, setTo] = useState<ChosenCustomer | null>(null);
  const [cents, setCents] = useState<number | null>(payment.openCents);
  const [note, setNote] = useState('');
  const write = useWrite(payments.move, PAYMENT_READS);
  const undo = useWrite(payments.undo, PAYMENT_READS);
  const { paymentId, currency, openCents, customerId } = payment;
  const amount = cents ? money(cents, currency) : '';
  const submit = () =>
    to &&
    write.mutate(
      { params: { paymentId }, body: { customerId: to.customerId, cents: cents ?? 0, note } },
      {
        onSuccess: ({ deedId }) => {
          onClose();
          toast.done(t('move.done', { amount, name: to.name }), {
            undo: () => undo.mutateAsync({ params: { deedId }, body: {} }),
          });
        },
      },
    );
  return (
    <DeedDialog
      title={t('move.title')}
      preview={to && cents ? t('move.preview', { amount, from: payment.customerName, to: to.name }) : null}
      submit={t('move.do')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <CustomerField label={t('move.to')} except={customerId} value={to} onChange={setTo} />
      <MoneyField
        label={t('amount')}
        hint={t('unappliedHint', { amount: money(openCents, currency) })}
        value={cents}
        onChange={setCents}
        currency={currency}
        max={openCents}
      />
      <TextInput label={t('note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </DeedDialog>
  );
}
