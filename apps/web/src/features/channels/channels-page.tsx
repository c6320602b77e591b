// Channels page: the mail server, tried and tested; then who is live, segment by segment.
import './words.ts';
import { Alert, Stack, Text, Title } from '@mantine/core';
import { channels, companies } from '@quittance/contracts/api';
import type { CompanyId } from '@quittance/core/kernel';
import { EmptyState } from '@quittance/ui/states';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer } from '../../page/index.ts';
import { useCompany } from '../../session/index.ts';
import { LiveTable } from './live-table.tsx';
import { MailForm } from './mail-form.tsx';
import { MailTest } from './mail-test.tsx';
import { OtherChannels } from './other-channels.tsx';

function Channels({ companyId }: Readonly<{ companyId: CompanyId }>) {
  const { t } = useWords('channels');
  const mail = useRead(channels.email, undefined);
  const live = useRead(companies.live, { params: { companyId } });
  const company = useRead(companies.get, { params: { companyId } });
  return (
    <Stack gap="xl">
      <Answer of={mail}>
        {(view) => (
          <Stack gap="md" component="section">
            <div>
              <Title order={2}>{t('title')}</Title>
              <Text c="dimmed" maw="70ch">
                {t('hint')}
              </Text>
            </div>
            {view.source !== 'own' && (
              <Alert
                variant="light"
                color={view.source === 'shared' ? 'blue' : 'orange'}
                title={t(`source.${view.source}`)}
              >
                {t(`sourceHint.${view.source}`, { server: view.shared ?? '' })}
              </Alert>
            )}
            <Answer of={company}>
              {(known) => <MailForm key={JSON.stringify(view.own)} view={view} company={known} />}
            </Answer>
            <MailTest view={view} />
          </Stack>
        )}
      </Answer>
      <Answer of={live}>{(view) => <LiveTable view={view} companyId={companyId} />}</Answer>
      <OtherChannels />
    </Stack>
  );
}

/** The page. */
export function ChannelsPage() {
  const { t } = useWords('channels');
  const company = useCompany();
  if (!company) return <EmptyState title={t('noCompany')} />;
  return <Channels key={company.companyId} companyId={company.companyId as CompanyId} />;
}
