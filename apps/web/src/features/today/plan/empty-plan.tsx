// Empty plan: nothing leaves today; the reasons, each with its count, lead to what they hold.
import { Button, List } from '@mantine/core';
import { type PlanSummary, reminders } from '@quittance/contracts/api';
import { addDays, type Day } from '@quittance/core/kernel';
import { EmptyState } from '@quittance/ui/states';
import { Amount, NumberText } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';

/** What comes on the day after, so that an empty day is no riddle. */
function NextDay({ after }: Readonly<{ after: Day }>) {
  const { t } = useWords('today');
  const { money } = useFormats();
  const on = addDays(after, 1);
  const { data } = useRead(reminders.plan, { query: { on } });
  if (!data) return null;
  const { count, cents } = data.actions;
  return (
    <Link to="/today" search={{ on }}>
      {count === 0 ? t('empty.tomorrowNone') : t('empty.tomorrow', { count, amount: money(cents, data.currency) })}
    </Link>
  );
}

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
          </Link>
          {t('words:colon')} <NumberText value={count} /> · <Amount cents={cents} currency={currency} />
        </List.Item>
      ))}
    </List>
  );
  return (
    <EmptyState title={t('empty.title', { count: holds.count })} action={reasons}>
      <NextDay after={summary.on} />
    </EmptyState>
  );
}
