// Discount dialog: an early-payment discount agreed on a term, as an amount or a percentage kept as cents, with its last day; changed or taken off.
import '../words.ts';
import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { type InvoiceView, invoices } from '@quittance/contracts/api';
import type { Cents, Day } from '@quittance/core/kernel';
import { type ReactNode, useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { useToast } from '../../../page/index.ts';
import { DayLine } from '../deeds/day-line.tsx';
import { DeedDialog } from '../deeds/deed-dialog.tsx';
import { today } from '../deeds/today.ts';
import { PAYMENT_READS } from '../stale.ts';
import { type Term, TermField } from './term-field.tsx';

type Discount = Term['discount'];
type Props = Readonly<{ invoice: InvoiceView; term: Term; onClose: () => void }>;

const HUNDRED = 100;
const MOST_PERCENT = 99.99;

/** A percentage of two decimals of an amount, to the cent, a half up. */
const partOf = (grossCents: number, percent: number): number =>
  Math.round((grossCents * Math.round(percent * HUNDRED)) / (HUNDRED * HUNDRED));

function useAgree({ invoice, term, onClose }: Props) {
  const { t } = useWords('payments');
  const toast = useToast();
  const write = useWrite(invoices.agreeDiscount, PAYMENT_READS);
  const params = { invoiceId: invoice.invoiceId, receivableId: term.receivableId };
  const agree = (discount: Discount, reason: string) =>
    write.mutate(
      { params, body: { discount, old: term.discount, reason } },
      {
        onSuccess: () => {
          onClose();
          const body = { discount: term.discount, old: discount, reason: t('discount.undoReason') };
          toast.done(t(discount ? 'discount.done' : 'discount.removed'), {
            undo: () => write.mutateAsync({ params, body }),
          });
        },
      },
    );
  return { agree, isPending: write.isPending, error: write.error };
}

function Discounting({ invoice, term, onClose, children }: Props & Readonly<{ children: ReactNode }>) {
  const { t, language } = useWords('payments');
  const { money, day } = useFormats();
  const { agree, isPending, error } = useAgree({ invoice, term, onClose });
  const { grossCents, currency, discount, issuedOn } = term;
  const [unit, setUnit] = useState<'percent' | 'amount'>(discount ? 'amount' : 'percent');
  const [percent, setPercent] = useState<number | null>(null);
  const [typed, setTyped] = useState<number | null>(discount?.cents ?? null);
  const [untilOn, setUntilOn] = useState<string>(discount?.untilOn ?? today());
  const [reason, setReason] = useState('');
  const counted = percent === null ? null : partOf(grossCents, percent);
  const cents = unit === 'percent' ? counted : typed;
  const facts = {
    amount: cents ? money(cents, currency) : '',
    day: day(untilOn),
    net: money(grossCents - (cents ?? 0), currency),
    gross: money(grossCents, currency),
  };
  return (
    <DeedDialog
      title={t(discount ? 'discount.change' : 'discount.title')}
      preview={cents ? t('discount.preview', facts) : null}
      submit={t('words:do.save')}
      isPending={isPending}
      error={error}
      onSubmit={() => agree({ cents: (cents ?? 0) as Cents, untilOn: untilOn as Day }, reason)}
      onClose={onClose}
      other={
        discount && (
          <Button variant="subtle" color="red" onClick={() => agree(null, reason)} disabled={isPending}>
            {t('discount.remove')}
          </Button>
        )
      }
    >
      {children}
      <SegmentedControl
        aria-label={t('discount.unit')}
        value={unit}
        onChange={(value) => {
          // What was counted from a percentage is where an amount starts.
          if (value === 'amount' && counted !== null) setTyped(counted);
          setUnit(value as typeof unit);
        }}
        data={(['percent', 'amount'] as const).map((value) => ({ value, label: t(`discount.units.${value}`) }))}
      />
      {unit === 'percent' ? (
        <NumberInput
          label={t('discount.percent')}
          description={t('discount.of', facts)}
          required
          data-autofocus
          min={0}
          max={MOST_PERCENT}
          clampBehavior="strict"
          decimalScale={2}
          decimalSeparator={language === 'fr' ? ',' : '.'}
          hideControls
          suffix={language === 'fr' ? '\u00A0%' : '%'}
          value={percent ?? ''}
          onChange={(value) => setPercent(value === '' ? null : Number(value))}
          styles={{ input: { textAlign: 'right' } }}
        />
      ) : (
        <MoneyField
          label={t('discount.amount')}
          hint={t('discount.of', facts)}
          value={typed}
          onChange={setTyped}
          max={grossCents - 1}
          currency={currency}
          isFirst
        />
      )}
      <DayLine label={t('discount.until')} value={untilOn} onChange={setUntilOn} min={issuedOn} />
      <TextInput label={t('discount.why')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </DeedDialog>
  );
}

/** Of an invoice with something open; begins with the term due first. */
export function DiscountDialog({
  invoice,
  open,
  onClose,
}: Readonly<{ invoice: InvoiceView; open: readonly Term[]; onClose: () => void }>) {
  const { t } = useWords('payments');
  const [term, setTerm] = useState(open[0]);
  if (!term) return null;
  return (
    <Discounting key={term.receivableId} invoice={invoice} term={term} onClose={onClose}>
      <TermField label={t('difference.term')} of={open} value={term} onChange={setTerm} />
    </Discounting>
  );
}
