// Page header: the title of a screen and its deeds. What the screen is for is said by the question mark of the shell.
import { Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

/** `children` are the deeds of the whole screen. */
export function PageHeader({ title, children }: Readonly<{ title: string; children?: ReactNode }>) {
  useDocumentTitle(`${title} – Quittance`);
  return (
    <Group justify="space-between" align="center" gap="sm" mb="sm">
      <Title order={1}>{title}</Title>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  );
}
