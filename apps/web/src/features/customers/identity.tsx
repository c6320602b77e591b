// Identity: the customer's details as they stand in the books.
import { Text, Title } from '@mantine/core';
import type { CustomerView } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';

const Line = ({ label, children }: Readonly<{ label: string; children: ReactNode }>) => (
  <div>
    <Text component="dt" size="sm" c="dimmed">
      {label}
    </Text>
    <Text component="dd" m={0} mb="xs">
      {children}
    </Text>
  </div>
);

/** Address, numbers, terms. */
export function Identity({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('customers');
  const { address, siren, paymentTerms, creditLimitCents, currency, language } = customer;
  const lines = address
    ? [
        address.line1,
        address.line2,
        `${address.postalCode} ${address.city}`.trim(),
        address.country === 'FR' ? '' : address.country,
      ].filter(Boolean)
    : [t('noAddress')];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('details')}
      </Title>
      <dl>
        <Line label={t('address')}>
          {lines.map((line) => (
            <span key={line}>
              {line}
              <br />
            </span>
          ))}
        </Line>
        {siren && <Line label={t('siren')}>{siren}</Line>}
        <Line label={t('language')}>{t(`words:language.${language}`)}</Line>
        {paymentTerms && <Line label={t('terms')}>{paymentTerms}</Line>}
        {creditLimitCents !== null && (
          <Line label={t('limit')}>
            <Amount cents={creditLimitCents} currency={currency} />
          </Line>
        )}
      </dl>
    </section>
  );
}
