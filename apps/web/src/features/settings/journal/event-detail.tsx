// Event detail: the facts of one line as they were recorded, for those who audit.
import { Button, Code, Drawer, Stack, Text } from '@mantine/core';
import type { JournalEvent } from '@quittance/contracts/api';
import { useWords } from '../../../i18n/index.ts';

const INDENT = 2;

/** The JSON is what was written; nothing in it is interpreted. */
export function EventDetail({
  event,
  onClose,
  onHistory,
}: Readonly<{ event: JournalEvent; onClose: () => void; onHistory: () => void }>) {
  const { t } = useWords('journal');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('detail', { seq: event.seq })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack>
        <div>
          <Button variant="default" onClick={onHistory}>
            {t('history')}
          </Button>
        </div>
        <Code block className="q-code-whole">
          {JSON.stringify({ kind: event.kind, subject: event.subject, at: event.at, facts: event.facts }, null, INDENT)}
        </Code>
        <div>
          <Text size="sm" fw={500}>
            {t('hash')}
          </Text>
          <Code className="q-hash">{event.hash}</Code>
        </div>
      </Stack>
    </Drawer>
  );
}
