// Alerts: messages stuck in the queue, a letterhead with gaps, customers who cannot be reached or planned: a line each, which opens.
import type { AttentionView, PlanSummary } from '@quittance/contracts/api';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { type Gap, GapNote } from './letterhead-gaps.tsx';

const SHOWN = 12;

type Named = Readonly<{ customerId: number; customerName: string; because?: string }>;

function Names({ of }: Readonly<{ of: readonly Named[] }>) {
  const { t } = useWords('today');
  const shown = of.slice(0, SHOWN);
  return (
    <>
      {shown.map(({ customerId, customerName, because }, index) => (
        <Fragment key={customerId}>
          {index > 0 && ', '}
          <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
            {customerName}
          </Link>
          {because && ` (${because})`}
        </Fragment>
      ))}
      {of.length > SHOWN && ` ${t('more', { count: of.length - SHOWN })}`}
    </>
  );
}

type AlertProps = Readonly<{ summary: PlanSummary; attention: AttentionView | undefined; gaps: readonly Gap[] }>;

/** Messages in the queue for too long. */
function Stuck({ attention }: Pick<AlertProps, 'attention'>) {
  const { t } = useWords('today');
  const { instant } = useFormats();
  const stuck = attention?.stuck;
  if (!stuck?.since || stuck.count === 0) return null;
  return (
    <div className="q-alert">
      <strong>{t('stuck', { count: stuck.count, since: instant(stuck.since) })}</strong>{' '}
      <Link to="/outbox" search={{ stuck: 'true' }}>
        {t('stuckSee')}
      </Link>
    </div>
  );
}

/** One line that opens on the names. */
function Opens({ line, of }: Readonly<{ line: string; of: readonly Named[] }>) {
  const { t } = useWords('today');
  if (of.length === 0) return null;
  return (
    <details className="q-alert">
      <summary>
        {line} <span className="q-alert-see">{t('see')}</span>
      </summary>
      <Names of={of} />
    </details>
  );
}

/** Nothing is drawn where all is well. */
export function Alerts({ summary, attention, gaps }: AlertProps) {
  const { t } = useWords('today');
  const { repairs, failures } = summary;
  const unreachable = [...new Map(repairs.map((repair) => [repair.customerId, repair])).values()];
  const named = unreachable.map((repair) => ({ ...repair, because: t(`repairReason.${repair.reason}`) }));
  return (
    <div className="q-alerts" role="note">
      <Stuck attention={attention} />
      <GapNote gaps={gaps} className="q-alert" />
      <Opens line={t('repairs', { count: named.length })} of={named} />
      <Opens line={t('failures', { count: failures.length })} of={failures} />
    </div>
  );
}
