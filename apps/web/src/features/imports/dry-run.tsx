// Dry run: what an import would do, tried at once; the order to import is given on what is seen.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ImportJob, imports } from '@quittance/contracts/api';
import type { RouteInput } from '@quittance/contracts/route';
import { useEffect, useRef } from 'react';
import { useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { ProblemNote } from '../../page/index.ts';
import { JobView } from './job-view.tsx';
import { Counts, Notes, Refusal, RowErrors } from './report-view.tsx';

/** What to import and how. */
export type ImportOrder = RouteInput<(typeof imports)['start']>['body'];

function Outcome({
  job,
  onImport,
  isStarting,
}: Readonly<{ job: ImportJob; onImport: () => void; isStarting: boolean }>) {
  const { t } = useWords('imports');
  const { report } = job;
  if (!report) return null;
  if (report.refusal)
    return (
      <Stack gap="md">
        <Refusal report={report} />
        <RowErrors job={job} />
      </Stack>
    );
  return (
    <Stack gap="md">
      <Counts report={report} />
      <Notes report={report} />
      <RowErrors job={job} />
      <Group>
        <Button onClick={onImport} loading={isStarting}>
          {t(report.errorCount > 0 ? 'dry.importRest' : 'dry.import')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Tries `order` as soon as it is complete; a changed order is tried when asked. */
export function DryRun({ order, onStarted }: Readonly<{ order: ImportOrder; onStarted: (jobId: number) => void }>) {
  const { t } = useWords('imports');
  const attempt = useWrite(imports.start);
  const real = useWrite(imports.start);
  const tried = useRef('');
  const wanted = JSON.stringify(order);
  const tryIt = () => {
    tried.current = wanted;
    attempt.mutate({ body: { ...order, dryRun: true } });
  };
  useEffect(() => {
    if (tried.current === '') {
      tried.current = wanted;
      attempt.mutate({ body: { ...order, dryRun: true } });
    }
  }, [wanted, order, attempt.mutate]);
  const start = () =>
    real.mutate({ body: { ...order, dryRun: false } }, { onSuccess: ({ jobId }) => onStarted(jobId) });
  const isCurrent = tried.current === wanted;
  return (
    <Stack gap="sm">
      <Title order={3} fz="md">
        {t('dry.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('dry.hint')}
      </Text>
      <ProblemNote error={attempt.error ?? real.error} />
      {isCurrent && attempt.data ? (
        <JobView jobId={attempt.data.jobId} title={t('job.trying')}>
          {(job) => <Outcome job={job} onImport={start} isStarting={real.isPending} />}
        </JobView>
      ) : (
        <div>
          <Button variant="default" onClick={tryIt} loading={attempt.isPending}>
            {t('dry.again')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
