// Hold dialog: stops reminders for a customer, with a reason and an end; can be undone from the toast.
import { Button, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { holds } from '@quittance/contracts/api';
import type { CustomerId, Day } from '@quittance/core/kernel';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { DayPicker, ProblemNote, useDraft, useToast } from '../../../page/index.ts';
import { HOLD_READS } from './holds.tsx';

const REASONS = [
  'manual',
  'dispute',
  'promise',
  'payment_in_transit',
  'plan',
  'agency',
  'court',
  'insolvency',
] as const;
type Reason = (typeof REASONS)[number];
type Order = Readonly<{ reason: Reason; untilOn: string | null; note: string }>;

/** A button that opens the dialog. */
export function HoldDialog({ customerId }: Readonly<{ customerId: CustomerId }>) {
  const { t } = useWords('customers');
  const toast = useToast();
  const [isOpen, dialog] = useDisclosure(false);
  const draft = useDraft<Order>(`hold.${customerId}`, { reason: 'manual', untilOn: null, note: '' });
  const { reason, untilOn, note } = draft.value;
  const set = (change: Partial<Order>) => draft.set({ ...draft.value, ...change });
  const create = useWrite(holds.create, HOLD_READS);
  const lift = useWrite(holds.lift, HOLD_READS);
  const submit = () =>
    create.mutate(
      { body: { customerId, reason, note, ...(untilOn ? { untilOn: untilOn as Day } : {}) } },
      {
        onSuccess: ({ holdId }) => {
          dialog.close();
          draft.clear();
          toast.done(t('hold.done'), { undo: () => lift.mutateAsync({ params: { holdId }, body: {} }) });
        },
      },
    );
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('hold.add')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('hold.add')}
        closeButtonProps={{ 'aria-label': t('words:do.close') }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t('hold.hint')}
          </Text>
          <Select
            label={t('hold.reason')}
            data={REASONS.map((value) => ({ value, label: t(`words:reason.${value}`) }))}
            value={reason}
            onChange={(value) => value && set({ reason: value as Reason })}
            allowDeselect={false}
          />
          <div>
            <Text size="sm" fw={500}>
              {t('hold.until')}
            </Text>
            <Text size="xs" c="dimmed" mb={4}>
              {t('hold.untilHint')}
            </Text>
            <DayPicker
              label={t('hold.until')}
              value={untilOn ?? undefined}
              onChange={(day) => set({ untilOn: day ?? null })}
              placeholder=" "
            />
          </div>
          <Textarea
            label={t('hold.note')}
            value={note}
            onChange={(event) => set({ note: event.currentTarget.value })}
            autosize
            minRows={2}
          />
          <ProblemNote error={create.error} />
          <Button onClick={submit} loading={create.isPending}>
            {t('hold.go')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
