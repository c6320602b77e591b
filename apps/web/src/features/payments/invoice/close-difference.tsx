// Close difference: what is missing on a due term, a little, is given up, agreed as discount or borne as bank charges, with undo.
import '../words.ts';
import { Radio, Stack, TextInput } from '@mantine/core';
import { adjustments, companies, type InvoiceView } from '@quittance/contracts/api';
import type { CompanyId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { useToast } from '../../../page/index.ts';
import { useCompany, useMay } from '../../../session/index.ts';
import { DeedDialog } from '../deeds/deed-dialog.tsx';
import { PAYMENT_READS } from '../stale.ts';
import { type Term, TermField } from './term-field.tsx';

const NATURES = ['write_off', 'discount', 'bank_fee', 'exchange'] as const;
type Nature = (typeof NATURES)[number];

/** The company's limit and currency, where the reader may know them. */
function useLimit(): Readonly<{ limit: number | null; ownCurrency: string | null }> {
  const company = useCompany();
  const may = useMay();
  const params = { companyId: (company?.companyId ?? 0) as CompanyId };
  const { data } = useRead(companies.get, { params }, { enabled: company !== null && may('company.read') });
  return { limit: data?.policy.smallDifferenceCents ?? null, ownCurrency: data?.currency ?? null };
}

/** Of an invoice with something open. */
export function CloseDifference({ invoice, onClose }: Readonly<{ invoice: InvoiceView; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money } = useFormats();
  const toast = useToast();
  const { limit, ownCurrency } = useLimit();
  const open = invoice.terms.filter(({ openCents }) => openCents > 0);
  const [chosen, setChosen] = useState<Term | undefined>(open[0]);
  const [typed, setTyped] = useState<number | null>();
  const [nature, setNature] = useState<Nature>('write_off');
  const [note, setNote] = useState('');
  const write = useWrite(adjustments.close, PAYMENT_READS);
  const undo = useWrite(adjustments.undo, PAYMENT_READS);
  if (!chosen) return null;
  const { receivableId, openCents, currency } = chosen;
  const isForeign = ownCurrency !== null && ownCurrency !== currency;
  // What is no small difference is not proposed as one.
  const small = limit !== null && openCents > limit ? null : openCents;
  const cents = typed === undefined ? small : typed;
  const amount = cents ? money(cents, currency) : '';
  const left = money(openCents - (cents ?? 0), currency);
  const submit = () =>
    write.mutate(
      { body: { receivableId, cents: cents ?? 0, nature, note } },
      {
        onSuccess: ({ deedId }) => {
          onClose();
          toast.done(t('difference.done', { amount }), {
            undo: () => undo.mutateAsync({ params: { deedId }, body: {} }),
          });
        },
      },
    );
  return (
    <DeedDialog
      title={t('difference.title')}
      preview={cents ? t('difference.preview', { amount, nature: t(`difference.in.${nature}`), left }) : null}
      submit={t('difference.do')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TermField
        label={t('difference.term')}
        of={open}
        value={chosen}
        onChange={(term) => {
          setChosen(term);
          setTyped(undefined);
        }}
      />
      <MoneyField
        label={t('amount')}
        hint={limit === null ? '' : t('difference.limit', { amount: money(limit, currency) })}
        value={cents}
        onChange={setTyped}
        currency={currency}
        max={openCents}
        isFirst
      />
      <Radio.Group label={t('difference.nature')} value={nature} onChange={(value) => setNature(value as Nature)}>
        <Stack gap={4} mt={4}>
          {NATURES.filter((value) => value !== 'exchange' || isForeign).map((value) => (
            <Radio key={value} value={value} label={t(`difference.kind.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput label={t('note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </DeedDialog>
  );
}
