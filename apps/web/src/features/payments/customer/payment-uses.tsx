// Payment uses: the invoices a payment settled, and where it went out again; what was undone stays in sight.
import { Text, Title } from '@mantine/core';
import type { PaymentSheet } from '@quittance/contracts/api';
import { Amount, DayText } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useFormats, useWords } from '../../../i18n/index.ts';

type Use = PaymentSheet['uses'][number];

function Line({ use, currency }: Readonly<{ use: Use; currency: string }>) {
  const { t } = useWords('payments');
  const { day } = useFormats();
  const { on, cents, invoiceId, invoiceNumber, purpose, reversedOn } = use;
  return (
    <Text size="sm" component="li">
      <DayText day={on} /> ·{' '}
      {invoiceId ? (
        <Link to="/invoices/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
          {invoiceNumber}
        </Link>
      ) : (
        purpose && t(`purpose.${purpose}`)
      )}{' '}
      ·{' '}
      <Text span inherit td={reversedOn ? 'line-through' : 'none'}>
        <Amount cents={cents} currency={currency} />
      </Text>
      {reversedOn && ` · ${t('use.undone', { day: day(reversedOn) })}`}
    </Text>
  );
}

/** Nothing where nothing was applied. */
export function PaymentUses({ payment }: Readonly<{ payment: PaymentSheet }>) {
  const { t } = useWords('payments');
  if (payment.uses.length === 0) return null;
  return (
    <section>
      <Title order={3} fz="md">
        {t('use.title')}
      </Title>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {payment.uses.map((use) => (
          <Line key={use.allocationId} use={use} currency={payment.currency} />
        ))}
      </ul>
    </section>
  );
}
