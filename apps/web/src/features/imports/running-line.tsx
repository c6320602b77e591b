// Running line: how far the import at work has come. Loaded when there is one.
import './words.ts';
import './imports.css';
import { Progress } from '@mantine/core';
import type { imports } from '@quittance/contracts/api';
import type { CallResult } from '@quittance/contracts/client';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.ts';

type Job = CallResult<typeof imports.running>['items'][number];

/** One line with the way to it. */
export default function RunningLine({ job }: Readonly<{ job: Job }>) {
  const { t } = useWords('imports');
  const { percent, phase } = job.progress;
  return (
    <div className="q-running" role="status">
      <span>{t('running.title', { name: job.fileName })}</span>
      <Progress value={percent} animated aria-label={t(`job.phase.${phase}`)} className="q-running-bar" />
      <span>{t('running.percent', { percent })}</span>
      <Link to="/imports" search={{ job: String(job.jobId) }}>
        {t('running.see')}
      </Link>
    </div>
  );
}
