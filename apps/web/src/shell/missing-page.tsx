// Missing page: an address that leads nowhere, and the way back.
import { Button } from '@mantine/core';
import { EmptyState } from '@quittance/ui/states';
import { useWords } from '../i18n/index.ts';

/** Shown for an unknown address. */
export function MissingPage() {
  const { t } = useWords();
  const action = (
    <Button component="a" href="/today" variant="default">
      {t('missing.go')}
    </Button>
  );
  return (
    <main>
      <EmptyState title={t('missing.title')} action={action}>
        {t('missing.hint')}
      </EmptyState>
    </main>
  );
}
