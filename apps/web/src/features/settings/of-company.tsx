// Of company: reads the company in view for a page of the settings, or says that there is none.
import { Stack, Text, Title } from '@mantine/core';
import { type CompanyView, companies } from '@quittance/contracts/api';
import type { CompanyId } from '@quittance/core/kernel';
import { EmptyState } from '@quittance/ui/states';
import type { ReactNode } from 'react';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer } from '../../page/index.ts';
import { useCompany } from '../../session/index.ts';

/** Draws `children` with the company in view. */
export function OfCompany({ children }: Readonly<{ children: (company: CompanyView) => ReactNode }>) {
  const { t } = useWords('settings');
  const company = useCompany();
  const companyId = (company?.companyId ?? 0) as CompanyId;
  const view = useRead(companies.get, { params: { companyId } }, { enabled: company !== null });
  if (!company) return <EmptyState title={t('noCompany')} />;
  return <Answer of={view}>{children}</Answer>;
}

/** A page of the settings: its title, what it changes, its content. */
export function SettingsPage({
  title,
  hint,
  children,
}: Readonly<{ title: string; hint: string; children: ReactNode }>) {
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>{title}</Title>
        <Text c="dimmed" maw="70ch">
          {hint}
        </Text>
      </div>
      {children}
    </Stack>
  );
}
