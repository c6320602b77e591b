// Sending: test mode or live, and whether a mail server is set.
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type CompanyView, companies } from '@quittance/contracts/api';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ConfirmDialog, ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { OfCompany } from '../of-company.tsx';

/** Going live asks first; going back does not. */
function Sending({ company }: Readonly<{ company: CompanyView }>) {
  const { t } = useWords('settings');
  const may = useMay();
  const toast = useToast();
  const [isSure, sure] = useDisclosure(false);
  const change = useWrite(companies.setTestMode, ['/api/v1/companies', '/api/v1/reminders']);
  const set = (testMode: boolean) =>
    change.mutate(
      { params: { companyId: company.companyId }, body: { testMode } },
      { onSuccess: () => toast.done(t(testMode ? 'sending.isTest' : 'sending.isLive')) },
    );
  return (
    <Stack maw={640}>
      <Paper className="q-panel" p="lg">
        <Title order={2} mb={4}>
          {t('sending.test')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('sending.testHint')}
        </Text>
        <Text mb="sm" fw={500}>
          {t(company.testMode ? 'sending.isTest' : 'sending.isLive')}
        </Text>
        <ProblemNote error={change.error} />
        {may('company.go_live') && (
          <Button
            variant={company.testMode ? 'filled' : 'default'}
            mt="xs"
            loading={change.isPending}
            onClick={() => (company.testMode ? sure.open() : set(true))}
          >
            {t(company.testMode ? 'sending.goLive' : 'sending.goTest')}
          </Button>
        )}
      </Paper>
      <Paper className="q-panel" p="lg">
        <Title order={2} mb={4}>
          {t('sending.server')}
        </Title>
        <Text size="sm">{t(company.mailServerSet ? 'sending.serverSet' : 'sending.serverMissing')}</Text>
      </Paper>
      <ConfirmDialog
        isOpen={isSure}
        title={t('sending.goLive')}
        confirm={t('sending.goLive')}
        onClose={sure.close}
        onConfirm={() => set(false)}
      >
        {t('sending.sure')}
      </ConfirmDialog>
    </Stack>
  );
}

/** The page. */
export const SendingPage = () => <OfCompany>{(company) => <Sending company={company} />}</OfCompany>;
