// Filters: text, topic, author and days; all of them in the address bar.
import { Button, Group, Select } from '@mantine/core';
import { journal, users } from '@quittance/contracts/api';
import { X } from 'lucide-react';
import { download, useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { DayPicker, SearchBox, useToast } from '../../../page/index.ts';

/** What is asked for. */
export type JournalFilter = Readonly<{
  search?: string;
  subject?: string;
  kind?: string;
  author?: string;
  from?: string;
  to?: string;
  page?: number;
}>;

/** First words of kinds that can be chosen. */
const TOPICS = [
  'reminder',
  'action',
  'letters',
  'hold',
  'allocation',
  'movement',
  'payment',
  'adjustment',
  'announcement',
  'claim',
  'import',
  'customer',
  'contact',
  'note',
  'company',
  'scenario',
  'template',
  'rates',
  'user',
] as const;

const ICON = 14;

/** `subjectName` names the one subject the list is narrowed to. */
export function Filters({
  filter,
  subjectName,
  onChange,
}: Readonly<{ filter: JournalFilter; subjectName: string | null; onChange: (change: JournalFilter) => void }>) {
  const { t } = useWords('journal');
  const toast = useToast();
  const members = useRead(users.list, undefined);
  const authors = [
    ...(members.data?.items.map(({ userId, name }) => ({ value: `user:${userId}`, label: name })) ?? []),
    { value: 'worker', label: t('program') },
    { value: 'cli', label: t('cli') },
  ];
  const { page: _, ...query } = filter;
  return (
    <>
      <Group gap="sm" align="flex-end">
        <SearchBox
          value={filter.search}
          placeholder={t('search')}
          onSearch={(search) => onChange({ search: search as string })}
        />
        <Select
          w={{ base: '100%', xs: 180 }}
          aria-label={t('kindFilter')}
          placeholder={t('kindFilter')}
          data={TOPICS.map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))}
          value={filter.kind ?? null}
          clearable
          clearButtonProps={{ 'aria-label': t('words:do.clear') }}
          onChange={(kind) => onChange({ kind: kind as string })}
        />
        <Select
          w={{ base: '100%', xs: 180 }}
          aria-label={t('authorFilter')}
          placeholder={t('authorFilter')}
          data={authors}
          value={filter.author ?? null}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('words:do.clear') }}
          onChange={(author) => onChange({ author: author as string })}
        />
        <DayPicker
          label={t('from')}
          placeholder={t('from')}
          value={filter.from}
          onChange={(from) => onChange({ from: from as string })}
        />
        <DayPicker
          label={t('to')}
          placeholder={t('to')}
          value={filter.to}
          onChange={(to) => onChange({ to: to as string })}
        />
        <Button variant="default" onClick={() => void download(journal.export, { query }).catch(toast.refused)}>
          {t('export')}
        </Button>
      </Group>
      {filter.subject && (
        <Group>
          <Button
            variant="light"
            size="compact-sm"
            rightSection={<X size={ICON} aria-hidden />}
            onClick={() => onChange({ subject: undefined as never })}
          >
            {t('only', { name: subjectName ?? t('thisSubject') })}
          </Button>
        </Group>
      )}
    </>
  );
}
