// Templates: the list, and the editor of the one that is chosen.
import { Text } from '@mantine/core';
import { type TemplateView, templates } from '@quittance/contracts/api';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useActor } from '../../../session/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { TemplateEditor } from './template-editor.tsx';

const SEPARATOR = '.';

/** A template's place in the address bar. */
const keyOf = ({ tone, channel, language, audience }: TemplateView): string =>
  [tone, channel, language, audience].join(SEPARATOR);

function List({ items, onOpen }: Readonly<{ items: readonly TemplateView[]; onOpen: (key: string) => void }>) {
  const { t } = useWords('settings');
  const actorOf = useActor();
  const columns: Column<TemplateView>[] = [
    { key: 'tone', title: t('template.tone'), isName: true, cell: ({ tone }) => t(`words:tone.${tone}`) },
    { key: 'channel', title: t('template.channel'), cell: ({ channel }) => t(`words:channel.${channel}`) },
    { key: 'language', title: t('template.language'), cell: ({ language }) => t(`words:language.${language}`) },
    { key: 'audience', title: t('template.audience'), cell: ({ audience }) => t(`words:kind.${audience}`) },
    {
      key: 'version',
      title: t('template.version'),
      cell: ({ version, editedBy }) =>
        version === 0 ? t('template.shipped') : t('template.edited', { version, name: actorOf(editedBy ?? '') }),
    },
  ];
  return (
    <>
      <Text c="dimmed" mb="md" maw="70ch">
        {t('template.hint')}
      </Text>
      <DataTable
        label={t('section.templates')}
        rows={items}
        columns={columns}
        rowKey={keyOf}
        onOpen={(row) => onOpen(keyOf(row))}
      />
    </>
  );
}

const route = getRouteApi('/shell/settings/templates');

/** The page; the template that is open stands in the address bar. */
export function TemplatesPage() {
  const { template: chosen } = route.useSearch();
  const navigate = useNavigate({ from: '/settings/templates' });
  const list = useRead(templates.list, undefined);
  const open = (template: string | undefined) => void navigate({ search: template ? { template } : {} });
  return (
    <Answer of={list}>
      {({ items }) => {
        const template = items.find((one) => keyOf(one) === chosen);
        return template ? (
          <TemplateEditor key={chosen} of={template} onClose={() => open(undefined)} />
        ) : (
          <List items={items} onOpen={open} />
        );
      }}
    </Answer>
  );
}
