// Documents of a customer: dropped or chosen, opened apart, taken away with a way back.
import { Anchor, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { DOCUMENT_KINDS, type DocumentView, documents as documentRoutes } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { FileText, FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { download, useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, ProblemNote, useToast } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';

const STALE = ['/api/v1/customers'];
const ICON = 16;
const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.txt,.xlsx';
type Kind = DocumentView['kind'];

function Document({ of }: Readonly<{ of: DocumentView }>) {
  const { t } = useWords('customers');
  const { bytes, instant } = useFormats();
  const actorOf = useActor();
  const may = useMay();
  const toast = useToast();
  const remove = useWrite(documentRoutes.remove, STALE);
  const params = { documentId: of.documentId };
  const takeAway = () =>
    remove.mutate(
      { params, body: { removed: true } },
      {
        onSuccess: () =>
          toast.done(t('document.removed', { name: of.name }), {
            undo: () => remove.mutateAsync({ params, body: { removed: false } }),
          }),
        onError: toast.refused,
      },
    );
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
      <Stack gap={0} miw={0}>
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="left"
          style={{ overflowWrap: 'anywhere' }}
          onClick={() => void download(documentRoutes.open, { params }).catch(toast.refused)}
        >
          <FileText size={ICON} aria-hidden style={{ verticalAlign: '-3px' }} /> {of.name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t(`document.kind.${of.kind}`)} · {bytes(of.bytes)} · {actorOf(of.author)} · {instant(of.addedAt)}
        </Text>
      </Stack>
      {may('note.write') && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          flex="none"
          onClick={takeAway}
          aria-label={t('document.remove', { name: of.name })}
        >
          {t('remove')}
        </Button>
      )}
    </Group>
  );
}

function AddDocument({ customerId }: Readonly<{ customerId: CustomerId }>) {
  const { t } = useWords('customers');
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [kind, setKind] = useState<Kind>('other');
  const add = useWrite(documentRoutes.add, STALE);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const body = new FormData();
    body.append('file', file, file.name);
    add.mutate(
      { params: { customerId }, query: { kind }, body },
      { onSuccess: () => toast.done(t('document.added', { name: file.name })) },
    );
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has a keyboard way inside it, the button
    <div
      className="q-drop-here"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group gap="xs">
        <Select
          aria-label={t('document.what')}
          size="xs"
          data={DOCUMENT_KINDS.map((value) => ({ value, label: t(`document.kind.${value}`) }))}
          value={kind}
          onChange={(value) => value && setKind(value as Kind)}
          allowDeselect={false}
          w={180}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<FileUp size={ICON} aria-hidden />}
          loading={add.isPending}
          onClick={() => input.current?.click()}
        >
          {t('document.add')}
        </Button>
      </Group>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={t('document.add')}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {t('document.hint')}
      </Text>
      <ProblemNote error={add.error} />
    </div>
  );
}

/** Newest first. */
export function Documents({ customerId }: Readonly<{ customerId: CustomerId }>) {
  const { t } = useWords('customers');
  const may = useMay();
  const answer = useRead(documentRoutes.list, { params: { customerId } });
  return (
    <section>
      <Title order={2} mb="xs">
        {t('documents')}
      </Title>
      <Stack gap="xs">
        {may('note.write') && <AddDocument customerId={customerId} />}
        <Answer of={answer}>
          {({ items }) => (
            <>
              {items.map((each) => (
                <Document key={each.documentId} of={each} />
              ))}
              {items.length === 0 && !may('note.write') && <Text c="dimmed">{t('document.none')}</Text>}
            </>
          )}
        </Answer>
      </Stack>
    </section>
  );
}
