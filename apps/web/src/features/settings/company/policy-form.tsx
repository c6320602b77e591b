// Policy form: the rules for all customers, each with what it changes.
import { Button, Checkbox, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { type CompanyPolicy, type CompanyView, companies, scenarios } from '@quittance/contracts/api';
import type { Cents } from '@quittance/core/kernel';
import { fieldMessages, useRead, useWrite } from '../../../api/index.ts';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { PolicyEffect } from './policy-effect.tsx';

const CENTS = 100;

type Fields = Omit<CompanyPolicy, 'netThresholdCents' | 'freshnessWorkedDays'> & {
  netThreshold: number | string;
  freshnessWorkedDays: number | string;
};

const NUMBERS = [
  { name: 'minDaysBetweenContacts', min: 0, max: 60 },
  { name: 'maxEmailsPerWeek', min: 0, max: 50 },
  { name: 'maxCallsPerWeek', min: 0, max: 50 },
  { name: 'maxCallsPerDay', min: 0, max: 10 },
  { name: 'formalNoticeDays', min: 8, max: 15 },
  { name: 'sendFromHour', min: 0, max: 23 },
  { name: 'sendToHour', min: 1, max: 24 },
] as const;

const HOURS: ReadonlySet<string> = new Set(['sendFromHour', 'sendToHour']);

const fieldsOf = ({ netThresholdCents, freshnessWorkedDays, ...policy }: CompanyPolicy): Fields => ({
  ...policy,
  netThreshold: netThresholdCents / CENTS,
  freshnessWorkedDays: freshnessWorkedDays ?? '',
});

const policyOf = ({ netThreshold, freshnessWorkedDays, ...fields }: Fields): CompanyPolicy => ({
  ...fields,
  netThresholdCents: Math.round(Number(netThreshold) * CENTS) as Cents,
  freshnessWorkedDays: freshnessWorkedDays === '' ? null : Number(freshnessWorkedDays),
});

type Form = UseFormReturnType<Fields>;

function Numbers({ form }: Readonly<{ form: Form }>) {
  const { t } = useWords('settings');
  return NUMBERS.map(({ name, min, max }) => (
    <NumberInput
      key={name}
      label={t(`policy.${name}`)}
      description={t(HOURS.has(name) ? 'policy.hoursHint' : `policy.${name}Hint`)}
      min={min}
      max={max}
      allowDecimal={false}
      required
      {...form.getInputProps(name)}
    />
  ));
}

function Choices({ form }: Readonly<{ form: Form }>) {
  const { t } = useWords('settings');
  const ladders = useRead(scenarios.list, undefined);
  const codes = ladders.data?.items ?? [{ code: form.values.scenario, name: form.values.scenario }];
  return (
    <>
      <Select
        label={t('policy.scenario')}
        description={t('policy.scenarioHint')}
        data={codes.map(({ code, name }) => ({
          value: code,
          label: sayCode(t, `words:scenario.${code}`, 'words:empty').replace(/^–$/, name),
        }))}
        allowDeselect={false}
        {...form.getInputProps('scenario')}
      />
      <TextInput
        label={t('policy.paymentTerms')}
        description={t('policy.paymentTermsHint')}
        {...form.getInputProps('paymentTerms')}
      />
      <Select
        label={t('policy.listing')}
        description={t('policy.listingHint')}
        data={(['all_overdue', 'due_steps_only'] as const).map((value) => ({
          value,
          label: t(`policy.listings.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('listing')}
      />
    </>
  );
}

function Amounts({ form }: Readonly<{ form: Form }>) {
  const { t, language } = useWords('settings');
  return (
    <>
      <NumberInput
        label={t('policy.netThreshold')}
        description={t('policy.netThresholdHint')}
        min={0}
        decimalScale={2}
        fixedDecimalScale
        decimalSeparator={language === 'fr' ? ',' : '.'}
        suffix=" €"
        required
        {...form.getInputProps('netThreshold')}
      />
      <NumberInput
        label={t('policy.freshnessWorkedDays')}
        description={t('policy.freshnessWorkedDaysHint')}
        min={1}
        max={60}
        allowDecimal={false}
        {...form.getInputProps('freshnessWorkedDays')}
      />
      <Checkbox
        label={t('policy.formalNoticeNeedsApproval')}
        description={t('policy.formalNoticeNeedsApprovalHint')}
        {...form.getInputProps('formalNoticeNeedsApproval', { type: 'checkbox' })}
      />
    </>
  );
}

/** Saved as a whole; the plan follows. */
export function PolicyForm({ company }: Readonly<{ company: CompanyView }>) {
  const { t } = useWords('settings');
  const may = useMay();
  const toast = useToast();
  const form = useForm<Fields>({ mode: 'controlled', initialValues: fieldsOf(company.policy) });
  const save = useWrite(companies.updatePolicy, ['/api/v1/companies', '/api/v1/reminders']);
  const submit = (fields: Fields) =>
    save.mutate(
      { params: { companyId: company.companyId }, body: policyOf(fields) },
      { onSuccess: () => toast.done(t('saved')), onError: (error) => form.setErrors(fieldMessages(error)) },
    );
  return (
    <form className="q-form" onSubmit={form.onSubmit(submit)}>
      <Text c="dimmed" mb="md">
        {t('policy.hint')}
      </Text>
      <Stack align="stretch" gap="md">
        <Choices form={form} />
        <Numbers form={form} />
        <Amounts form={form} />
        <PolicyEffect policy={policyOf(form.values)} company={company} />
        <ProblemNote error={save.error} />
        {may('company.write') && (
          <div>
            <Button type="submit" loading={save.isPending}>
              {t('words:do.save')}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );
}
