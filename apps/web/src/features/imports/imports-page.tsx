// Imports: drop, look, try, import; then what came in before.
import './words.ts';
import './imports.css';
import { Button, Stack, Text } from '@mantine/core';
import { imports } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { PageHeader, ProblemNote } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { keepActiveImport, readActiveImport } from './active-import.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportResult } from './import-result.tsx';
import { PastImports } from './past-imports.tsx';
import { UploadReview } from './upload-review.tsx';

const route = getRouteApi('/shell/imports');

const formOf = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
};

function useQueue(onUploaded: (uploadId: string) => void) {
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [current, setCurrent] = useState<File | null>(null);
  const upload = useWrite(imports.upload);
  const send = (file: File) => {
    setCurrent(file);
    upload.mutate({ body: formOf(file) }, { onSuccess: ({ uploadId }) => onUploaded(uploadId) });
  };
  const add = (files: readonly File[]) => {
    const [first, ...others] = files;
    setWaiting([...waiting, ...others]);
    if (first) send(first);
  };
  return { waiting, current, upload, add, setWaiting, send };
}

/** One file at a time: its review, then its progress and outcome; the others wait their turn. */
export function ImportsPage() {
  const { t } = useWords('imports');
  const may = useMay();
  const navigate = useNavigate();
  const search = route.useSearch();
  const jobId = Number(search.job) || (search.upload ? null : readActiveImport());
  const show = (step: { upload?: string; job?: string }) => void navigate({ to: '/imports', search: step });
  const queue = useQueue((uploadId) => show({ upload: uploadId }));
  const past = useRead(imports.list, { query: { page: 1, size: 1 } });
  const [head, ...rest] = queue.waiting;
  const next = head && (
    <Button
      variant="default"
      onClick={() => {
        queue.setWaiting(rest);
        queue.send(head);
      }}
    >
      {t('report.next', { name: head.name })}
    </Button>
  );
  const started = (id: number) => {
    keepActiveImport(id);
    show({ job: String(id) });
  };
  return (
    <>
      <PageHeader title={t('title')} help={t('help')} />
      <Stack gap="md">
        {search.upload && !queue.upload.isPending ? (
          <UploadReview uploadId={search.upload} onStarted={started} onDrop={() => show({})} />
        ) : (
          <>
            {jobId !== null && !queue.upload.isPending && <ImportResult jobId={jobId}>{next}</ImportResult>}
            {may('import.write') && <DropZone onFiles={queue.add} />}
          </>
        )}
        {queue.upload.isPending && <Text role="status">{t('drop.sending', { name: queue.current?.name ?? '' })}</Text>}
        {queue.waiting.length > 0 && <Text size="sm">{t('drop.queue', { count: queue.waiting.length })}</Text>}
        <ProblemNote error={queue.upload.error} />
      </Stack>
      {past.data?.total === 0 && !search.upload && jobId === null ? (
        <EmptyState title={t('first.title')}>{t('first.hint')}</EmptyState>
      ) : (
        !search.upload && <PastImports />
      )}
    </>
  );
}
