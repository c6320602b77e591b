// Announce dialog: money said to be on its way; the invoices it pays are not chased until its day and the bank's delay have passed.
import { MultiSelect, Select, TextInput } from '@mantine/core';
import { announcements, type CustomerView } from '@quittance/contracts/api';
import type { Day, ReceivableId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { useToast } from '../../../page/index.ts';
import { DayLine } from '../deeds/day-line.tsx';
import { DeedDialog } from '../deeds/deed-dialog.tsx';
import { today } from '../deeds/today.ts';
import { PAYMENT_READS } from '../stale.ts';

const KINDS = ['direct_debit', 'transfer', 'cheque', 'bill', 'card'] as const;

/** Terms not named: the oldest first. */
export function AnnounceDialog({ customer, onClose }: Readonly<{ customer: CustomerView; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const toast = useToast();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('transfer');
  const [terms, setTerms] = useState<string[]>([]);
  const [typed, setTyped] = useState<number | null>(null);
  const [isTyped, setIsTyped] = useState(false);
  const [expectedOn, setExpectedOn] = useState<string>(today());
  const [reference, setReference] = useState('');
  const write = useWrite(announcements.announce, PAYMENT_READS);
  const cancel = useWrite(announcements.cancel, PAYMENT_READS);
  const own = customer.receivables.filter(({ currency }) => currency === customer.currency);
  const named = own.filter(({ receivableId }) => terms.includes(String(receivableId)));
  const sum = named.reduce((all, { openCents }) => all + openCents, 0);
  const cents = isTyped ? typed : sum || null;
  const until = useRead(announcements.until, { query: { expectedOn: expectedOn as Day } }, { keep: true });
  const facts = {
    until: until.data ? day(until.data.heldUntilOn) : '',
    count: until.data?.delayWorkedDays ?? 0,
    amount: cents ? money(cents, customer.currency) : '',
    day: day(expectedOn),
    numbers: named.map(({ invoiceNumber }) => invoiceNumber).join(', '),
  };
  const submit = () =>
    write.mutate(
      {
        body: {
          customerId: customer.customerId,
          kind,
          cents: cents ?? 0,
          expectedOn: expectedOn as Day,
          reference,
          receivableIds: terms.map((id) => Number(id) as ReceivableId),
        },
      },
      {
        onSuccess: ({ announcementId, heldUntilOn }) => {
          onClose();
          toast.done(t('announce.done', { day: day(heldUntilOn) }), {
            undo: () => cancel.mutateAsync({ params: { announcementId }, body: {} }),
          });
        },
      },
    );
  return (
    <DeedDialog
      title={t('announce.title')}
      preview={cents && until.data ? t(named.length > 0 ? 'announce.previewOf' : 'announce.preview', facts) : null}
      submit={t('announce.do')}
      isPending={write.isPending}
      error={write.error ?? until.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <MultiSelect
        label={t('announce.terms')}
        {...(terms.length === 0 ? { placeholder: t('announce.oldest') } : {})}
        data={own.map(({ receivableId, invoiceNumber, openCents, dueOn, currency }) => ({
          value: String(receivableId),
          label: t('announce.term', { number: invoiceNumber, due: day(dueOn), open: money(openCents, currency) }),
        }))}
        value={terms}
        onChange={setTerms}
        searchable
      />
      <MoneyField
        label={t('amount')}
        currency={customer.currency}
        value={cents}
        onChange={(value) => {
          if (value === cents) return;
          setIsTyped(true);
          setTyped(value);
        }}
      />
      <Select
        label={t('announce.kind')}
        data={KINDS.map((value) => ({ value, label: t(`method.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => value && setKind(value)}
      />
      <DayLine label={t('announce.on')} value={expectedOn} onChange={setExpectedOn} />
      <TextInput
        label={t('reference')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </DeedDialog>
  );
}
