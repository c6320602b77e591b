// Bulk hold: stops reminders of every invoice chosen, with a reason and an end; undone together from the toast.
import { Button, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { invoices } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { Pause } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { DayPicker, ProblemNote, useToast } from '../../../page/index.ts';
import { localToday } from '../../../receivables/index.ts';
import type { AcrossChoice } from '../../../views/index.ts';
import { INVOICE_READS } from '../stale.ts';

const ICON = 16;
const REASONS = ['manual', 'dispute', 'payment_in_transit'] as const;
type Reason = (typeof REASONS)[number];

/** A button in the bulk bar. */
export function BulkHold({ of }: Readonly<{ of: AcrossChoice }>) {
  const { t } = useWords('invoices');
  const toast = useToast();
  const [isOpen, dialog] = useDisclosure(false);
  const [reason, setReason] = useState<Reason>('manual');
  const [untilOn, setUntil] = useState<string | undefined>();
  const [note, setNote] = useState('');
  const hold = useWrite(invoices.hold, INVOICE_READS);
  const release = useWrite(invoices.release, INVOICE_READS);
  const submit = () =>
    hold.mutate(
      { body: { chosen: of.rows as never, reason, note, ...(untilOn ? { untilOn: untilOn as Day } : {}) } },
      {
        onSuccess: ({ holdIds }) => {
          dialog.close();
          of.clear();
          toast.done(t('bulk.held', { count: holdIds.length }), {
            undo: () => release.mutateAsync({ body: { holdIds } }),
          });
        },
      },
    );
  return (
    <>
      <Button variant="default" leftSection={<Pause size={ICON} aria-hidden />} onClick={dialog.open}>
        {t('hold.add')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('bulk.holdTitle', { count: of.count })}
        closeButtonProps={{ 'aria-label': t('words:do.close') }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t('bulk.holdHint')}
          </Text>
          <Select
            label={t('hold.reason')}
            data={REASONS.map((value) => ({ value, label: t(`words:reason.${value}`) }))}
            value={reason}
            onChange={(value) => value && setReason(value as Reason)}
            allowDeselect={false}
          />
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
          <ProblemNote error={hold.error} />
          <Button onClick={submit} loading={hold.isPending}>
            {t('hold.go')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
