// Aside dialog: why money is no customer's, and whether its payer is remembered for it.
import { Button, Checkbox, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { type SetAsideReason, setAsideReasonValue } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import type { AsideOrder } from './decisions.ts';

/** One `reason` is chosen from the start: charges, the commonest. */
export function AsideDialog({
  count,
  onClose,
  onConfirm,
}: Readonly<{ count: number; onClose: () => void; onConfirm: (order: AsideOrder) => void }>) {
  const { t } = useWords('cash');
  const [order, setOrder] = useState<AsideOrder>({ reason: 'bank_fees', note: '', remember: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('aside.title', { count })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(order);
        }}
      >
        <Stack>
          <Radio.Group
            label={t('aside.why')}
            value={order.reason}
            onChange={(reason) => setOrder({ ...order, reason: reason as SetAsideReason })}
          >
            <Stack gap={6} mt={6}>
              {setAsideReasonValue.options.map((reason, at) => (
                <Radio
                  key={reason}
                  value={reason}
                  label={t(`reason.${reason}`)}
                  data-autofocus={at === 0 || undefined}
                />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label={t('aside.note')}
            value={order.note}
            onChange={(event) => setOrder({ ...order, note: event.currentTarget.value })}
          />
          <Checkbox
            label={t('aside.remember')}
            checked={order.remember}
            onChange={(event) => setOrder({ ...order, remember: event.currentTarget.checked })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('words:do.cancel')}
            </Button>
            <Button type="submit">{t('aside.do')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
