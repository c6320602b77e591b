// Leave guard: asks before a screen with unsaved work is left, by a link, the browser's buttons or closing the tab.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../i18n/index.ts';

/** `isChanged`: there is something unsaved; moving within the same page asks nothing. */
export function LeaveGuard({ isChanged }: Readonly<{ isChanged: boolean }>) {
  const { t } = useWords();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t('leave.title')}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <Text size="sm" mb="md">
        {t('leave.hint')}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => proceed?.()}>
          {t('leave.go')}
        </Button>
        <Button data-autofocus onClick={() => reset?.()}>
          {t('leave.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
