// Claim dialog: the count of what is not claimed yet, as of a day, and what becomes of it once the principal is paid; then the claim.
import { Checkbox, Group, Select, Text } from '@mantine/core';
import { type ClaimDisposition, type ClaimKind, claims, type InvoiceView } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { useEffect, useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { useToast } from '../../page/index.ts';
import { DayLine } from './deeds/day-line.tsx';
import { DeedDialog } from './deeds/deed-dialog.tsx';
import { today } from './deeds/today.ts';
import { PAYMENT_READS } from './stale.ts';

const CHOICES = ['keep', 'waive', 'show'] as const;
const KINDS = ['interest', 'fixed_fee'] as const;

/** Opened for one invoice: all its due terms. */
export function ClaimDialog({ invoice, onClose }: Readonly<{ invoice: InvoiceView; onClose: () => void }>) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const toast = useToast();
  const [on, setOn] = useState<string>(today());
  const [kinds, setKinds] = useState<ClaimKind[]>([...KINDS]);
  const [chosen, setChosen] = useState<ClaimDisposition | null>(null);
  const preview = useWrite(claims.preview);
  const claim = useWrite(claims.claim, PAYMENT_READS);
  const undo = useWrite(claims.undo, PAYMENT_READS);
  const asked = { receivableIds: invoice.terms.map((term) => term.receivableId), on: on as Day, kinds };
  const { mutate } = preview;
  const question = JSON.stringify(asked);
  useEffect(() => {
    const body = JSON.parse(question) as typeof asked;
    if (body.kinds.length > 0) mutate({ body });
  }, [question, mutate]);
  const disposition = chosen ?? preview.data?.disposition ?? 'keep';
  const submit = () =>
    claim.mutate(
      { body: { ...asked, disposition } },
      {
        onSuccess: ({ items, totalCents }) => {
          onClose();
          toast.done(t('claim.done', { amount: money(totalCents, invoice.currency) }), {
            undo: () =>
              Promise.all(items.map(({ claimId }) => undo.mutateAsync({ params: { claimId }, body: { of: 'claim' } }))),
          });
        },
      },
    );
  const isReady = kinds.length > 0 && preview.data !== undefined && preview.error === null;
  return (
    <DeedDialog
      title={t('claim.open')}
      size="lg"
      preview={isReady ? t('claim.total', { amount: money(preview.data?.totalCents ?? 0, invoice.currency) }) : null}
      submit={t('claim.submit')}
      isPending={claim.isPending}
      error={claim.error ?? preview.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayLine label={t('claim.on')} value={on} onChange={setOn} />
      <Checkbox.Group
        label={t('claim.what')}
        value={kinds}
        onChange={(values) => setKinds(KINDS.filter((kind) => values.includes(kind)))}
      >
        <Group mt={4}>
          {KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`claim.kind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Select
        label={t('claim.whenPaid')}
        data={CHOICES.map((value) => ({ value, label: t(`disposition.${value}`) }))}
        value={disposition}
        allowDeselect={false}
        onChange={setChosen}
      />
      <div>
        {isReady &&
          preview.data?.lines.map((line) => (
            <Text key={`${line.kind} ${line.onReceivableId}`} size="sm">
              {t(`claim.kind.${line.kind}`)}{' '}
              {line.fromOn && line.toOn && t('claim.days', { from: day(line.fromOn), to: day(line.toOn) })}
              {t('words:colon')} {money(line.cents, invoice.currency)}
            </Text>
          ))}
      </div>
    </DeedDialog>
  );
}
