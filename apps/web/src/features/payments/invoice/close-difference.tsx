// Close difference: what is missing on a due term, a little, is given up, agreed as discount or borne as bank charges, with undo.
import '../words.ts';
import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { adjustments, companies, type InvoiceView } from '@quittance/contracts/api';
import type { CompanyId, ReceivableId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { useCompany, useMay } from '../../../session/index.ts';
import { CentsField } from '../deeds/cents-field.tsx';
import { DeedDialog } from '../deeds/deed-dialog.tsx';
import { PAYMENT_READS } from '../stale.ts';

const NATURES = ['write_off', 'discount', 'bank_fee'] as const;
type Nature = (typeof NATURES)[number];

/** Most that may be closed on a term, where the reader may know it. */
function useLimit(): number | null {
  const company = useCompany();
  const may = useMay();
  const params = { companyId: (company?.companyId ?? 0) as CompanyId };
  const { data } = useRead(companies.get, { params }, { enabled: company !== null && may('company.read') });
  return data?.policy.smallDifferenceCents ?? null;
}

/** Of an invoice with something open. */
export function CloseDifference({ invoice, onClose }: Readonly<{ invoice: InvoiceView; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const toast = useToast();
  const limit = useLimit();
  const open = invoice.terms.filter(({ openCents }) => openCents > 0);
  const [chosen, setChosen] = useState<number>(open[0]?.receivableId ?? 0);
  const term = open.find(({ receivableId }) => receivableId === chosen);
  const [cents, setCents] = useState<number | null>(term?.openCents ?? null);
  const [nature, setNature] = useState<Nature>('write_off');
  const [note, setNote] = useState('');
  const write = useWrite(adjustments.close, PAYMENT_READS);
  const undo = useWrite(adjustments.undo, PAYMENT_READS);
  const { currency } = invoice;
  const amount = cents ? money(cents, currency) : '';
  const choose = (id: string | null) => {
    const next = open.find(({ receivableId }) => String(receivableId) === id);
    if (!next) return;
    setChosen(next.receivableId);
    setCents(next.openCents);
  };
  const submit = () =>
    write.mutate(
      { body: { receivableId: chosen as ReceivableId, cents: cents ?? 0, nature, note } },
      {
        onSuccess: ({ deedId }) => {
          onClose();
          toast.done(t('difference.done', { amount }), {
            undo: () => undo.mutateAsync({ params: { deedId }, body: {} }),
          });
        },
      },
    );
  const left = money((term?.openCents ?? 0) - (cents ?? 0), currency);
  const preview = t('difference.preview', { amount, nature: t(`difference.in.${nature}`), left });
  return (
    <DeedDialog
      title={t('difference.title')}
      preview={term && cents ? preview : null}
      submit={t('difference.do')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {open.length > 1 && (
        <Select
          label={t('difference.term')}
          data={open.map(({ receivableId, dueOn, openCents }) => ({
            value: String(receivableId),
            label: `${day(dueOn)} · ${money(openCents, currency)}`,
          }))}
          value={String(chosen)}
          allowDeselect={false}
          onChange={choose}
        />
      )}
      <CentsField
        label={t('amount')}
        hint={limit === null ? '' : t('difference.limit', { amount: money(limit, currency) })}
        value={cents}
        onChange={setCents}
        isFirst
      />
      <Radio.Group label={t('difference.nature')} value={nature} onChange={(value) => setNature(value as Nature)}>
        <Stack gap={4} mt={4}>
          {NATURES.map((value) => (
            <Radio key={value} value={value} label={t(`difference.kind.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput label={t('note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </DeedDialog>
  );
}
