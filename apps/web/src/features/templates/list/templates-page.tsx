// Templates: every text in force by tone, channel, language and kind of debtor; which are as shipped and which were edited.
import '../words.ts';
import '../templates.css';
import { Alert, Checkbox, Group, Select, Text } from '@mantine/core';
import { type ListedTemplate, templates } from '@quittance/contracts/api';
import { CHANNELS, TONES } from '@quittance/core/dunning';
import { StatusBadge } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, PageHeader } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable, NoMatch } from '../../../table/index.ts';

const route = getRouteApi('/shell/templates');

const paramsOf = ({ tone, channel, language, audience }: ListedTemplate) => ({ tone, channel, language, audience });

function useColumns(): Column<ListedTemplate>[] {
  const { t } = useWords('templates');
  const { instant } = useFormats();
  const actorOf = useActor();
  return [
    {
      key: 'tone',
      title: t('tone'),
      isName: true,
      cell: (row) => (
        <Link to="/templates/$tone/$channel/$language/$audience" params={paramsOf(row)}>
          {t(`words:tone.${row.tone}`)} · {t(`words:channel.${row.channel}`)}
        </Link>
      ),
    },
    { key: 'language', title: t('language'), cell: ({ language }) => t(`words:language.${language}`) },
    { key: 'audience', title: t('audience'), cell: ({ audience }) => t(`words:kind.${audience}`) },
    {
      key: 'subject',
      title: t('subject'),
      cell: ({ shownSubject, language }) => (
        <span className="q-cut" title={shownSubject} lang={language}>
          {shownSubject}
        </span>
      ),
      hideOnPhone: true,
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ isShipped, version, editedBy, editedAt }) =>
        isShipped ? (
          t('shipped')
        ) : (
          <StatusBadge>
            {t('edited', { version, name: actorOf(editedBy ?? ''), when: editedAt ? instant(editedAt) : '' })}
          </StatusBadge>
        ),
    },
  ];
}

function Filters() {
  const { t } = useWords('templates');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/templates' });
  const filter = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const choice = (key: 'tone' | 'channel' | 'language', label: string, codes: readonly string[]) => (
    <Select
      aria-label={label}
      placeholder={t(`every.${key}`)}
      data={codes.map((value) => ({ value, label: t(`words:${key}.${value}`) }))}
      value={search[key] ?? null}
      clearable
      onChange={(chosen) => filter({ [key]: chosen ?? undefined })}
    />
  );
  return (
    <Group mb="md" gap="sm">
      {choice('tone', t('tone'), TONES)}
      {choice('channel', t('channel'), CHANNELS)}
      {choice('language', t('language'), ['fr', 'en'])}
      <Checkbox
        label={t('onlyEdited')}
        checked={search.edited === 'true'}
        onChange={(event) => filter({ edited: event.currentTarget.checked ? 'true' : undefined } as typeof search)}
      />
    </Group>
  );
}

/** The screen. */
export function TemplatesPage() {
  const { t } = useWords('templates');
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate();
  const list = useRead(templates.list, undefined);
  const columns = useColumns();
  const isShown = (row: ListedTemplate): boolean =>
    (!search.tone || row.tone === search.tone) &&
    (!search.channel || row.channel === search.channel) &&
    (!search.language || row.language === search.language) &&
    (search.edited !== 'true' || !row.isShipped);
  return (
    <>
      <PageHeader title={t('title')} />
      {!may('template.write') && (
        <Alert color="gray" mb="md">
          {t('readOnly')}
        </Alert>
      )}
      <Text size="sm" c="dimmed" mb="md" maw="70ch">
        {t('hint')}
      </Text>
      <Filters />
      <Answer of={list}>
        {({ items }) => {
          const rows = items.filter(isShown);
          if (rows.length === 0) return <NoMatch />;
          return (
            <DataTable
              label={t('title')}
              rows={rows}
              columns={columns}
              rowKey={(row) => Object.values(paramsOf(row)).join('.')}
              onOpen={(row) =>
                void navigate({ to: '/templates/$tone/$channel/$language/$audience', params: paramsOf(row) })
              }
            />
          );
        }}
      </Answer>
    </>
  );
}
