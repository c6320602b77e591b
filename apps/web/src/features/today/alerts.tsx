// Alerts: messages stuck in the queue, customers who cannot be reached, those whose data could not be planned, by name.
import { Text } from '@mantine/core';
import type { AttentionView, PlanSummary } from '@quittance/contracts/api';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';

const SHOWN = 5;

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

/** Nothing is drawn where all is well. */
export function Alerts({
  summary,
  attention,
}: Readonly<{ summary: PlanSummary; attention: AttentionView | undefined }>) {
  const { t } = useWords('today');
  const { instant } = useFormats();
  const { repairs, failures } = summary;
  const unreachable = [...new Map(repairs.map((repair) => [repair.customerId, repair])).values()];
  const named = unreachable.map((repair) => ({ ...repair, because: t(`repairReason.${repair.reason}`) }));
  const stuck = attention?.stuck.count ?? 0;
  if (repairs.length + failures.length + stuck === 0) return null;
  return (
    <div className="q-banner" role="note">
      {stuck > 0 && attention?.stuck.since && (
        <Text size="sm">
          <strong>{t('stuck', { count: stuck, since: instant(attention.stuck.since) })}</strong>{' '}
          <Link to="/outbox" search={{ stuck: 'true' }}>
            {t('stuckSee')}
          </Link>
        </Text>
      )}
      {repairs.length > 0 && (
        <Text size="sm">
          {t('repairs', { count: named.length })} <Names of={named} />
        </Text>
      )}
      {failures.length > 0 && (
        <Text size="sm">
          {t('failures', { count: failures.length })} <Names of={failures} />
        </Text>
      )}
    </div>
  );
}
