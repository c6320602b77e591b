// Batch drawer: one print batch from the printer to the proof: its PDF, its postage list, the day it was posted, numbers and receipts.
import { Button, Drawer, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type LetterRow, outbox, type PrintBatchView } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { Amount, StatusBadge } from '@quittance/ui/values';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, download, refresh, useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { PdfFrame } from '../../../message/index.ts';
import { Answer, DayPicker, ProblemNote, useToast } from '../../../page/index.ts';
import { localToday } from '../../../receivables/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { PostingProof } from './posting-proof.tsx';
import { Tracking } from './tracking.tsx';

function Posted({ batch }: Readonly<{ batch: PrintBatchView }>) {
  const { t } = useWords('outbox');
  const { day } = useFormats();
  const may = useMay();
  const actorOf = useActor();
  const toast = useToast();
  const client = useQueryClient();
  const [on, setOn] = useState<string>(localToday());
  const post = useWrite(outbox.markPosted, ['/api/v1/outbox']);
  const params = { batchId: batch.batchId };
  const unpost = async () => {
    await call(outbox.markPosted, { params, body: { on: null } });
    await refresh(client, '/api/v1/outbox');
  };
  if (batch.postedOn)
    return (
      <Group gap="sm">
        <StatusBadge mood="good">{t('print.postedOn', { day: day(batch.postedOn) })}</StatusBadge>
        {batch.postedBy && (
          <Text size="sm" c="dimmed">
            {t('print.postedBy', { name: actorOf(batch.postedBy) })}
          </Text>
        )}
        {may('outbox.write') && (
          <Button size="compact-sm" variant="subtle" onClick={() => void unpost().catch(toast.refused)}>
            {t('print.unpost')}
          </Button>
        )}
      </Group>
    );
  if (!may('outbox.write')) return <Text size="sm">{t('print.notPosted')}</Text>;
  return (
    <>
      <Group gap="xs" align="flex-end">
        <DayPicker label={t('print.postDay')} value={on} onChange={(chosen) => setOn(chosen ?? localToday())} />
        <Button
          loading={post.isPending}
          onClick={() =>
            void post.mutateAsync({ params, body: { on: on as Day } }).then(
              () => toast.done(t('print.posted', { count: batch.letters }), { undo: unpost }),
              () => undefined,
            )
          }
        >
          {t('print.post')}
        </Button>
      </Group>
      <ProblemNote error={post.error} />
    </>
  );
}

function Letter({ letter }: Readonly<{ letter: LetterRow }>) {
  const { t } = useWords('outbox');
  return (
    <Paper className="q-panel" p="sm" component="article">
      <Group justify="space-between" gap="xs">
        <Title order={3} fz="sm">
          {letter.customerName}
        </Title>
        <Amount cents={letter.totalCents} currency={letter.currency} />
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        {letter.toAddress}
        {letter.registered && ` · ${t('words:channel.registered_letter')}`}
      </Text>
      <Group align="flex-end" gap="md">
        {letter.registered && <Tracking view={letter} />}
        <PostingProof view={letter} />
      </Group>
    </Paper>
  );
}

function Batch({ batchId }: Readonly<{ batchId: number }>) {
  const { t } = useWords('outbox');
  const toast = useToast();
  const params = { batchId };
  const letters = useRead(outbox.printBatchLetters, { params });
  const pdf = useQuery({
    queryKey: ['batch.pdf', batchId],
    queryFn: () => call(outbox.printBatchPdf, { params }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Answer of={letters}>
      {({ batch, items }) => (
        <Stack gap="md">
          <Posted batch={batch} />
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() => void download(outbox.printBatchPdf, { params }).catch(toast.refused)}
            >
              {t('print.pdf')}
            </Button>
            <Button
              variant="default"
              onClick={() => void download(outbox.printBatchPostage, { params }).catch(toast.refused)}
            >
              {t('print.postage')}
            </Button>
          </Group>
          {pdf.data && <PdfFrame pdf={pdf.data.blob} />}
          {items.map((letter) => (
            <Letter key={letter.actionId} letter={letter} />
          ))}
        </Stack>
      )}
    </Answer>
  );
}

/** Open while a batch is in the address bar. */
export function BatchDrawer({ batchId, onClose }: Readonly<{ batchId: number | null; onClose: () => void }>) {
  const { t } = useWords('outbox');
  return (
    <Drawer
      opened={batchId !== null}
      onClose={onClose}
      position="right"
      size="xl"
      title={`${t('print.batch')} ${batchId ?? ''}`}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      {batchId !== null && <Batch key={batchId} batchId={batchId} />}
    </Drawer>
  );
}
