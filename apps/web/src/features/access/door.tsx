// Door: what set-up and sign-in look like: a quiet sheet, the language within reach.
import './words.ts';
import { Box, Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { chooseLanguage, useWords } from '../../i18n/index.ts';

/** `title` is the sheet's heading. */
export function Door({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const { t, language } = useWords('access');
  useDocumentTitle(`${title} – Quittance`);
  return (
    <Box component="main" maw={520} mx="auto" px="md" py={{ base: 'lg', sm: 56 }}>
      <Group justify="space-between" align="flex-start" mb="lg" wrap="nowrap">
        <div>
          <Text fw={700} fz="xl">
            Quittance
          </Text>
          <Text c="dimmed" size="sm">
            {t('tagline')}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t('words:language.label')}
          value={language}
          onChange={(chosen) => void chooseLanguage(chosen === 'en' ? 'en' : 'fr')}
          data={[
            { value: 'fr', label: 'FR' },
            { value: 'en', label: 'EN' },
          ]}
        />
      </Group>
      <Paper withBorder p={{ base: 'md', sm: 'xl' }} className="q-panel">
        <Title order={1} mb="xs">
          {title}
        </Title>
        {children}
      </Paper>
    </Box>
  );
}
