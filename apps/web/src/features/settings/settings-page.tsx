// Settings: company, sending, rules, templates, scenarios, rates; each says what it changes.
import './words.ts';
import './settings.css';
import { Tabs } from '@mantine/core';
import { type CompanyView, companies } from '@quittance/contracts/api';
import type { CompanyId } from '@quittance/core/kernel';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer, PageHeader } from '../../page/index.ts';
import { useCompany } from '../../session/index.ts';
import { LetterheadForm } from './company/letterhead-form.tsx';
import { PolicyForm } from './company/policy-form.tsx';
import { Sending } from './company/sending.tsx';
import { Rates } from './rates/rates.tsx';
import { Scenarios } from './scenarios/scenarios.tsx';
import { Templates } from './templates/templates.tsx';

const route = getRouteApi('/shell/settings');
const TABS = ['company', 'sending', 'policy', 'templates', 'scenarios', 'rates'] as const;

function OfCompany({ children }: Readonly<{ children: (company: CompanyView) => ReactNode }>) {
  const { t } = useWords('settings');
  const company = useCompany();
  const companyId = (company?.companyId ?? 0) as CompanyId;
  const view = useRead(companies.get, { params: { companyId } }, { enabled: company !== null });
  if (!company) return <EmptyState title={t('noCompany')} />;
  return <Answer of={view}>{children}</Answer>;
}

/** The screen. */
export function SettingsPage() {
  const { t } = useWords('settings');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/settings' });
  const tab = TABS.find((one) => one === search.tab) ?? 'company';
  return (
    <>
      <PageHeader title={t('title')} help={t('help')} />
      <Tabs
        value={tab}
        onChange={(chosen) => void navigate({ search: chosen ? { tab: chosen } : {} })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="company">
          <OfCompany>{(company) => <LetterheadForm key={company.companyId} company={company} />}</OfCompany>
        </Tabs.Panel>
        <Tabs.Panel value="sending">
          <OfCompany>{(company) => <Sending company={company} />}</OfCompany>
        </Tabs.Panel>
        <Tabs.Panel value="policy">
          <OfCompany>{(company) => <PolicyForm key={company.companyId} company={company} />}</OfCompany>
        </Tabs.Panel>
        <Tabs.Panel value="templates">
          <Templates chosen={search.template} />
        </Tabs.Panel>
        <Tabs.Panel value="scenarios">
          <Scenarios />
        </Tabs.Panel>
        <Tabs.Panel value="rates">
          <Rates />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
