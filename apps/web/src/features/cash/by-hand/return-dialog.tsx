// Return dialog: which payment the bank took back, chosen among those received; what it had paid is then owed again.
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { matching, type OpenItemsView, payments } from '@quittance/contracts/api';
import type { PaymentId } from '@quittance/core/kernel';
import { Amount } from '@quittance/ui/values';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, ProblemNote, SearchBox } from '../../../page/index.ts';
import { Reopened } from '../../payments/deeds/reopened.tsx';
import { payerOf } from '../waiting/line-columns.tsx';
import { type HandProps, useHandDecision } from './use-hand-decision.ts';

type Payment = OpenItemsView['recordedPayments'][number];
function Choices({
  of,
  chosen,
  onChoose,
}: Readonly<{ of: readonly Payment[]; chosen: number | undefined; onChoose: (payment: Payment) => void }>) {
  const { t } = useWords('cash');
  const { money, day } = useFormats();
  if (of.length === 0) return <Text size="sm">{t('returned.nothing')}</Text>;
  return (
    <Radio.Group
      label={t('returned.which')}
      value={String(chosen ?? '')}
      onChange={(value) => onChoose(of.find(({ paymentId }) => String(paymentId) === value)!)}
    >
      <Stack gap="xs" mt="xs" mah={340} style={{ overflowY: 'auto' }}>
        {of.map(({ paymentId, customer, cents, currency, paidOn, reference }) => (
          <Radio
            key={paymentId}
            value={String(paymentId)}
            label={`${money(cents, currency)} · ${day(paidOn)} · ${customer.name}`}
            description={reference}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** What the chosen payment had paid, read when it is chosen. */
function Preview({ paymentId, cents }: Readonly<{ paymentId: PaymentId; cents: number }>) {
  const answer = useRead(payments.sheet, { params: { paymentId } });
  return <Answer of={answer}>{(payment) => <Reopened payment={payment} cents={cents} />}</Answer>;
}

/** Opened from a return that waits. */
export function ReturnDialog({ line, onClose, onDecided }: HandProps) {
  const { t } = useWords('cash');
  const { money } = useFormats();
  const [search, setSearch] = useState<string | undefined>();
  const [payment, setPayment] = useState<Payment | undefined>();
  const params = { transactionId: line.transactionId };
  const answer = useRead(matching.openItems, { params, query: search ? { search } : {} }, { keep: true });
  const decision = useHandDecision({ line, onClose, onDecided });
  const submit = ({ paymentId, customer, cents: received }: Payment) => {
    const cents = Math.min(line.openCents, received);
    const parts = [{ customerId: customer.customerId, cents, paymentId }];
    decision.send({ parts, note: '', learn: false }, t('returned.done', { amount: money(cents, line.currency) }));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('returned.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm" fw={600}>
            {payerOf(line)}
          </Text>
          <Amount cents={-line.openCents} currency={line.currency} strong />
        </Group>
        <SearchBox value={search} placeholder={t('returned.search')} onSearch={setSearch} isFirst />
        <Answer of={answer}>
          {({ recordedPayments }) => (
            <Choices of={recordedPayments} chosen={payment?.paymentId} onChoose={setPayment} />
          )}
        </Answer>
        {payment && <Preview paymentId={payment.paymentId} cents={Math.min(line.openCents, payment.cents)} />}
        <Text size="sm" c="dimmed">
          {t('returned.hint')}
        </Text>
        <ProblemNote error={decision.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('words:do.cancel')}
          </Button>
          <Button onClick={() => payment && submit(payment)} loading={decision.isPending} disabled={!payment}>
            {t('returned.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
