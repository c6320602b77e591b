// Figure and section: the two pieces the invoice page is made of.
import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A labelled value. */
export const Figure = ({ label, children }: Readonly<{ label: string; children: ReactNode }>) => (
  <div>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text component="div">{children}</Text>
  </div>
);

/** A titled part of the page with what may be done in it. */
export const Section = ({
  title,
  deeds,
  children,
}: Readonly<{ title: string; deeds?: ReactNode; children: ReactNode }>) => (
  <section>
    <Group justify="space-between" mb="xs" gap="sm">
      <Title order={2}>{title}</Title>
      {deeds && <Group gap="xs">{deeds}</Group>}
    </Group>
    {children}
  </section>
);
