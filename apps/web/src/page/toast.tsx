// Toasts: what was done, said once and quietly, with a way back where there is one.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { wordsOfError } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { useFactWords } from './problem.tsx';

const UNDO_MS = 10_000;
const READ_MS = 5_000;

/** How to tell the reader. */
export type Toast = Readonly<{
  done: (message: string, undo?: () => void) => void;
  refused: (error: unknown) => void;
}>;

/** Toasts in the reader's language. */
export function useToast(): Toast {
  const { t, language } = useWords();
  const factWords = useFactWords();
  const done: Toast['done'] = (message, undo) => {
    const id = notifications.show({
      autoClose: undo ? UNDO_MS : READ_MS,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          {undo && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              {t('do.undo')}
            </Button>
          )}
        </Group>
      ),
      closeButtonProps: { 'aria-label': t('do.close') },
    });
  };
  const refused: Toast['refused'] = (error) => {
    const { title, detail } = wordsOfError(error, language, factWords);
    notifications.show({
      color: 'red',
      title,
      message: detail,
      autoClose: UNDO_MS,
      closeButtonProps: { 'aria-label': t('do.close') },
    });
  };
  return { done, refused };
}
