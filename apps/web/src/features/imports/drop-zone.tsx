// Drop zone: files come by dropping or choosing, one or several.
import { Button, Text } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useWords } from '../../i18n/index.ts';

const ICON = 32;
const ACCEPTED = '.txt,.csv,.tsv,.xlsx,.xml,text/plain,text/csv';

/** Calls `onFiles` with what was dropped or chosen. */
export function DropZone({ onFiles }: Readonly<{ onFiles: (files: readonly File[]) => void }>) {
  const { t } = useWords('imports');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has a keyboard way beside it, the button
    <div
      className="q-drop"
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={ICON} aria-hidden />
      <Text fw={600}>{t('drop.title')}</Text>
      <Text size="sm" c="dimmed">
        {t('drop.or')}
      </Text>
      <Button onClick={() => input.current?.click()}>{t('drop.choose')}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('drop.choose')}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Text size="sm" c="dimmed" maw={520} ta="center">
        {t('drop.hint')}
      </Text>
    </div>
  );
}
