// Journal page: who did what, searched, followed to its subject, carried away, verified.
import './words.ts';
import { Button, Stack, Text } from '@mantine/core';
import { type JournalEvent, journal } from '@quittance/contracts/api';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { type Column, DataTable, Pager } from '../../../table/index.ts';
import { SettingsPage } from '../of-company.tsx';
import { EventDetail } from './event-detail.tsx';
import { Filters, type JournalFilter } from './filters.tsx';
import { useSentence } from './sentence.ts';
import { SubjectLink } from './subject-link.tsx';
import { Verify } from './verify.tsx';

const route = getRouteApi('/shell/settings/journal');

function useColumns(onOpen: (event: JournalEvent) => void): Column<JournalEvent>[] {
  const { t } = useWords('journal');
  const formats = useFormats();
  const sentence = useSentence();
  return [
    { key: 'at', title: t('at'), cell: ({ at }) => <span className="q-nowrap">{formats.instant(at)}</span> },
    {
      key: 'what',
      title: t('what'),
      isName: true,
      cell: (event) => (
        <span className="q-sentence" title={sentence(event)}>
          {sentence(event)}
        </span>
      ),
    },
    { key: 'about', title: t('about'), cell: (event) => <SubjectLink event={event} /> },
    {
      key: 'open',
      title: '',
      cell: (event) => (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('detail', { seq: event.seq })}
          onClick={() => onOpen(event)}
        >
          {t('open')}
        </Button>
      ),
    },
  ];
}

/** The page. */
export function JournalPage() {
  const { t } = useWords('journal');
  const { sort: _, on: __, ...filter } = route.useSearch();
  const navigate = useNavigate({ from: '/settings/journal' });
  const [opened, setOpened] = useState<JournalEvent | null>(null);
  const list = useRead(journal.list, { query: { ...filter } }, { keep: true });
  const change = (part: JournalFilter) =>
    void navigate({ search: (now) => ({ ...now, page: undefined as never, ...part }) });
  const columns = useColumns(setOpened);
  return (
    <SettingsPage title={t('title')} hint={t('hint')}>
      <Verify />
      <Filters filter={filter} subjectName={list.data?.items[0]?.subjectName ?? null} onChange={change} />
      <Answer of={list}>
        {(found) => (
          <Stack gap="xs">
            {found.items.length === 0 ? (
              <Text>{t('none')}</Text>
            ) : (
              <DataTable
                label={t('title')}
                rows={found.items}
                columns={columns}
                rowKey={({ seq }) => String(seq)}
                onOpen={setOpened}
                isStale={list.isPlaceholderData}
              />
            )}
            <Pager of={found} onPage={(page) => change({ page })} />
          </Stack>
        )}
      </Answer>
      {opened && (
        <EventDetail
          event={opened}
          onClose={() => setOpened(null)}
          onHistory={() => {
            setOpened(null);
            void navigate({ search: { subject: opened.subject } });
          }}
        />
      )}
    </SettingsPage>
  );
}
