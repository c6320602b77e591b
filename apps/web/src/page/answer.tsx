// Answer: shows what a read brought, its shape while it is awaited, or why it failed.
import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { ProblemPage } from './problem.tsx';

const LINES = [44, 36, 36, 36, 36];

/** The shape of a list while it is awaited. */
export function Waiting() {
  const { t } = useWords();
  return (
    <Stack gap="xs" role="status" aria-label={t('list.loading')}>
      {LINES.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: five fixed lines
        <Skeleton key={index} height={height} />
      ))}
    </Stack>
  );
}

/** Draws `children` with the data once it is there; an error only when there is nothing to show. */
export function Answer<T>({
  of,
  children,
}: Readonly<{ of: UseQueryResult<T, Error>; children: (data: T) => ReactNode }>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <ProblemPage error={of.error} onRetry={() => void of.refetch()} />;
  return <Waiting />;
}
