// Money rules: small differences, what matching does alone, the bank's delay, and what becomes of late fees once their principal is paid.
import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { CompanyPolicy } from '@quittance/contracts/api';
import { useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { useActor } from '../../../session/index.ts';

const LATE_FEES = ['keep', 'waive', 'show'] as const;
const MOST_DAYS = 20;

/** The fields of these rules. */
export type MoneyFields = Readonly<{
  smallDifferenceCents: number | null;
  appliesMatches: boolean;
  bankDelayWorkedDays: number | string;
  lateFees: CompanyPolicy['lateFees'];
}>;

/** Where these rules are typed. */
export function MoneyRules<F extends MoneyFields>({
  form,
  currency,
}: Readonly<{ form: UseFormReturnType<F>; currency: string }>) {
  const { t } = useWords('settings');
  const actorOf = useActor();
  const { decidedBy } = form.values.lateFees;
  return (
    <>
      <MoneyField
        label={t('policy.smallDifference')}
        hint={t('policy.smallDifferenceHint')}
        currency={currency}
        {...form.getInputProps('smallDifferenceCents')}
      />
      <NumberInput
        label={t('policy.bankDelayWorkedDays')}
        description={t('policy.bankDelayWorkedDaysHint')}
        min={0}
        max={MOST_DAYS}
        allowDecimal={false}
        required
        {...form.getInputProps('bankDelayWorkedDays')}
      />
      <Select
        label={t('policy.lateFees')}
        description={
          decidedBy === null ? t('policy.lateFeesHint') : t('policy.lateFeesBy', { name: actorOf(decidedBy) })
        }
        data={LATE_FEES.map((value) => ({ value, label: t(`policy.lateFeesChoice.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('lateFees.whenPrincipalPaid')}
      />
      <Checkbox
        label={t('policy.appliesMatches')}
        description={t('policy.appliesMatchesHint')}
        {...form.getInputProps('appliesMatches', { type: 'checkbox' })}
      />
    </>
  );
}
