// Largest risks: late customers with why they worry; and how much of the balance the largest customers hold.
import type { DashboardView } from '@quittance/contracts/api';
import { Amount, LateBadge, StatusBadge } from '@quittance/ui/values';
import { Link, useNavigate } from '@tanstack/react-router';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Level } from '../../receivables/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { type Board, useNumbers, waysOf } from './board.ts';
import { WayLink } from './figure.tsx';

type Risk = DashboardView['risks'][number];

function Reasons({ risk }: Readonly<{ risk: Risk }>) {
  const { t } = useWords('dashboard');
  const { day } = useFormats();
  return (
    <span className="q-board-reasons">
      {risk.daysLate !== null && <LateBadge daysLate={risk.daysLate} />}
      {risk.brokenPromiseOn && <StatusBadge mood="late">{t('broken', { on: day(risk.brokenPromiseOn) })}</StatusBadge>}
      {risk.doubtful && <StatusBadge mood="late">{t('doubtful')}</StatusBadge>}
    </span>
  );
}

function useColumns({ view }: Board): Column<Risk>[] {
  const { t } = useWords('dashboard');
  return [
    {
      key: 'name',
      title: t('customer'),
      isName: true,
      cell: ({ customerId, name }) => (
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
          {name}
        </Link>
      ),
    },
    { key: 'why', title: t('why_title'), cell: (risk) => <Reasons risk={risk} /> },
    {
      key: 'level',
      title: t('level'),
      cell: ({ level }) => (level === 0 ? t('never') : <Level of={level} />),
      hideOnPhone: true,
    },
    {
      key: 'overdue',
      title: t('overdue'),
      numeric: true,
      cell: ({ overdueCents }) => <Amount cents={overdueCents} currency={view.currency} strong />,
    },
    {
      key: 'total',
      title: t('outstanding'),
      numeric: true,
      cell: ({ totalCents }) => <Amount cents={totalCents} currency={view.currency} />,
      hideOnPhone: true,
    },
  ];
}

/** The ten largest late customers. */
export function Risks({ board }: Readonly<{ board: Board }>) {
  const { t } = useWords('dashboard');
  const { percent } = useNumbers(board);
  const navigate = useNavigate();
  const columns = useColumns(board);
  const { risks, concentration } = board.view;
  return (
    <section>
      <h2>{t('risks')}</h2>
      {risks.length === 0 ? (
        <p>{t('noRisk')}</p>
      ) : (
        <DataTable
          label={t('risks')}
          rows={risks}
          columns={columns}
          rowKey={({ customerId }) => String(customerId)}
          onOpen={({ customerId }) =>
            void navigate({ to: '/customers/$customerId', params: { customerId: String(customerId) } })
          }
        />
      )}
      <p className="q-board-below">
        {concentration
          .filter(({ pct }) => pct !== null)
          .map(({ count, pct }) => t('concentration', { count, share: percent(pct) }))
          .join(' · ')}{' '}
        <WayLink way={{ ...waysOf(board).balance, search: { ...waysOf(board).balance.search, sort: '-total' } }}>
          {t('seeLargest')}
        </WayLink>
      </p>
    </section>
  );
}
