// Arrived dialog: announced money came; which payment it is may be said.
import { Select } from '@mantine/core';
import { type AnnouncementView, announcements, payments } from '@quittance/contracts/api';
import type { PaymentId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { DeedDialog } from '../deeds/deed-dialog.tsx';
import { PAYMENT_READS } from '../stale.ts';

const MOST = 50;

/** Its holds end. */
export function ArrivedDialog({ of, onClose }: Readonly<{ of: AnnouncementView; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const toast = useToast();
  const [chosen, setChosen] = useState<string | null>(null);
  const { customerId, announcementId } = of;
  const found = useRead(payments.list, { query: { view: 'all', customerId, size: MOST } });
  const write = useWrite(announcements.arrived, PAYMENT_READS);
  const reopen = useWrite(announcements.reopen, PAYMENT_READS);
  const params = { announcementId };
  const rows = (found.data?.items ?? []).filter(({ purpose }) => purpose === 'payment');
  const submit = () =>
    write.mutate(
      { params, body: chosen ? { paymentId: Number(chosen) as PaymentId } : {} },
      {
        onSuccess: () => {
          onClose();
          toast.done(t('announce.arrivedDone'), { undo: () => reopen.mutateAsync({ params }) });
        },
      },
    );
  return (
    <DeedDialog
      title={t('announce.arrivedTitle')}
      preview={t('announce.arrivedPreview', { amount: money(of.cents, of.currency) })}
      submit={t('announce.arrivedDo')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('announce.which')}
        placeholder={t('announce.whichNone')}
        data={rows.map(({ paymentId, on, cents, currency, reference }) => ({
          value: String(paymentId),
          label: [day(on), money(cents, currency), reference].filter(Boolean).join(' · '),
        }))}
        value={chosen}
        onChange={setChosen}
        clearable
        data-autofocus
      />
    </DeedDialog>
  );
}
