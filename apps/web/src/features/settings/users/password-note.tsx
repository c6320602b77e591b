// Password note: a first password, shown once, to be passed on.
import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../../i18n/index.ts';

/** For whom, and the password; null for one who has theirs already. */
export type Told = Readonly<{ name: string; password: string | null }>;

/** Stays until it is closed by hand: a click beside it must not lose the password. */
export function PasswordNote({ told, onClose }: Readonly<{ told: Told; onClose: () => void }>) {
  const { t } = useWords('users');
  const { name, password } = told;
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('passwordTitle', { name })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack>
        <Text size="sm">{t(password ? 'passwordHint' : 'known', { name })}</Text>
        {password && (
          <Group>
            <Code fz="lg" data-testid="password">
              {password}
            </Code>
            <CopyButton value={password}>
              {({ copied, copy }) => (
                <Button variant="default" size="compact-sm" onClick={copy}>
                  {t(copied ? 'copied' : 'copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('words:do.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
