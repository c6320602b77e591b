// Deed dialog: the frame of every deed on money: what is asked, a sentence of what will be written, why it was refused, the deed.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote } from '../../../page/index.ts';

type Props = Readonly<{
  title: string;
  /** What the deed will do, in a sentence; null while something is missing: the deed then waits. */
  preview: string | null;
  /** The word on the button. */
  submit: string;
  isPending: boolean;
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
  size?: 'md' | 'lg';
  /** Another way out, on the left. */
  other?: ReactNode;
}>;

/** Enter sends it from any field of one line. */
export function DeedDialog({ title, preview, submit, isPending, error, onSubmit, onClose, ...more }: Props) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={more.size ?? 'md'}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (preview !== null && !isPending) onSubmit();
        }}
      >
        <Stack gap="sm">
          {more.children}
          <Text size="sm" fw={600} role="status" mih="1.5em">
            {preview}
          </Text>
          <ProblemNote error={error} />
          <Group justify="flex-end">
            {more.other && <div style={{ marginInlineEnd: 'auto' }}>{more.other}</div>}
            <Button variant="default" onClick={onClose}>
              {t('do.cancel')}
            </Button>
            <Button type="submit" loading={isPending} disabled={preview === null}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
