// Bulk bar: how many rows are chosen, the way to choose them all, and what may be done with them.
import './words.ts';
import { Button, Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import type { AcrossChoice } from './use-across-choice.ts';
import './views.css';

/** Drawn while something is chosen; it stays in sight below the list. */
export function BulkBar({ of, children }: Readonly<{ of: AcrossChoice; children: ReactNode }>) {
  const { t } = useWords('views');
  if (of.count === 0) return null;
  return (
    <Paper className="q-bulk" withBorder shadow="md" p="sm" component="section" aria-label={t('bulk.label')}>
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <Text fw={600} size="sm" aria-live="polite">
            {t('bulk.chosen', { count: of.count })}
          </Text>
          {of.count < of.total && (
            <Button variant="subtle" size="compact-sm" onClick={of.chooseAll}>
              {t('bulk.everything', { total: of.total })}
            </Button>
          )}
          <Button variant="subtle" color="gray" size="compact-sm" onClick={of.clear}>
            {t('bulk.clear')}
          </Button>
        </Group>
        <Group gap="xs">{children}</Group>
      </Group>
    </Paper>
  );
}
