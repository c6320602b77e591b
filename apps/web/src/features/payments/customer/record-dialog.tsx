// Record dialog: a payment that no statement tells, entered by hand; applying it is offered next.
import { Select, TextInput } from '@mantine/core';
import { type CustomerView, payments } from '@quittance/contracts/api';
import type { Day, PaymentId } from '@quittance/core/kernel';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { useDraft, useToast } from '../../../page/index.ts';
import { DayLine } from '../deeds/day-line.tsx';
import { DeedDialog } from '../deeds/deed-dialog.tsx';
import { today } from '../deeds/today.ts';
import { PAYMENT_READS } from '../stale.ts';

const METHODS = ['cheque', 'cash', 'transfer', 'direct_debit', 'card', 'bill'] as const;
type Order = Readonly<{
  method: (typeof METHODS)[number];
  cents: number | null;
  on: string;
  reference: string;
  note: string;
}>;
type Props = Readonly<{ customer: CustomerView; onClose: () => void; onRecorded: (id: PaymentId) => void }>;

/** What is typed is kept while it is not sent. */
export function RecordDialog({ customer, onClose, onRecorded }: Props) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const toast = useToast();
  const empty: Order = { method: 'cheque', cents: null, on: today(), reference: '', note: '' };
  const draft = useDraft<Order>(`payment.${customer.customerId}`, empty);
  const { method, cents, on, reference, note } = draft.value;
  const set = (change: Partial<Order>) => draft.set({ ...draft.value, ...change });
  const write = useWrite(payments.record, PAYMENT_READS);
  const undo = useWrite(payments.undo, PAYMENT_READS);
  const amount = cents ? money(cents, customer.currency) : '';
  const submit = () =>
    write.mutate(
      { body: { customerId: customer.customerId, on: on as Day, cents: cents ?? 0, method, reference, note } },
      {
        onSuccess: ({ deedId, paymentId }) => {
          draft.clear();
          onClose();
          if (paymentId !== null) onRecorded(paymentId);
          toast.done(t('record.done', { amount }), { undo: () => undo.mutateAsync({ params: { deedId }, body: {} }) });
        },
      },
    );
  return (
    <DeedDialog
      title={t('record.title')}
      preview={cents ? t('record.preview', { how: t(`method.${method}`), amount, day: day(on) }) : null}
      submit={t('words:do.save')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <MoneyField
        label={t('amount')}
        value={cents}
        onChange={(value) => set({ cents: value })}
        currency={customer.currency}
        isFirst
      />
      <Select
        label={t('record.method')}
        data={METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
        value={method}
        allowDeselect={false}
        onChange={(value) => value && set({ method: value })}
      />
      <DayLine label={t('record.on')} value={on} onChange={(value) => set({ on: value })} />
      <TextInput
        label={t('reference')}
        value={reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      <TextInput label={t('note')} value={note} onChange={(event) => set({ note: event.currentTarget.value })} />
    </DeedDialog>
  );
}
