// Editable message: one message that has not left, word for word; its words may be written anew for this once.
import { Button, Group, Text } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormats, useWords } from '../i18n/index.ts';
import { useActor } from '../session/index.ts';
import { MessageView } from './message-view.tsx';
import type { WordsEditorProps } from './words-editor.tsx';

const WordsEditor = lazy(() => import('./words-editor.tsx').then((module) => ({ default: module.WordsEditor })));
const ICON = 16;

/** `canEdit` offers the editor. */
export function EditableMessage({
  canEdit,
  ...editor
}: Omit<WordsEditorProps, 'onClose'> & Readonly<{ canEdit: boolean }>) {
  const { t } = useWords('message');
  const { instant } = useFormats();
  const actorOf = useActor();
  const [isEditing, setEditing] = useState(false);
  const { preview } = editor;
  if (isEditing)
    return (
      <Suspense fallback={null}>
        <WordsEditor {...editor} onClose={() => setEditing(false)} />
      </Suspense>
    );
  return (
    <>
      <Group gap="sm">
        {canEdit && preview.words && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Pencil size={ICON} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('edit.open')}
          </Button>
        )}
        {preview.edited && (
          <Text size="sm">{t('edit.by', { name: actorOf(preview.edited.by), at: instant(preview.edited.at) })}</Text>
        )}
      </Group>
      {preview.isStale && (
        <Text size="sm" c="red" role="alert">
          {t('edit.stale')}
        </Text>
      )}
      <MessageView message={preview} />
    </>
  );
}
