// Plan columns: who, why in a sentence, how late, in which state, how much.
import { Stack } from '@mantine/core';
import type { PlannedActionView } from '@quittance/contracts/api';
import { Amount, LateBadge, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../i18n/index.ts';
import type { Column } from '../../../table/index.ts';
import { type PlanMoment, WhyLine } from './why-line.tsx';

const POSTAL: ReadonlySet<string> = new Set(['letter', 'registered_letter']);

/** Sums of the whole list, by currency. */
export type ListTotals = readonly Readonly<{ currency: string; cents: number; customers: number }>[];

function Who({ action }: Readonly<{ action: PlannedActionView }>) {
  const { t } = useWords('today');
  const { customerId, customerName, contact, channel } = action;
  const reached = contact || (POSTAL.has(channel) ? t('noContact') : '');
  return (
    <div className="q-who">
      <Link to="/customers/$customerId" params={{ customerId: String(customerId) }} title={customerName}>
        {customerName}
      </Link>
      <small title={reached}>{reached}</small>
    </div>
  );
}

function State({ action }: Readonly<{ action: PlannedActionView }>) {
  const { t } = useWords('today');
  const { needsApproval, state, edited } = action;
  const isWaiting = needsApproval && (state === 'proposed' || state === 'planned');
  return (
    <Stack gap={2} align="flex-start">
      {isWaiting ? (
        <StatusBadge mood="warn">{t('needsApproval')}</StatusBadge>
      ) : (
        <StatusBadge>{t(`words:state.${state === 'planned' ? 'proposed' : state}`)}</StatusBadge>
      )}
      {edited && <StatusBadge>{t('edited')}</StatusBadge>}
    </Stack>
  );
}

/** Columns of the plan. */
export function usePlanColumns(moment: PlanMoment, totals: ListTotals): Column<PlannedActionView>[] {
  const { t } = useWords('today');
  return [
    { key: 'customer', title: t('customer'), isName: true, cell: (action) => <Who action={action} /> },
    { key: 'what', title: t('what'), cell: (action) => <WhyLine action={action} moment={moment} /> },
    {
      key: 'late',
      title: t('late'),
      cell: ({ items }) => {
        const late = Math.max(...items.map(({ daysLate }) => daysLate), 0);
        return late > 0 ? <LateBadge daysLate={late} /> : null;
      },
    },
    { key: 'state', title: t('state'), cell: (action) => <State action={action} /> },
    {
      key: 'total',
      title: t('total'),
      numeric: true,
      cell: ({ totalCents, currency }) => <Amount cents={totalCents} currency={currency} strong />,
      total: (
        <Stack gap={0} align="flex-end">
          {totals.map(({ currency, cents }) => (
            <Amount key={currency} cents={cents} currency={currency} strong />
          ))}
        </Stack>
      ),
    },
  ];
}
