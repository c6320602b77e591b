// Words editor: the subject and body of one message written anew for this once, on the real text, with its preview beside it.
import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { MessagePreview } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { ProblemNote, useDraft } from '../page/index.ts';
import { MessageView } from './message-view.tsx';

/** Subject and body. */
export type Words = Readonly<{ subject: string; body: string }>;

/** `id` names the draft; `draft` renders words without keeping them, `save` keeps them, null gives the template its place back. */
export type WordsEditorProps = Readonly<{
  id: string;
  preview: MessagePreview;
  draft: (words: Words) => Promise<MessagePreview>;
  save: (words: Words | null) => Promise<unknown>;
  onClose: () => void;
}>;

const HAS_SUBJECT: ReadonlySet<string> = new Set(['email', 'letter', 'registered_letter']);

/** What is being done, and why it failed. */
function useTry(): { isBusy: boolean; error: unknown; attempt: (deed: () => Promise<void>) => void } {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = (deed: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    void deed()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return { isBusy, error, attempt };
}

/** The editor. */
export function WordsEditor({ id, preview, draft, save, onClose }: WordsEditorProps) {
  const { t } = useWords('message');
  const start = preview.words ?? { subject: preview.subject, body: preview.text };
  const typed = useDraft<Words>(`words.${id}`, start);
  const [shown, setShown] = useState<MessagePreview | null>(null);
  const { isBusy, error, attempt } = useTry();
  const words = typed.value;
  const keep = (kept: Words | null) =>
    attempt(async () => {
      await save(kept);
      typed.clear();
      onClose();
    });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('edit.hint')}
      </Text>
      {preview.isStale && <Alert color="red">{t('edit.stale')}</Alert>}
      {HAS_SUBJECT.has(preview.channel) && (
        <TextInput
          label={t('edit.subject')}
          value={words.subject}
          maxLength={300}
          lang={preview.language}
          data-autofocus
          onChange={(event) => typed.set({ ...words, subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t('edit.body')}
        description={t('edit.markers')}
        value={words.body}
        maxLength={10_000}
        lang={preview.language}
        autosize
        minRows={8}
        maxRows={24}
        onChange={(event) => typed.set({ ...words, body: event.currentTarget.value })}
      />
      <ProblemNote error={error} />
      <Group gap="xs">
        <Button loading={isBusy} disabled={!words.body.trim()} onClick={() => keep(words)}>
          {t('edit.save')}
        </Button>
        <Button
          variant="default"
          disabled={isBusy || !words.body.trim()}
          onClick={() => attempt(async () => setShown(await draft(words)))}
        >
          {t('edit.preview')}
        </Button>
        {preview.edited && (
          <Button variant="default" disabled={isBusy} onClick={() => keep(null)}>
            {t('edit.restore')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            typed.clear();
            onClose();
          }}
        >
          {t('words:do.cancel')}
        </Button>
      </Group>
      {shown && (
        <section aria-label={t('edit.preview')}>
          <MessageView message={shown} />
        </section>
      )}
    </Stack>
  );
}
