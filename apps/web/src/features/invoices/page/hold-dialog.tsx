// Hold dialog: stops reminders of the invoice, a term of it or part of the amount, with a reason and an end; undone from the toast.
import { Button, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { holds, type InvoiceView } from '@quittance/contracts/api';
import type { Cents, Day } from '@quittance/core/kernel';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { DayPicker, ProblemNote, useToast } from '../../../page/index.ts';
import { localToday } from '../../../receivables/index.ts';
import { INVOICE_READS } from '../stale.ts';

const REASONS = ['manual', 'dispute', 'promise', 'payment_in_transit'] as const;
type Reason = (typeof REASONS)[number];
const ALL = 'all';

type Props = Readonly<{ invoice: InvoiceView; onClose: () => void }>;

function useHold({ invoice, onClose }: Props) {
  const { t } = useWords('invoices');
  const toast = useToast();
  const create = useWrite(holds.create, INVOICE_READS);
  const lift = useWrite(holds.lift, INVOICE_READS);
  const place = async (
    of: Readonly<{ term: string; cents: Cents | null; reason: Reason; untilOn?: Day; note: string }>,
  ) => {
    const { term, cents, ...rest } = of;
    const open = invoice.terms.filter(({ openCents }) => openCents > 0);
    const held = open.filter(({ receivableId }) => term === ALL || String(receivableId) === term);
    const made: number[] = [];
    for (const { receivableId } of held) {
      const part = cents === null ? {} : { cents };
      const body = { customerId: invoice.customerId, receivableId, ...part, ...rest };
      made.push((await create.mutateAsync({ body })).holdId);
    }
    onClose();
    const undo = () => Promise.all(made.map((holdId) => lift.mutateAsync({ params: { holdId }, body: {} })));
    toast.done(t('hold.done'), { undo });
  };
  return { create, place };
}

/** Opened for one invoice. */
export function HoldDialog(props: Props) {
  const { invoice, onClose } = props;
  const { t } = useWords('invoices');
  const { day, money } = useFormats();
  const { create, place } = useHold(props);
  const open = invoice.terms.filter(({ openCents }) => openCents > 0);
  const [term, setTerm] = useState(open.length === 1 ? String(open[0]?.receivableId) : ALL);
  const [part, setPart] = useState<Cents | null>(null);
  const [reason, setReason] = useState<Reason>('manual');
  const [untilOn, setUntil] = useState<string | undefined>();
  const [note, setNote] = useState('');
  const chosen = open.find(({ receivableId }) => String(receivableId) === term);
  const submit = () =>
    place({
      ...{ term, reason, note },
      cents: chosen ? part : null,
      ...(untilOn ? { untilOn: untilOn as Day } : {}),
    }).catch(() => undefined);
  const terms = open.map((each) => ({
    value: String(each.receivableId),
    label: t('hold.term', { day: day(each.dueOn), open: money(each.openCents, each.currency) }),
  }));
  return (
    <Modal opened onClose={onClose} title={t('hold.add')} closeButtonProps={{ 'aria-label': t('words:do.close') }}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('hold.hint')}
        </Text>
        {open.length > 1 && (
          <Select
            label={t('hold.what')}
            data={[{ value: ALL, label: t('hold.whole') }, ...terms]}
            value={term}
            onChange={(value) => value && setTerm(value)}
            allowDeselect={false}
          />
        )}
        <Select
          label={t('hold.reason')}
          data={REASONS.map((value) => ({ value, label: t(`words:reason.${value}`) }))}
          value={reason}
          onChange={(value) => value && setReason(value as Reason)}
          allowDeselect={false}
        />
        {chosen && (
          <MoneyField
            label={t('hold.part')}
            hint={t('hold.partHint', { open: money(chosen.openCents, chosen.currency) })}
            value={part}
            onChange={setPart}
            max={chosen.openCents}
            currency={chosen.currency}
            isOptional
          />
        )}
        <div>
          <Text size="sm" fw={600}>
            {t('hold.until')}
          </Text>
          <DayPicker
            label={t('hold.until')}
            value={untilOn}
            onChange={setUntil}
            min={localToday()}
            placeholder={t('hold.noEnd')}
          />
        </div>
        <Textarea
          label={t('hold.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        <ProblemNote error={create.error} />
        <Button onClick={() => void submit()} loading={create.isPending}>
          {t('hold.go')}
        </Button>
      </Stack>
    </Modal>
  );
}
