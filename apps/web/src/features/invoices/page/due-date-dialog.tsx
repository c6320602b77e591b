// Due date dialog: another day, why, what it changes in the plan, and what the law says of it, before anything is saved.
import { Alert, Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type DueDatePreviewView, type InvoiceView, invoices } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { sayCode, useFormats, useWords } from '../../../i18n/index.ts';
import { DayPicker, ProblemNote, useToast } from '../../../page/index.ts';
import { INVOICE_READS } from '../stale.ts';

type Term = InvoiceView['terms'][number];
type Step = DueDatePreviewView['before'];

function Legal({ limit }: Readonly<{ limit: DueDatePreviewView['limit'] }>) {
  const { t } = useWords('invoices');
  const { day } = useFormats();
  if (!limit) return <Text size="sm">{t('dueDate.noLimit')}</Text>;
  const facts = { max: limit.maxDays, latest: day(limit.latestDueOn), article: limit.article, count: limit.overByDays };
  if (limit.overByDays === 0) return <Text size="sm">{t('dueDate.within', facts)}</Text>;
  return (
    <Alert color="orange" variant="light" title={t('dueDate.overTitle')}>
      {t('dueDate.over', facts)}
    </Alert>
  );
}

function Preview({ of }: Readonly<{ of: DueDatePreviewView }>) {
  const { t } = useWords('invoices');
  const { day } = useFormats();
  const words = (step: Step) =>
    step
      ? t('nextStep', { step: sayCode(t, `words:step.${step.step}`, 'words:empty'), day: day(step.on) })
      : t('dueDate.noStep');
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">{t('dueDate.effect', { before: words(of.before), after: words(of.after) })}</Text>
      <Legal limit={of.limit} />
    </Stack>
  );
}

/** Opened for one term. */
export function DueDateDialog({
  invoice,
  term,
  onClose,
}: Readonly<{ invoice: InvoiceView; term: Term; onClose: () => void }>) {
  const { t } = useWords('invoices');
  const { day } = useFormats();
  const toast = useToast();
  const [dueOn, setDueOn] = useState<string | undefined>(term.dueOn);
  const [reason, setReason] = useState('');
  const change = useWrite(invoices.changeDueDate, INVOICE_READS);
  const params = { invoiceId: invoice.invoiceId, receivableId: term.receivableId };
  const isOther = dueOn !== undefined && dueOn !== term.dueOn;
  const preview = useRead(
    invoices.previewDueDate,
    { params, query: { dueOn: (dueOn ?? term.dueOn) as Day } },
    { enabled: isOther, keep: true },
  );
  const submit = () => {
    const body = { dueOn: dueOn as Day, oldDueOn: term.dueOn, reason };
    change.mutate(
      { params, body },
      {
        onSuccess: () => {
          onClose();
          const back = { dueOn: term.dueOn, oldDueOn: dueOn as Day, reason: t('dueDate.undoReason') };
          toast.done(t('dueDate.done', { day: day(dueOn as string) }), {
            undo: () => change.mutateAsync({ params, body: back }),
          });
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t('dueDate.title')} closeButtonProps={{ 'aria-label': t('words:do.close') }}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('dueDate.hint')}
        </Text>
        <div>
          <Text size="sm" fw={600}>
            {t('dueDate.new')}
          </Text>
          <DayPicker label={t('dueDate.new')} value={dueOn} onChange={setDueOn} min={term.issuedOn} placeholder=" " />
        </div>
        {isOther && preview.data && <Preview of={preview.data} />}
        {isOther && <ProblemNote error={preview.error} />}
        <Textarea
          label={t('dueDate.why')}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        <ProblemNote error={change.error} />
        <Button onClick={submit} loading={change.isPending} disabled={!isOther || reason.trim() === ''}>
          {t('dueDate.save')}
        </Button>
      </Stack>
    </Modal>
  );
}
