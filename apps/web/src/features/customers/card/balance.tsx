// Balance of a customer: each figure leads to the invoices it is made of; beside it, how the customer pays.
import { Group, Text } from '@mantine/core';
import type { CustomerView } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { dueDaysOf } from '../../../receivables/index.ts';

const Figure = ({ label, isMain, children }: Readonly<{ label: string; isMain?: boolean; children: ReactNode }>) => (
  <div>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text component="div" fz={isMain ? 22 : 16}>
      {children}
    </Text>
  </div>
);

/** How what was settled over twelve months was paid, as a sentence. */
function Behaviour({ of }: Readonly<{ of: CustomerView['behaviour'] }>) {
  const { t } = useWords('customers');
  if (of.settled === 0) return <Text size="sm">{t('behaviour.none')}</Text>;
  const days = Math.round(of.daysLate ?? 0);
  return (
    <Text size="sm">
      {days === 0 ? t('behaviour.onTime') : t('behaviour.late', { count: days })}{' '}
      {t('behaviour.of', { count: of.settled, onTime: of.onTime })}
    </Text>
  );
}

/** Total, buckets, what is not matched. */
export function Balance({ customer, today }: Readonly<{ customer: CustomerView; today: string }>) {
  const { t } = useWords('customers');
  const { currency, customerId } = customer;
  const of = { customerId: String(customerId), open: 'true' };
  return (
    <>
      <Group gap="lg" mb="xs" align="flex-end" className="q-facts">
        <Figure label={t('balance')} isMain>
          <Link to="/invoices" search={of}>
            <Amount cents={customer.totalCents} currency={currency} strong />
          </Link>
        </Figure>
        {customer.buckets.map(({ bucket, cents }) => (
          <Figure key={bucket} label={t(`words:bucket.${bucket}`)}>
            {cents === 0 ? (
              <Text span c="dimmed">
                –
              </Text>
            ) : (
              <Link to="/invoices" search={{ ...of, ...dueDaysOf(bucket, today) }}>
                <Amount cents={cents} currency={currency} />
              </Link>
            )}
          </Figure>
        ))}
        <Figure label={t('unapplied')}>
          <Amount cents={-customer.unappliedCents} currency={currency} blankZero />
        </Figure>
      </Group>
      <Group mb="lg">
        <Behaviour of={customer.behaviour} />
      </Group>
    </>
  );
}
