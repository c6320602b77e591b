// Figures: the day in four numbers; each leads to what makes it up.
import type { PlanSummary } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';

type FigureProps = Readonly<{ label: string; count: number; below: ReactNode; search: { tab?: string } }>;

const Figure = ({ label, count, below, search }: FigureProps) => (
  <Link to="/today" search={search} className="q-panel q-figure">
    <span>{label}</span>
    <b>{count.toLocaleString()}</b>
    <span>{below}</span>
  </Link>
);

/** To send, to approve, held, tasks. */
export function Figures({ summary, openTasks }: Readonly<{ summary: PlanSummary; openTasks: number }>) {
  const { t } = useWords('today');
  const { actions, holds, currency } = summary;
  return (
    <nav className="q-figures" aria-label={t('title')}>
      <Figure
        label={t('figure.actions')}
        count={actions.count}
        below={
          <>
            <Amount cents={actions.cents} currency={currency} /> · {t('figure.actionsOf', { count: actions.customers })}
          </>
        }
        search={{}}
      />
      <Figure
        label={t('figure.approval')}
        count={summary.awaitingApproval}
        below={t('figure.approvalOf')}
        search={{}}
      />
      <Figure
        label={t('figure.holds')}
        count={holds.count}
        below={<Amount cents={holds.cents} currency={currency} />}
        search={{ tab: 'holds' }}
      />
      <Figure label={t('figure.tasks')} count={openTasks} below={t('figure.tasksOf')} search={{ tab: 'tasks' }} />
    </nav>
  );
}
