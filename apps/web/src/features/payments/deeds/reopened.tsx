// Reopened: the invoices that are owed again once a payment comes back or its entry is cancelled, each with how much of it.
import '../words.ts';
import { List, Text } from '@mantine/core';
import type { PaymentSheet } from '@quittance/contracts/api';
import { planReturn } from '@quittance/core/payments';
import { useFormats, useWords } from '../../../i18n/index.ts';

type Props = Readonly<{ payment: PaymentSheet; cents: number }>;

/** What the money stands on now, the newest first. */
const linesOf = ({ uses }: PaymentSheet): PaymentSheet['uses'] =>
  uses
    .filter(({ invoiceId, reversedOn }) => invoiceId !== null && reversedOn === null)
    .sort((a, b) => b.allocationId - a.allocationId);

/** Says so where nothing was paid with it. */
export function Reopened({ payment, cents }: Props) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const plan = planReturn({ cents, freeCents: payment.openCents, lines: linesOf(payment) });
  if (plan.length === 0) return <Text size="sm">{t('reopened.none')}</Text>;
  return (
    <div>
      <Text size="sm">{t('reopened.title')}</Text>
      <List size="sm" aria-label={t('reopened.title')}>
        {plan.map(({ line: { allocationId, invoiceNumber, dueOn }, reopenedCents }) => (
          <List.Item key={allocationId}>
            {t('reopened.line', {
              number: invoiceNumber,
              due: dueOn ? day(dueOn) : '',
              amount: money(reopenedCents, payment.currency),
            })}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
