// Return dialog: the bank took the payment back; the day, the amount and the bank's reason.
import { Select, TextInput } from '@mantine/core';
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
import { Reopened } from './reopened.tsx';
import { today } from './today.ts';

/** Reasons as ISO 20022 writes them (external codes of returns and rejects). */
const REASONS = ['AM04', 'AC04', 'AC01', 'MD06', 'MD01', 'MS02', 'MS03', 'AC06'] as const;

/** Its due terms are open again. */
export function ReturnDialog({ payment, onClose }: Readonly<{ payment: PaymentSheet; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const toast = useToast();
  const [on, setOn] = useState<string>(today());
  const [cents, setCents] = useState<number | null>(payment.cents - payment.returnedCents);
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const write = useWrite(payments.returned, PAYMENT_READS);
  const undo = useWrite(payments.undo, PAYMENT_READS);
  const { paymentId, currency, openCents } = payment;
  const most = payment.cents - payment.returnedCents;
  const amount = cents ? money(cents, currency) : '';
  const submit = () =>
    write.mutate(
      { params: { paymentId }, body: { on: on as Day, cents: cents ?? 0, code, note } },
      {
        onSuccess: ({ deedId }) => {
          onClose();
          toast.done(t('return.done', { amount }), {
            undo: () => undo.mutateAsync({ params: { deedId }, body: {} }),
          });
        },
      },
    );
  return (
    <DeedDialog
      title={t('return.title')}
      preview={cents ? t(cents > openCents ? 'return.preview' : 'return.previewFree', { amount, day: day(on) }) : null}
      submit={t('return.do')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayLine label={t('return.on')} value={on} onChange={setOn} min={payment.on} />
      <MoneyField label={t('amount')} value={cents} onChange={setCents} currency={currency} max={most} isFirst />
      <Select
        label={t('return.reason')}
        placeholder={t('return.unknown')}
        data={REASONS.map((value) => ({ value, label: t(`return.code.${value}`) }))}
        value={code || null}
        onChange={(value) => setCode(value ?? '')}
        clearable
      />
      <TextInput label={t('note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {cents !== null && <Reopened payment={payment} cents={cents} />}
    </DeedDialog>
  );
}
