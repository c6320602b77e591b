// Identity: the customer's details, and the way to change those that people decide.
import { Button, Group, Text, Title } from '@mantine/core';
import type { CustomerView } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { useMay } from '../../../session/index.ts';

const IdentityDialog = lazy(() => import('./identity-dialog.tsx'));

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

/** Address, numbers, terms, whose it is. */
export function Identity({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('customers');
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
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
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('details')}</Title>
        {may('customer.write') && (
          <Button size="compact-sm" variant="subtle" onClick={() => setEditing(true)} aria-label={t('identity.edit')}>
            {t('edit')}
          </Button>
        )}
      </Group>
      {isEditing && (
        <Suspense>
          <IdentityDialog customer={customer} onClose={() => setEditing(false)} />
        </Suspense>
      )}
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
        <Line label={t('kind')}>{t(`words:kind.${customer.kind}`)}</Line>
        <Line label={t('owner')}>{customer.owner?.name ?? t('filter.noOwner')}</Line>
        {customer.segment && <Line label={t('segment')}>{customer.segment}</Line>}
        <Line label={t('scenario')}>
          {sayCode(t, `words:scenario.${customer.scenario}`, 'words:empty')}
          {!customer.ownScenario && ` (${t('identity.inherited')})`}
        </Line>
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
