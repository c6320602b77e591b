// Refund dialog: money that is not applied was paid back to the customer.
import { TextInput } from '@mantine/core';
import { type PaymentSheet, payments } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { useToast } from '../../../page/index.ts';
import { PAYMENT_READS } from '../stale.ts';
import { DayLine } from './day-line.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { today } from './today.ts';

/** Notes a refund made at the bank; none is sent from here. */
export function RefundDialog({ payment, onClose }: Readonly<{ payment: PaymentSheet; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const toast = useToast();
  const [on, setOn] = useState<string>(today());
  const [cents, setCents] = useState<number | null>(payment.openCents);
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const write = useWrite(payments.refund, PAYMENT_READS);
  const undo = useWrite(payments.undo, PAYMENT_READS);
  const { paymentId, currency, openCents } = payment;
  const amount = cents ? money(cents, currency) : '';
  const submit = () =>
    write.mutate(
      { params: { paymentId }, body: { cents: cents ?? 0, on: on as Day, reference, note } },
      {
        onSuccess: ({ deedId }) => {
          onClose();
          toast.done(t('refund.done', { amount }), { undo: () => undo.mutateAsync({ params: { deedId }, body: {} }) });
        },
      },
    );
  const left = money(openCents - (cents ?? 0), currency);
  return (
    <DeedDialog
      title={t('refund.title')}
      preview={cents ? t('refund.preview', { amount, day: day(on), name: payment.customerName, left }) : null}
      submit={t('refund.do')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <MoneyField
        label={t('amount')}
        hint={t('unappliedHint', { amount: money(openCents, currency) })}
        value={cents}
        onChange={setCents}
        currency={currency}
        max={openCents}
        isFirst
      />
      <DayLine label={t('refund.on')} value={on} onChange={setOn} min={payment.on} />
      <TextInput
        label={t('reference')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <TextInput label={t('note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </DeedDialog>
  );
}
