// Pager: which rows of how many, and the way to the others.
import { ActionIcon, Group, Text } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useWords } from '../i18n/index.ts';

const ICON = 18;

/** A page of a list, as every list answers it. */
export type PageOf = Readonly<{ total: number; page: number; size: number }>;

/** Nothing is drawn where one page holds everything, besides the count. */
export function Pager({ of, onPage }: Readonly<{ of: PageOf; onPage: (page: number) => void }>) {
  const { t } = useWords();
  const pages = Math.max(1, Math.ceil(of.total / of.size));
  const from = of.total === 0 ? 0 : (of.page - 1) * of.size + 1;
  const to = Math.min(of.page * of.size, of.total);
  return (
    <Group justify="flex-end" gap="xs" mt="sm">
      <Text size="sm" c="dimmed" aria-live="polite">
        {t('list.range', { from, to, total: of.total })}
      </Text>
      {pages > 1 && (
        <>
          <ActionIcon
            variant="default"
            aria-label={t('list.previous')}
            disabled={of.page <= 1}
            onClick={() => onPage(of.page - 1)}
          >
            <ChevronLeft size={ICON} aria-hidden />
          </ActionIcon>
          <Text size="sm">{t('list.page', { page: of.page, pages })}</Text>
          <ActionIcon
            variant="default"
            aria-label={t('list.next')}
            disabled={of.page >= pages}
            onClick={() => onPage(of.page + 1)}
          >
            <ChevronRight size={ICON} aria-hidden />
          </ActionIcon>
        </>
      )}
    </Group>
  );
}
