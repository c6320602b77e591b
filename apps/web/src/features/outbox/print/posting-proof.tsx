// Posting proof: the scanned receipt of a letter that was sent, attached and read back.
import { Button, FileButton, Group, Text } from '@mantine/core';
import { type OutboxView, outbox } from '@quittance/contracts/api';
import { download, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';

const ACCEPTED = 'application/pdf,image/png,image/jpeg';

/** Shown for letters that were sent. */
export function PostingProof({ view }: Readonly<{ view: Pick<OutboxView, 'actionId' | 'hasProof'> }>) {
  const { t } = useWords('outbox');
  const may = useMay();
  const toast = useToast();
  const attach = useWrite(outbox.attachProof, ['/api/v1/outbox']);
  const params = { actionId: view.actionId };
  const send = (file: File | null) => {
    if (!file) return;
    const body = new FormData();
    body.append('file', file);
    attach.mutate({ params, body }, { onSuccess: () => toast.done(t('proofSaved')) });
  };
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('proof')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {may('outbox.write') ? t('proofHint') : !view.hasProof && t('proofNone')}
      </Text>
      <Group gap="xs" mb={attach.error ? 'xs' : 0}>
        {view.hasProof && (
          <Button variant="default" onClick={() => void download(outbox.proof, { params }).catch(toast.refused)}>
            {t('proofOpen')}
          </Button>
        )}
        {may('outbox.write') && (
          <FileButton accept={ACCEPTED} onChange={send} inputProps={{ 'aria-label': t('proof') }}>
            {(button) => (
              <Button {...button} variant="default" loading={attach.isPending}>
                {view.hasProof ? t('proofReplace') : t('proofAdd')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <ProblemNote error={attach.error} />
    </div>
  );
}
