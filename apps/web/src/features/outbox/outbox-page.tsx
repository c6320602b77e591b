// Outbox: every message by state, word for word; letters to print.
import './words.ts';
import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.ts';
import { PageHeader } from '../../page/index.ts';
import { MessagesTab } from './messages-tab.tsx';
import { PrintTab } from './print/print-tab.tsx';

const route = getRouteApi('/shell/outbox');

/** The screen. */
export function OutboxPage() {
  const { t } = useWords('outbox');
  const { tab } = route.useSearch();
  const navigate = useNavigate({ from: '/outbox' });
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs
        value={tab === 'print' ? 'print' : 'messages'}
        onChange={(chosen) => void navigate({ search: chosen === 'print' ? { tab: 'print' } : {} })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="messages">{t('tab.messages')}</Tabs.Tab>
          <Tabs.Tab value="print">{t('tab.print')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="messages">
          <MessagesTab />
        </Tabs.Panel>
        <Tabs.Panel value="print">
          <PrintTab />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
