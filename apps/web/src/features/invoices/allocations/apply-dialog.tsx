// Apply dialog: a payment or credit note of the customer goes to open terms; the order of law is proposed, amounts are the reader's.
import { Button, Modal, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { allocations, type CreditView, type InvoiceView } from '@quittance/contracts/api';
import type { InvoiceId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, Waiting } from '../../../page/index.ts';
import { ApplyParts } from './apply-parts.tsx';

type Props = Readonly<{ invoice: InvoiceView; onClose: () => void }>;

function Proposal({ credit, invoice, onClose }: Props & Readonly<{ credit: CreditView }>) {
  const { t } = useWords('invoices');
  const [order, setOrder] = useState<'invoice' | 'law'>('invoice');
  const named = order === 'invoice' ? { invoiceId: invoice.invoiceId as InvoiceId } : {};
  const answer = useRead(
    allocations.propose,
    { query: { kind: credit.kind, id: credit.id, ...named } },
    { fresh: true },
  );
  return (
    <>
      <SegmentedControl
        aria-label={t('apply.order')}
        value={order}
        onChange={(value) => setOrder(value as typeof order)}
        data={[
          { value: 'invoice', label: t('apply.thisFirst') },
          { value: 'law', label: t('apply.byLaw') },
        ]}
      />
      <Text size="sm" c="dimmed">
        {t(order === 'invoice' ? 'apply.thisFirstHint' : 'apply.byLawHint')}
      </Text>
      <Answer of={answer}>
        {(proposal) => <ApplyParts key={`${order} ${credit.id}`} proposal={proposal} onClose={onClose} />}
      </Answer>
    </>
  );
}

function Choose({ items, invoice, onClose }: Props & Readonly<{ items: readonly CreditView[] }>) {
  const { t } = useWords('invoices');
  const { money, day } = useFormats();
  const keyOf = ({ kind, id }: CreditView) => `${kind} ${id}`;
  const usable = items.filter(({ currency }) => currency === invoice.currency);
  const [chosen, setChosen] = useState(usable[0] ? keyOf(usable[0]) : '');
  const credit = usable.find((each) => keyOf(each) === chosen);
  if (!credit) return <Text>{t('apply.nothing')}</Text>;
  return (
    <Stack>
      <Radio.Group label={t('apply.which')} value={chosen} onChange={setChosen}>
        <Stack gap={6} mt={6}>
          {usable.map((each) => (
            <Radio
              key={keyOf(each)}
              value={keyOf(each)}
              label={t('apply.credit', {
                what: `${t(`source.${each.kind}`)} ${each.number}`.trim(),
                day: day(each.on),
                open: money(each.openCents, each.currency),
              })}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Proposal key={chosen} credit={credit} invoice={invoice} onClose={onClose} />
    </Stack>
  );
}

/** Opened from an invoice with something open. */
export function ApplyDialog({ invoice, onClose }: Props) {
  const { t } = useWords('invoices');
  const answer = useRead(allocations.credits, { query: { customerId: invoice.customerId } });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('apply.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      {answer.data ? (
        <Choose items={answer.data.items} invoice={invoice} onClose={onClose} />
      ) : (
        <Answer of={answer}>{() => <Waiting />}</Answer>
      )}
      {answer.data?.items.length === 0 && (
        <Button mt="md" variant="default" onClick={onClose}>
          {t('words:do.close')}
        </Button>
      )}
    </Modal>
  );
}
