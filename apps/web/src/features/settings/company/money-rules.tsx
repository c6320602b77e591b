// Money rules: small differences, what matching does alone, the bank's delay, and what becomes of late fees once their principal is paid.
import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { CompanyPolicy } from '@quittance/contracts/api';
import { useWords } from '../../../i18n/index.ts';
import { useActor } from '../../../session/index.ts';

const LATE_FEES = ['keep', 'waive', 'show'] as const;
const MOST_DAYS = 20;

/** The fields of these rules; the limit in the currency's units, as typed. */
export type MoneyFields = Readonly<{
  smallDifference: number | string;
  appliesMatches: boolean;
  bankDelayWorkedDays: number | string;
  lateFees: CompanyPolicy['lateFees'];
}>;

/** Where these rules are typed. */
export function MoneyRules<F extends MoneyFields>({ form }: Readonly<{ form: UseFormReturnType<F> }>) {
  const { t, language } = useWords('settings');
  const actorOf = useActor();
  const { decidedBy } = form.values.lateFees;
  return (
    <>
      <NumberInput
        label={t('policy.smallDifference')}
        description={t('policy.smallDifferenceHint')}
        min={0}
        decimalScale={2}
        fixedDecimalScale
        decimalSeparator={language === 'fr' ? ',' : '.'}
        suffix=" €"
        required
        {...form.getInputProps('smallDifference')}
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
