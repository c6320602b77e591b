// Messages: what was sent to the customer, and what is about to be.
import { Text, Title } from '@mantine/core';
import type { CustomerView } from '@quittance/contracts/api';
import { DayText, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { sayCode, useWords } from '../../i18n/index.ts';
import { type Column, DataTable } from '../../table/index.ts';

type Message = CustomerView['messages'][number];

/** The customer's part of the outbox. */
export function Messages({ of }: Readonly<{ of: readonly Message[] }>) {
  const { t } = useWords('customers');
  const columns: Column<Message>[] = [
    {
      key: 'what',
      title: t('messages'),
      isName: true,
      cell: ({ actionId, tone, channel }) => (
        <Link to="/outbox" search={{ action: String(actionId) }}>
          {t(`words:tone.${tone}`)} · {t(`words:channel.${channel}`)}
        </Link>
      ),
    },
    { key: 'on', title: t('on'), cell: ({ on }) => <DayText day={on} /> },
    {
      key: 'state',
      title: '',
      cell: ({ state }) => <StatusBadge>{sayCode(t, `words:state.${state}`, 'words:empty')}</StatusBadge>,
    },
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('messages')}
      </Title>
      {of.length === 0 ? (
        <Text c="dimmed">{t('noMessages')}</Text>
      ) : (
        <DataTable label={t('messages')} rows={of} columns={columns} rowKey={({ actionId }) => String(actionId)} />
      )}
    </section>
  );
}
