// Columns of the list of customers.
import { Group } from '@mantine/core';
import type { CustomerRow } from '@quittance/contracts/api';
import { Amount, DayText, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { Level } from '../../../receivables/index.ts';
import type { Column } from '../../../table/index.ts';

const Clipped = ({ text }: Readonly<{ text: string | null }>) => (
  <span className="q-clip q-clip-short" title={text ?? undefined}>
    {text}
  </span>
);

/** Every column; the reader chooses which are shown. */
export function useCustomerColumns(): Column<CustomerRow>[] {
  const { t } = useWords('customers');
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      isName: true,
      cell: ({ customerId, ref, name, doubtful, held }) => (
        <Group gap="xs" wrap="nowrap" miw={0}>
          <span className="q-clip q-clip-name" title={`${name} (${ref})`}>
            <Link to="/customers/$customerId" params={{ customerId: String(customerId) }} dir="auto">
              {name}
            </Link>
            <small className="q-code">{ref}</small>
          </span>
          {doubtful && <StatusBadge mood="late">{t('doubtful')}</StatusBadge>}
          {held && <StatusBadge mood="warn">{t('held')}</StatusBadge>}
        </Group>
      ),
    },
    { key: 'ref', title: t('code'), sort: 'ref', cell: ({ ref }) => ref, startsHidden: true },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`words:kind.${kind}`), startsHidden: true },
    {
      key: 'segment',
      title: t('segment'),
      sort: 'segment',
      cell: ({ segment }) => <Clipped text={segment} />,
      hideOnPhone: true,
    },
    {
      key: 'owner',
      title: t('owner'),
      sort: 'owner',
      cell: ({ owner }) => <Clipped text={owner} />,
      hideOnPhone: true,
    },
    {
      key: 'scenario',
      title: t('scenario'),
      cell: ({ scenario }) => sayCode(t, `words:scenario.${scenario}`, 'words:empty'),
      startsHidden: true,
    },
    {
      key: 'overdue',
      title: t('overdue'),
      sort: 'overdue',
      numeric: true,
      cell: ({ overdueCents, currency }) => <Amount cents={overdueCents} currency={currency} blankZero strong />,
    },
    {
      key: 'outstanding',
      title: t('outstanding'),
      sort: 'outstanding',
      numeric: true,
      cell: ({ outstandingCents, currency }) => <Amount cents={outstandingCents} currency={currency} blankZero />,
    },
    { key: 'oldest', title: t('oldest'), sort: 'oldest', cell: ({ oldestDueOn }) => <DayText day={oldestDueOn} /> },
    { key: 'level', title: t('level'), cell: ({ level }) => (level === 0 ? t('words:empty') : <Level of={level} />) },
    {
      key: 'contacted',
      title: t('contacted'),
      cell: ({ lastContactOn }) => <DayText day={lastContactOn} />,
      hideOnPhone: true,
    },
    {
      key: 'email',
      title: t('email'),
      cell: ({ withoutEmail }) => (withoutEmail ? t('withoutEmail') : t('withEmail')),
      startsHidden: true,
    },
  ];
}
