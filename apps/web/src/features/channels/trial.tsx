// Trial: what came of a trial with the mail server, in words; what the server itself said stands below.
import { Alert, Text } from '@mantine/core';
import { sayCode, useWords } from '../../i18n/index.ts';

/** `good` is said when it went well. */
export function Trial({ code, text, good }: Readonly<{ code: string | null; text: string; good: string }>) {
  const { t } = useWords('channels');
  if (code === null) {
    return (
      <Alert color="green" variant="light" role="status" title={good}>
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
