// Invoice tables: what was applied to an invoice, and how it was chased.
import { Text, Title } from '@mantine/core';
import type { InvoiceView } from '@quittance/contracts/api';
import { Amount, DayText, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { sayCode, useFormats, useWords } from '../../i18n/index.ts';
import { type Column, DataTable } from '../../table/index.ts';

type Allocation = InvoiceView['allocations'][number];
type Reminder = InvoiceView['reminders'][number];

/** Payments, credit notes and write-offs; an undone one stays in sight. */
export function Allocations({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const { day } = useFormats();
  const columns: Column<Allocation>[] = [
    { key: 'what', title: t('what'), isName: true, cell: ({ source, number }) => `${t(`source.${source}`)} ${number}` },
    {
      key: 'on',
      title: t('on'),
      cell: ({ on, reversedOn }) => (
        <>
          <DayText day={on} /> {reversedOn && <StatusBadge>{t('undone', { day: day(reversedOn) })}</StatusBadge>}
        </>
      ),
    },
    {
      key: 'amount',
      title: t('amount'),
      numeric: true,
      cell: ({ cents }) => <Amount cents={cents} currency={invoice.currency} />,
    },
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('allocations')}
      </Title>
      {invoice.allocations.length === 0 ? (
        <Text c="dimmed">{t('noAllocations')}</Text>
      ) : (
        <DataTable
          label={t('allocations')}
          rows={invoice.allocations}
          columns={columns}
          rowKey={({ allocationId }) => String(allocationId)}
        />
      )}
    </section>
  );
}

/** Reminders that listed the invoice. */
export function Reminders({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const columns: Column<Reminder>[] = [
    {
      key: 'what',
      title: t('reminders'),
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
      title: t('status'),
      cell: ({ state }) => <StatusBadge>{sayCode(t, `words:state.${state}`, 'words:empty')}</StatusBadge>,
    },
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('reminders')}
      </Title>
      {invoice.reminders.length === 0 ? (
        <Text c="dimmed">{t('noReminders')}</Text>
      ) : (
        <DataTable
          label={t('reminders')}
          rows={invoice.reminders}
          columns={columns}
          rowKey={({ actionId }) => String(actionId)}
        />
      )}
    </section>
  );
}
