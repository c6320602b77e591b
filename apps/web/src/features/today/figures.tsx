// Figures: the day in one strip of four numbers; each leads to what makes it up.
import type { PlanSummary } from '@quittance/contracts/api';
import { Amount, NumberText } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';

type FigureProps = Readonly<{
  label: string;
  count: number;
  beside?: ReactNode;
  hint?: string;
  search: { tab?: string };
}>;

const Figure = ({ label, count, beside, hint, search }: FigureProps) => (
  <Link to="/today" search={search} className="q-figure" title={hint}>
    <b>
      <NumberText value={count} />
    </b>
    <span>{label}</span>
    {beside && <small>{beside}</small>}
  </Link>
);

/** To send, to approve, held, tasks. */
export function Figures({ summary, openTasks }: Readonly<{ summary: PlanSummary; openTasks: number }>) {
  const { t } = useWords('today');
  const { actions, holds, currency } = summary;
  const sent = (
    <>
      <Amount cents={actions.cents} currency={currency} /> · {t('figure.actionsOf', { count: actions.customers })}
    </>
  );
  return (
    <nav className="q-panel q-figures" aria-label={t('title')}>
      <Figure label={t('figure.actions')} count={actions.count} beside={sent} search={{}} />
      <Figure label={t('figure.approval')} count={summary.awaitingApproval} hint={t('figure.approvalOf')} search={{}} />
      <Figure
        label={t('figure.holds')}
        count={holds.count}
        beside={<Amount cents={holds.cents} currency={currency} />}
        search={{ tab: 'holds' }}
      />
      <Figure label={t('figure.tasks')} count={openTasks} hint={t('figure.tasksOf')} search={{ tab: 'tasks' }} />
    </nav>
  );
}
