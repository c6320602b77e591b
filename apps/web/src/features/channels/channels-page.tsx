// Channels page: the mail server, tried and tested; then who is live, segment by segment.
import './words.ts';
import { Alert, Stack, Text, Title } from '@mantine/core';
import { type CompanyView, channels, companies, type MailChannelView } from '@quittance/contracts/api';
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

function Mail({ view, company }: Readonly<{ view: MailChannelView; company: CompanyView }>) {
  const { t } = useWords('channels');
  return (
    <Stack gap="md" component="section">
      <div>
        <Title order={2}>{t('title')}</Title>
        <Text c="dimmed" maw="70ch">
          {t('hint')}
        </Text>
      </div>
      {view.source !== 'own' && (
        <Alert variant="light" color={view.source === 'shared' ? 'blue' : 'orange'} title={t(`source.${view.source}`)}>
          {t(`sourceHint.${view.source}`, { server: view.shared ?? '' })}
        </Alert>
      )}
      <MailForm key={JSON.stringify(view.own)} view={view} company={company} />
      <MailTest view={view} />
    </Stack>
  );
}

/** A part is drawn once the one above it is whole: nothing that is read is pushed away. */
function Channels({ companyId }: Readonly<{ companyId: CompanyId }>) {
  const mail = useRead(channels.email, undefined);
  const live = useRead(companies.live, { params: { companyId } });
  const company = useRead(companies.get, { params: { companyId } });
  const isMailThere = !mail.isPending && !company.isPending;
  return (
    <Stack gap="xl">
      <Answer of={mail}>
        {(view) => <Answer of={company}>{(known) => <Mail view={view} company={known} />}</Answer>}
      </Answer>
      {isMailThere && <Answer of={live}>{(view) => <LiveTable view={view} companyId={companyId} />}</Answer>}
      {isMailThere && !live.isPending && <OtherChannels />}
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
