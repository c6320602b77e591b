// Receivables of a customer: each due term with its lateness, level and the reason it is chased or not; and its credits.
import { Text, Title } from '@mantine/core';
import type { CustomerView, ReceivableView } from '@quittance/contracts/api';
import { Amount, DayText, LateBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../i18n/index.ts';
import { daysLateOf, Level, WhySentence } from '../../../receivables/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';

/** Open due terms, the oldest first. */
export function Receivables({ of }: Readonly<{ of: readonly ReceivableView[] }>) {
  const { t } = useWords('customers');
  if (of.length === 0) return <Text c="dimmed">{t('noReceivables')}</Text>;
  const columns: Column<ReceivableView>[] = [
    {
      key: 'invoice',
      title: t('invoice'),
      isName: true,
      cell: ({ invoiceId, invoiceNumber }) => (
        <Link to="/invoices/$invoiceId" className="q-nowrap" params={{ invoiceId: String(invoiceId) }}>
          {invoiceNumber}
        </Link>
      ),
    },
    { key: 'due', title: t('due'), cell: ({ dueOn }) => <DayText day={dueOn} /> },
    { key: 'late', title: t('late'), cell: (term) => <LateBadge daysLate={daysLateOf(term)} /> },
    { key: 'level', title: t('level'), cell: ({ level }) => <Level of={level} /> },
    {
      key: 'open',
      title: t('open'),
      numeric: true,
      cell: ({ openCents, currency }) => <Amount cents={openCents} currency={currency} strong />,
    },
    { key: 'why', title: t('why'), cell: ({ why }) => <WhySentence why={why} /> },
  ];
  return (
    <DataTable
      label={t('receivables')}
      rows={of}
      columns={columns}
      rowKey={({ receivableId }) => String(receivableId)}
    />
  );
}

type Credit = CustomerView['credits'][number];

/** Credit notes and payments that are not matched yet. */
export function Credits({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('customers');
  if (customer.credits.length === 0) return null;
  const columns: Column<Credit>[] = [
    {
      key: 'number',
      title: t('creditWord'),
      isName: true,
      cell: ({ kind, number }) => `${t(`creditKind.${kind}`)} ${number}`,
    },
    { key: 'on', title: t('on'), cell: ({ on }) => <DayText day={on} /> },
    {
      key: 'open',
      title: t('unapplied'),
      numeric: true,
      cell: ({ openCents }) => <Amount cents={openCents} currency={customer.currency} />,
    },
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('credits')}
      </Title>
      <DataTable
        label={t('credits')}
        rows={customer.credits}
        columns={columns}
        rowKey={({ kind, number, on }) => `${kind} ${number} ${on}`}
      />
    </section>
  );
}
