// Broken page: something of ours threw while drawing; the rest of the application stands.
import { Button } from '@mantine/core';
import { ErrorState } from '@quittance/ui/states';
import { useWords } from '../i18n/index.ts';

/** Shown instead of a screen that failed. */
export function BrokenPage() {
  const { t } = useWords();
  const action = (
    <Button variant="default" onClick={() => window.location.reload()}>
      {t('do.retry')}
    </Button>
  );
  return (
    <ErrorState title={t('failed.title')} action={action}>
      {t('failed.hint')}
    </ErrorState>
  );
}
