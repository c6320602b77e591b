// Import result: progress of the import in hand, then its outcome and the way to the aged balance.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ImportJob, start } from '@quittance/contracts/api';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { refresh, useRead } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { keepActiveImport } from './active-import.ts';
import { CHANGED_BY_IMPORTS } from './changed.ts';
import { JobView } from './job-view.tsx';
import { Counts, Notes, Refusal, RowErrors } from './report-view.tsx';

/** Before a scenario was chosen, choosing one; after, today's plan. */
function NextStep() {
  const { t } = useWords('imports');
  const { data } = useRead(start.get, undefined);
  const isChosen = data?.steps.find(({ step }) => step === 'scenario')?.done ?? true;
  return (
    <Button component={Link} to={isChosen ? '/today' : '/start/scenario'} variant="default">
      {t(isChosen ? 'report.seeToday' : 'report.chooseScenario')}
    </Button>
  );
}

function Done({ job, children }: Readonly<{ job: ImportJob; children: ReactNode }>) {
  const { t } = useWords('imports');
  const { money } = useFormats();
  const client = useQueryClient();
  const { report } = job;
  useEffect(() => {
    keepActiveImport(null);
    void refresh(client, ...CHANGED_BY_IMPORTS);
  }, [client]);
  if (!report) return null;
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>{t(`report.${report.status}`)}</Title>
        <Text c="dimmed">{report.fileName}</Text>
      </div>
      <Refusal report={report} />
      {!report.refusal && <Counts report={report} />}
      {report.openCents !== null && (
        <Text>{t('report.open', { amount: money(report.openCents, report.currency) })}</Text>
      )}
      <Notes report={report} />
      <RowErrors job={job} />
      <Group>
        {!report.refusal && (
          <>
            <Button component={Link} to="/aged-balance">
              {t('report.seeAged')}
            </Button>
            <NextStep />
          </>
        )}
        {children}
      </Group>
    </Stack>
  );
}

/** `children` stands beside the ways on: the next file. */
export function ImportResult({ jobId, children }: Readonly<{ jobId: number; children: ReactNode }>) {
  const { t } = useWords('imports');
  return (
    <Paper className="q-panel" p={{ base: 'md', sm: 'lg' }}>
      <JobView jobId={jobId} title={t('report.running')}>
        {(job) => <Done job={job}>{children}</Done>}
      </JobView>
    </Paper>
  );
}
