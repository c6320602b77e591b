// Statement dialog: the account's movements over a chosen period, seen before it is saved.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type CustomerView, customers } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { useState } from 'react';
import { saveBlob, useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { PdfFrame } from '../../../message/index.ts';
import { Answer, DayPicker } from '../../../page/index.ts';

/** From the first movement to today unless chosen. */
export default function StatementDialog({
  customer,
  onClose,
}: Readonly<{ customer: CustomerView; onClose: () => void }>) {
  const { t } = useWords('customers');
  const [from, setFrom] = useState<string | undefined>();
  const [to, setTo] = useState<string | undefined>();
  const query = { ...(from ? { from: from as Day } : {}), ...(to ? { to: to as Day } : {}) };
  const answer = useRead(customers.statement, { params: { customerId: customer.customerId }, query });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('statement.title', { name: customer.name })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack>
        <Group align="flex-end">
          <div>
            <Text size="sm">{t('statement.from')}</Text>
            <DayPicker label={t('statement.from')} value={from} onChange={setFrom} placeholder={t('statement.first')} />
          </div>
          <div>
            <Text size="sm">{t('statement.to')}</Text>
            <DayPicker label={t('statement.to')} value={to} onChange={setTo} />
          </div>
          <Button disabled={!answer.data} onClick={() => answer.data && saveBlob(answer.data)}>
            {t('statement.save')}
          </Button>
        </Group>
        <Answer of={answer}>{({ blob }) => <PdfFrame pdf={blob} />}</Answer>
      </Stack>
    </Modal>
  );
}
