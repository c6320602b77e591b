// Page header: the screen's title, what it is for (on demand), and its main actions.
import { ActionIcon, Group, Popover, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { CircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';

const ICON = 18;

/** `help` is the sentence that says what the screen is for. */
export function PageHeader({
  title,
  help,
  children,
}: Readonly<{ title: string; help?: string; children?: ReactNode }>) {
  const { t } = useWords();
  useDocumentTitle(`${title} – Quittance`);
  return (
    <Group justify="space-between" align="center" gap="sm" mb="md">
      <Group gap={4} align="center">
        <Title order={1}>{title}</Title>
        {help && (
          <Popover width={320} position="bottom-start" shadow="md" withArrow>
            <Popover.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('help.label')}>
                <CircleQuestionMark size={ICON} aria-hidden />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown>
              <Text size="sm">{help}</Text>
            </Popover.Dropdown>
          </Popover>
        )}
      </Group>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  );
}
