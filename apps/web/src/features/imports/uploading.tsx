// Uploading: how many bytes of a file have gone up; it may be given up.
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useFormats, useWords } from '../../i18n/index.ts';
import type { FileOnItsWay } from './use-uploads.ts';

const WHOLE = 100;

/** Draws the bar. */
export function Uploading({ sending, onStop }: Readonly<{ sending: FileOnItsWay; onStop: () => void }>) {
  const { t } = useWords('imports');
  const { bytes } = useFormats();
  const { name, sent } = sending;
  const title = t('drop.sending', { name });
  return (
    <Stack gap={6} maw={520}>
      <Text role="status">{title}</Text>
      <Progress value={sent.of > 0 ? (WHOLE * sent.bytes) / sent.of : 0} animated aria-label={title} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('drop.bytes', { sent: bytes(sent.bytes), of: bytes(sent.of) })}
        </Text>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onStop}>
          {t('drop.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
