// Columns of the list of invoices.
import type { InvoiceRow } from '@quittance/contracts/api';
import { Amount, DayText, LateBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../i18n/index.ts';
import { daysLateOf, Level, Statuses } from '../../../receivables/index.ts';
import type { Column } from '../../../table/index.ts';
import './list.css';

const flags = ({ statuses }: Pick<InvoiceRow, 'statuses'>) => (
  <span className="q-flags">
    <Statuses of={statuses} />
  </span>
);

const names = (t: (key: string) => string): Column<InvoiceRow>[] => [
  {
    key: 'number',
    title: t('number'),
    sort: 'number',
    isName: true,
    cell: ({ invoiceId, number }) => (
      <Link to="/invoices/$invoiceId" className="q-nowrap" params={{ invoiceId: String(invoiceId) }}>
        {number}
      </Link>
    ),
  },
  {
    key: 'customer',
    title: t('customer'),
    sort: 'customer',
    cell: ({ customerId, customerName }) => (
      <Link
        to="/customers/$customerId"
        className="q-clip"
        title={customerName}
        params={{ customerId: String(customerId) }}
      >
        {customerName}
      </Link>
    ),
  },
  { key: 'ref', title: t('ref'), cell: ({ customerRef }) => customerRef, startsHidden: true },
];

const days = (t: (key: string) => string): Column<InvoiceRow>[] => [
  {
    key: 'issued',
    title: t('issued'),
    sort: 'issued',
    cell: ({ issuedOn }) => <DayText day={issuedOn} />,
    startsHidden: true,
  },
  { key: 'due', title: t('due'), sort: 'due', cell: ({ dueOn }) => <DayText day={dueOn} /> },
  {
    key: 'late',
    title: t('late'),
    cell: (invoice) => (invoice.openCents === 0 ? null : <LateBadge daysLate={daysLateOf(invoice)} />),
  },
  { key: 'status', title: t('status'), cell: flags },
  { key: 'level', title: t('level'), cell: ({ level }) => <Level of={level} />, hideOnPhone: true },
];

/** Every column; the reader chooses among them. */
export function useInvoiceColumns(): Column<InvoiceRow>[] {
  const { t } = useWords('invoices');
  return [
    ...names(t),
    ...days(t),
    {
      key: 'gross',
      title: t('gross'),
      sort: 'gross',
      numeric: true,
      cell: ({ grossCents, currency }) => <Amount cents={grossCents} currency={currency} />,
      hideOnPhone: true,
    },
    {
      key: 'settled',
      title: t('settled'),
      numeric: true,
      cell: ({ grossCents, openCents, currency }) => (
        <Amount cents={grossCents - openCents} currency={currency} blankZero />
      ),
      startsHidden: true,
    },
    {
      key: 'open',
      title: t('open'),
      sort: 'open',
      numeric: true,
      cell: ({ openCents, currency }) => <Amount cents={openCents} currency={currency} strong blankZero />,
    },
  ];
}
