// Returned: the payment that the bank took back, with what it had paid, which is owed again.
import { List, Text } from '@mantine/core';
import type { ReturnedPaymentView } from '@quittance/contracts/api';
import { Link } from '@tanstack/react-router';
import { useFormats, useWords } from '../../../i18n/index.ts';

/** Which payment, of which day and amount, and the invoices it had paid. */
export function Returned({ of }: Readonly<{ of: ReturnedPaymentView }>) {
  const { t } = useWords('cash');
  const { money, day } = useFormats();
  return (
    <div>
      <Text size="sm">
        {t('returned.payment', { amount: money(of.cents, of.currency), on: day(of.paidOn) })}{' '}
        <Text span size="xs" c="dimmed">
          {of.reference}
        </Text>
      </Text>
      {of.paid.length > 0 && (
        <List size="sm" mt={4} aria-label={t('returned.paid')}>
          {of.paid.map(({ receivableId, invoiceId, number, cents }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same term may have been paid twice by one payment
            <List.Item key={`${receivableId} ${at}`}>
              <Link to="/invoices/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
                {number}
              </Link>{' '}
              {money(cents, of.currency)}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
