// Problem: a refusal on the screen, as a whole page or beside the form it concerns, with a way to try again.
import { Alert, Button, Text } from '@mantine/core';
import { ErrorState } from '@quittance/ui/states';
import { type FactWords, wordsOfError } from '../api/index.ts';
import { sayCode, useWords } from '../i18n/index.ts';

/** Words for the codes that refusals carry; a code without a word is left out. */
export function useFactWords(): FactWords {
  const { t } = useWords();
  const wordOf = (name: string, code: string): string => {
    if (name === 'state') return sayCode(t, `words:state.${code}`, 'words:nothing');
    if (name === 'role') return sayCode(t, `words:userRole.${code}`, 'words:nothing');
    if (name === 'reason') return sayCode(t, `words:reason.${code}`, 'words:nothing');
    return name === 'permission' ? '' : code;
  };
  return (name, value) => (typeof value === 'string' ? wordOf(name, value) || null : value);
}

/** A refusal beside what it concerns. */
export function ProblemNote({ error }: Readonly<{ error: unknown }>) {
  const { language } = useWords();
  const factWords = useFactWords();
  if (!error) return null;
  const { title, detail } = wordsOfError(error, language, factWords);
  return (
    <Alert color="red" variant="light" title={title} role="alert">
      <Text size="sm">{detail}</Text>
    </Alert>
  );
}

/** A refusal instead of the page, with a button to try again. */
export function ProblemPage({ error, onRetry }: Readonly<{ error: unknown; onRetry?: () => void }>) {
  const { t, language } = useWords();
  const factWords = useFactWords();
  const { title, detail } = wordsOfError(error, language, factWords);
  const action = onRetry && (
    <Button variant="default" onClick={onRetry}>
      {t('do.retry')}
    </Button>
  );
  return (
    <ErrorState title={title} action={action}>
      {detail}
    </ErrorState>
  );
}
