// Problems: what keeps a text from being saved, with line and column and the fields that were probably meant; and what a formal notice lost.
import { Alert, Button, Group, List, Text } from '@mantine/core';
import type { TemplateProblem, TemplateView } from '@quittance/contracts/api';
import { missingMentions, nearestFields } from '@quittance/core/letters';
import { useWords } from '../../../i18n/index.ts';

/** Each with its place; `onMend` puts another field where the wrong one stands. */
export function Problems({
  of,
  id,
  onMend,
}: Readonly<{
  of: readonly TemplateProblem[];
  id: string;
  onMend: (problem: TemplateProblem, field: string) => void;
}>) {
  const { t } = useWords('templates');
  return (
    <div id={id} role="alert">
      {of.length > 0 && (
        <List size="sm" c="var(--q-late)">
          {of.map((problem) => {
            const { part, code, line, column, seen } = problem;
            const near = code === 'unknown_field' ? nearestFields(seen) : [];
            return (
              <List.Item key={`${part} ${line} ${column}`}>
                {t('problem', { line, column, seen, part: t(`part.${part}`), words: t(`code.${code}`) })}
                {near.length > 0 && (
                  <Group gap="xs" mt={4}>
                    <Text size="sm">{t('near')}</Text>
                    {near.map((field) => (
                      <Button key={field} size="compact-xs" variant="default" onClick={() => onMend(problem, field)}>
                        {field}
                      </Button>
                    ))}
                  </Group>
                )}
              </List.Item>
            );
          })}
        </List>
      )}
    </div>
  );
}

type Name = Pick<TemplateView, 'tone' | 'language' | 'audience'>;

/** A warning, never a refusal: judges decide what a formal notice must say. */
export function LegalWarning({ of, text }: Readonly<{ of: Name; text: Readonly<{ subject: string; body: string }> }>) {
  const { t } = useWords('templates');
  const missing = missingMentions(of, text);
  if (missing.length === 0) return null;
  return (
    <Alert color="orange" title={t('legal.title')}>
      <List size="sm">
        {missing.map((mention) => (
          <List.Item key={mention}>{t(`legal.${mention}`)}</List.Item>
        ))}
      </List>
      <Text size="xs" mt="xs">
        {t('legal.note')}
      </Text>
    </Alert>
  );
}
