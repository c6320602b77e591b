// Apply payment: money that waits goes to open terms of its customer; the order of law is proposed, amounts are the reader's.
import '../../invoices/words.ts';
import { Modal, Stack, Text } from '@mantine/core';
import { allocations } from '@quittance/contracts/api';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { ApplyParts } from '../../invoices/allocations/apply-parts.tsx';

type Props = Readonly<{ paymentId: number; customerName: string; onClose: () => void }>;

/** Says so where the customer owes nothing. */
export function ApplyPayment({ paymentId, customerName, onClose }: Props) {
  const { t } = useWords('payments');
  const answer = useRead(allocations.propose, { query: { kind: 'payment', id: paymentId } }, { fresh: true });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('apply.title', { name: customerName })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Answer of={answer}>
        {(proposal) =>
          proposal.parts.length === 0 ? (
            <Text>{t('apply.nothing', { name: customerName })}</Text>
          ) : (
            <Stack>
              <Text size="sm" c="dimmed">
                {t('apply.hint')}
              </Text>
              <ApplyParts proposal={proposal} onClose={onClose} />
            </Stack>
          )
        }
      </Answer>
    </Modal>
  );
}
