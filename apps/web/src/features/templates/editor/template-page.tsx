// Template page: one text edited with its previews; its versions.
import '../words.ts';
import '../templates.css';
import { Anchor, Tabs, Text } from '@mantine/core';
import { type TemplateField, type TemplateView, templates } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, PageHeader, useDraft } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import type { Which, Wording } from './previews.tsx';
import { TextForm } from './text-form.tsx';
import { Versions } from './versions.tsx';

const route = getRouteApi('/shell/templates/$tone/$channel/$language/$audience');

type Found = Readonly<{ template: TemplateView; fields: readonly TemplateField[]; shipped: Wording | null }>;

function Facts({ of }: Readonly<{ of: TemplateView }>) {
  const { t } = useWords('templates');
  const { instant } = useFormats();
  const actorOf = useActor();
  const { version, isShipped, editedBy, editedAt } = of;
  return (
    <Text size="sm" c="dimmed" mb="md">
      {t(`words:language.${of.language}`)} · {t(`words:kind.${of.audience}`)} ·{' '}
      {isShipped
        ? t('shipped')
        : t('edited', { version, name: actorOf(editedBy ?? ''), when: editedAt ? instant(editedAt) : '' })}
    </Text>
  );
}

function Editor({ template, fields, shipped }: Found) {
  const { t } = useWords('templates');
  const may = useMay();
  const { tone, channel, language, audience, version, subject, body } = template;
  const which: Which = { tone, channel, language, audience };
  const key = `template.${tone}.${channel}.${language}.${audience}.${version}`;
  const draft = useDraft<Wording>(key, { subject, body });
  const [tab, setTab] = useState<string | null>('text');
  const title = `${t(`words:tone.${tone}`)} · ${t(`words:channel.${channel}`)}`;
  return (
    <>
      <Anchor component={Link} to="/templates" size="sm">
        {t('back')}
      </Anchor>
      <PageHeader title={title} />
      <Facts of={template} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="text">{t('tab.text')}</Tabs.Tab>
          <Tabs.Tab value="versions">{t('tab.versions')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="text">
          <TextForm of={template} fields={fields} draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions
            which={which}
            shipped={shipped}
            current={version}
            canWrite={may('template.write')}
            onTake={(text) => {
              draft.set({ subject: text.subject, body: text.body });
              setTab('text');
            }}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** The screen. */
export function TemplatePage() {
  const { t } = useWords('templates');
  const params = route.useParams() as Which;
  const found = useRead(templates.get, { params });
  if (found.error && !found.data)
    return (
      <EmptyState
        title={t('unknown')}
        action={
          <Anchor component={Link} to="/templates">
            {t('back')}
          </Anchor>
        }
      >
        {t('unknownHint')}
      </EmptyState>
    );
  return (
    <Answer of={found}>
      {(view) => <Editor key={Object.values(params).join('.') + view.template.version} {...view} />}
    </Answer>
  );
}
