// Message view: one message word for word, as the debtor receives it. Its HTML stands in a sealed frame: no script, no outside.
import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { MessagePreview } from '@quittance/contracts/api';
import { useState } from 'react';
import { useFormats, useWords } from '../i18n/index.ts';
import { PdfFrame } from './pdf-frame.tsx';
import './words.ts';
import './message.css';

/** What is shown of a message, planned or sent. */
export type ShownMessage = Pick<MessagePreview, 'to' | 'subject' | 'text' | 'html' | 'language'> &
  Readonly<{ pdf: Blob | string | null; attachments?: MessagePreview['attachments'] }>;

function Body({ message }: Readonly<{ message: ShownMessage }>) {
  const { t } = useWords('message');
  const [shape, setShape] = useState<'seen' | 'text'>('seen');
  if (message.pdf) return <PdfFrame pdf={message.pdf} />;
  if (!message.text && !message.html) return <Text size="sm">{t('notWritten')}</Text>;
  const text = (
    <pre className="q-script" lang={message.language}>
      {message.text}
    </pre>
  );
  if (!message.html) return text;
  return (
    <>
      <SegmentedControl
        size="xs"
        value={shape}
        onChange={(value) => setShape(value === 'text' ? 'text' : 'seen')}
        data={[
          { value: 'seen', label: t('asSeen') },
          { value: 'text', label: t('asText') },
        ]}
      />
      {shape === 'seen' ? <iframe className="q-mail" title={t('asSeen')} sandbox="" srcDoc={message.html} /> : text}
    </>
  );
}

/** Addressee, subject, body, attachments. */
export function MessageView({ message }: Readonly<{ message: ShownMessage }>) {
  const { t } = useWords('message');
  const { bytes } = useFormats();
  const attachments = message.attachments ?? [];
  return (
    <Stack gap="xs">
      {message.to && (
        <Text size="sm">
          <Text span c="dimmed">
            {t('to')}
            {t('words:colon')}
          </Text>{' '}
          {message.to}
        </Text>
      )}
      {message.subject && (
        <Text size="sm" fw={600}>
          {message.subject}
        </Text>
      )}
      <Body message={message} />
      {attachments.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('attachments')}
          {t('words:colon')} {attachments.map(({ fileName, bytes: size }) => `${fileName} (${bytes(size)})`).join(', ')}
        </Text>
      )}
    </Stack>
  );
}
