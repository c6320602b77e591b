// Empty plan: nothing leaves today; the reasons, each with its count, lead to what they hold.
import { Button, List } from '@mantine/core';
import type { PlanSummary } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { Amount } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../i18n/index.ts';

/** Teaches why. */
export function EmptyPlan({ summary }: Readonly<{ summary: PlanSummary }>) {
  const { t } = useWords('today');
  const { holds, byReason, currency } = summary;
  if (holds.count === 0)
    return (
      <EmptyState
        title={t('empty.nothing')}
        action={
          <Button component={Link} to="/imports">
            {t('empty.import')}
          </Button>
        }
      >
        {t('empty.nothingHint')}
      </EmptyState>
    );
  const reasons = (
    <List spacing={4}>
      {byReason.map(({ reason, count, cents }) => (
        <List.Item key={reason}>
          <Link to="/today" search={{ tab: 'holds', reason }}>
            {t(`words:reason.${reason}`)}
          </Link>{' '}
          : {count.toLocaleString()} · <Amount cents={cents} currency={currency} />
        </List.Item>
      ))}
    </List>
  );
  return <EmptyState title={t('empty.title', { count: holds.count })} action={reasons} />;
}
