// Reasons: why receivables are held, each with how many and how much; pressing one narrows the list to it.
import { UnstyledButton } from '@mantine/core';
import type { PlanSummary } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { useWords } from '../../../i18n/index.ts';

/** The largest sum first. */
export function Reasons({
  summary,
  reason,
  onReason,
}: Readonly<{ summary: PlanSummary; reason: string | undefined; onReason: (reason: string | undefined) => void }>) {
  const { t } = useWords('today');
  const rows = [...summary.byReason].sort((a, b) => b.cents - a.cents);
  return (
    <fieldset className="q-reasons" aria-label={t('holds.reason')}>
      {rows.map((one) => (
        <UnstyledButton
          key={one.reason}
          className="q-panel q-reason"
          aria-pressed={reason === one.reason}
          onClick={() => onReason(reason === one.reason ? undefined : one.reason)}
        >
          <span>{t(`words:reason.${one.reason}`)}</span>
          <b>
            <Amount cents={one.cents} currency={summary.currency} />
          </b>
          <small>{t('holds.count', { count: one.count })}</small>
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
