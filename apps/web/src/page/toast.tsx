// Toasts: what was done, said once and quietly, with a way back where there is one.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { wordsOfError } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { useFactWords } from './problem.tsx';
import { closeUndo, openUndo } from './undo.ts';

const UNDO_MS = 10_000;
const READ_MS = 5_000;

/** `undo` takes back what was done; when it is refused, the reader is told why. Of those with one `series` only the latest stays. */
export type ToastMore = Readonly<{ undo?: () => Promise<unknown>; series?: string }>;

/** How to tell the reader. */
export type Toast = Readonly<{
  done: (text: string, more?: ToastMore) => void;
  refused: (error: unknown) => void;
}>;

function UndoLine({ text, onUndo }: Readonly<{ text: string; onUndo: () => void }>) {
  const { t } = useWords();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button size="compact-sm" variant="subtle" onClick={onUndo} aria-keyshortcuts="Control+Z Meta+Z">
        {t('do.undo')}
      </Button>
    </Group>
  );
}

let shown = 0;
const latest = new Map<string, string>();

function replace(series: string, id: string): void {
  const before = latest.get(series);
  latest.set(series, id);
  if (before !== undefined) notifications.hide(before);
}

/** Toasts in the reader's language. One with an undo stays 10 s (longer while the pointer is on it) and answers to Ctrl-Z. */
export function useToast(): Toast {
  const { t, language } = useWords();
  const factWords = useFactWords();
  const closeButtonProps = { 'aria-label': t('do.close') };
  const refused: Toast['refused'] = (error) => {
    const { title, detail } = wordsOfError(error, language, factWords);
    notifications.show({ color: 'red', title, message: detail, autoClose: UNDO_MS, closeButtonProps });
  };
  const done: Toast['done'] = (text, more) => {
    const undo = more?.undo;
    if (!undo) {
      notifications.show({ autoClose: READ_MS, message: text, closeButtonProps });
      return;
    }
    shown += 1;
    const id = `undo-${shown}`;
    const back = () => {
      closeUndo(id);
      notifications.hide(id);
      undo().then(() => done(t('undone')), refused);
    };
    if (more.series) replace(more.series, id);
    openUndo(id, back);
    notifications.show({
      id,
      autoClose: UNDO_MS,
      message: <UndoLine text={text} onUndo={back} />,
      onClose: () => closeUndo(id),
      closeButtonProps,
    });
  };
  return { done, refused };
}
