// Broken page: something of ours threw while drawing; the rest of the application stands.
import { Button, Text } from '@mantine/core';
import { ApiError } from '@quittance/contracts/client';
import { ErrorState } from '@quittance/ui/states';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useWords } from '../i18n/index.ts';

const requestOf = (error: unknown): string | null =>
  error instanceof ApiError ? (error.problem?.requestId ?? null) : null;

/** Shown instead of a screen that failed, with the number of the request where one was refused. */
export function BrokenPage({ error }: Readonly<Partial<ErrorComponentProps>>) {
  const { t } = useWords();
  const request = requestOf(error);
  const action = (
    <Button variant="default" onClick={() => window.location.reload()}>
      {t('failed.reload')}
    </Button>
  );
  return (
    <ErrorState title={t('failed.title')} action={action}>
      {t('failed.hint')}
      {request && (
        <Text span display="block" size="sm" c="dimmed">
          {t('failed.request', { id: request })}
        </Text>
      )}
    </ErrorState>
  );
}
