// Trial: what came of a trial with the mail server, in words; what the server itself said stands below.
import { Alert, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { sayCode, useWords } from '../../i18n/index.ts';

const ICON = 18;

/** `good` is said when it went well. */
export function Trial({ code, text, good }: Readonly<{ code: string | null; text: string; good: string }>) {
  const { t } = useWords('channels');
  if (code === null) {
    return (
      <Alert variant="light" color="gray" role="status" title={good} icon={<CircleCheck size={ICON} aria-hidden />}>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </Alert>
    );
  }
  return (
    <Alert color="red" variant="light" role="alert" title={sayCode(t, `trial.${code}.title`, 'trial.other.title')}>
      <Text size="sm">{sayCode(t, `trial.${code}.hint`, 'trial.other.hint')}</Text>
      {text && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('said', { text })}
        </Text>
      )}
    </Alert>
  );
}
