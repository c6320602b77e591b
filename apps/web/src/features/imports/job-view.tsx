// Job view: an import or a dry run at work, then what came of it.
import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import { type ImportJob, imports } from '@quittance/contracts/api';
import { ErrorState } from '@quittance/ui/states';
import { type ReactNode, useEffect, useState } from 'react';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Answer } from '../../page/index.ts';

const ASK_EVERY_MS = 700;

const isOver = (job: ImportJob | undefined): boolean => job?.state === 'done' || job?.state === 'failed';

/** Follows a job until it is over. */
export function useJob(jobId: number) {
  const job = useRead(imports.job, { params: { jobId } });
  return useRead(imports.job, { params: { jobId } }, { refetchInterval: isOver(job.data) ? false : ASK_EVERY_MS });
}

/** Seconds since the work was first seen: something that moves, whatever the bar does. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

const WORTH_SAYING = 3;

function Working({ job, title }: Readonly<{ job: ImportJob; title: string }>) {
  const { t } = useWords('imports');
  const { phase, percent, rows } = job.progress;
  const seconds = useSeconds();
  return (
    <Stack gap={6} maw={520} role="status">
      <Title order={3} fz="md">
        {title}
      </Title>
      <Progress value={percent} animated aria-label={title} />
      <Group justify="space-between">
        <Text size="sm">
          {t(`job.phase.${phase}`)}
          {seconds >= WORTH_SAYING && ` · ${t('job.seconds', { count: seconds })}`}
        </Text>
        <Text size="sm" c="dimmed">
          {rows > 0 && t('job.rows', { count: rows })}
        </Text>
      </Group>
      {!job.dryRun && (
        <Text size="sm" c="dimmed">
          {t('job.leave')}
        </Text>
      )}
    </Stack>
  );
}

/** Draws progress until the job is over, then `children`. */
export function JobView({
  jobId,
  title,
  children,
}: Readonly<{ jobId: number; title: string; children: (job: ImportJob) => ReactNode }>) {
  const { t } = useWords('imports');
  const answer = useJob(jobId);
  return (
    <Answer of={answer}>
      {(job) => {
        if (job.state === 'failed') return <ErrorState title={t('job.failed')}>{t('job.failedHint')}</ErrorState>;
        return isOver(job) ? children(job) : <Working job={job} title={title} />;
      }}
    </Answer>
  );
}
