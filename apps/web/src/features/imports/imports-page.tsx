// Imports: drop, look, try, import; then what came in before.
import './words.ts';
import './imports.css';
import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { imports } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { PageHeader, ProblemNote } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { keepActiveImport, readActiveImport } from './active-import.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportResult } from './import-result.tsx';
import { Mappings } from './mappings.tsx';
import { PastImports } from './past-imports.tsx';
import { UploadReview } from './upload-review.tsx';
import { Uploading } from './uploading.tsx';
import { useUploads } from './use-uploads.ts';

const route = getRouteApi('/shell/imports');

/** One file at a time: its review, then its progress and outcome; the others wait their turn. */
export function ImportsPage() {
  const { t } = useWords('imports');
  const may = useMay();
  const navigate = useNavigate();
  const search = route.useSearch();
  const jobId = Number(search.job) || (search.upload ? null : readActiveImport());
  const show = (step: { upload?: string; job?: string }) => void navigate({ to: '/imports', search: step });
  const queue = useUploads((uploadId) => show({ upload: uploadId }));
  const past = useRead(imports.list, { query: { page: 1, size: 1 } });
  const [head] = queue.waiting;
  const next = head && (
    <Button variant="default" onClick={queue.next}>
      {t('report.next', { name: head.name })}
    </Button>
  );
  const started = (id: number) => {
    keepActiveImport(id);
    show({ job: String(id) });
  };
  return (
    <>
      <PageHeader title={t('title')} />
      <Stack gap="md">
        {search.upload && !queue.sending ? (
          <UploadReview uploadId={search.upload} onStarted={started} onDrop={() => (head ? queue.next() : show({}))} />
        ) : (
          <>
            {jobId !== null && !queue.sending && <ImportResult jobId={jobId}>{next}</ImportResult>}
            {may('import.write') && <DropZone onFiles={queue.add} />}
          </>
        )}
        {queue.refused.length > 0 && (
          <Alert color="orange" variant="light" role="alert" title={t('refusedKind.title')}>
            <List size="sm">
              {queue.refused.map(({ name, why }) => (
                <List.Item key={name}>{`${name} – ${t(`refusedKind.${why}`)}`}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        {queue.sending && <Uploading sending={queue.sending} onStop={queue.stop} />}
        {queue.waiting.length > 0 && <Text size="sm">{t('drop.queue', { count: queue.waiting.length })}</Text>}
        <ProblemNote error={queue.error} />
      </Stack>
      {past.data?.total === 0 && !search.upload && jobId === null ? (
        <EmptyState title={t('first.title')}>{t('first.hint')}</EmptyState>
      ) : (
        !search.upload && (
          <>
            <PastImports />
            <Mappings />
          </>
        )
      )}
    </>
  );
}
