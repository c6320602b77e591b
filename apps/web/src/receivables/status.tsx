// Statuses and levels of a receivable, in words.
import { Group } from '@mantine/core';
import type { ReceivableStatus } from '@quittance/contracts/values';
import { type Mood, StatusBadge } from '@quittance/ui/values';
import { useWords } from '../i18n/index.ts';

const MOODS: Partial<Record<ReceivableStatus, Mood>> = {
  overdue: 'warn',
  paid: 'good',
  disputed: 'late',
  doubtful: 'late',
  insolvent_debtor: 'late',
  in_court: 'late',
  at_agency: 'late',
  written_off: 'late',
};

/** Every flag, the strongest first. */
export function Statuses({ of }: Readonly<{ of: readonly ReceivableStatus[] }>) {
  const { t } = useWords();
  return (
    <Group gap={4} component="span">
      {of.map((status) => (
        <StatusBadge key={status} mood={MOODS[status] ?? 'plain'}>
          {t(`status.${status}`)}
        </StatusBadge>
      ))}
    </Group>
  );
}

/** How far reminders have gone. */
export function Level({ of }: Readonly<{ of: number }>) {
  const { t } = useWords();
  return <span className="q-nowrap">{of === 0 ? t('level.none') : t('level.at', { level: of })}</span>;
}
