// Policy form: the rules for all customers, each with what it changes.
import { Button, Checkbox, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { type CompanyPolicy, type CompanyView, companies, scenarios } from '@quittance/contracts/api';
import type { Cents } from '@quittance/core/kernel';
import type { ReactNode } from 'react';
import { fieldMessages, useRead, useWrite } from '../../../api/index.ts';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { SettingsPage } from '../of-company.tsx';
import { type MoneyFields, MoneyRules } from './money-rules.tsx';
import { PolicyEffect } from './policy-effect.tsx';

type Fields = Omit<CompanyPolicy, 'netThresholdCents' | 'freshnessWorkedDays' | keyof MoneyFields> &
  MoneyFields & { netThresholdCents: number | null; freshnessWorkedDays: number | string };

type Whole = Readonly<{ name: keyof Fields & string; min: number; max: number }>;

const CONTACTS: readonly Whole[] = [
  { name: 'minDaysBetweenContacts', min: 0, max: 60 },
  { name: 'maxEmailsPerWeek', min: 0, max: 50 },
  { name: 'maxCallsPerWeek', min: 0, max: 50 },
  { name: 'maxCallsPerDay', min: 0, max: 10 },
];
const HOURS: readonly Whole[] = [
  { name: 'sendFromHour', min: 0, max: 23 },
  { name: 'sendToHour', min: 1, max: 24 },
];
const NOTICE: readonly Whole[] = [{ name: 'formalNoticeDays', min: 8, max: 15 }];

const fieldsOf = (policy: CompanyPolicy): Fields => ({
  ...policy,
  freshnessWorkedDays: policy.freshnessWorkedDays ?? '',
});

const policyOf = ({
  netThresholdCents,
  freshnessWorkedDays,
  smallDifferenceCents,
  ...fields
}: Fields): CompanyPolicy => ({
  ...fields,
  netThresholdCents: (netThresholdCents ?? 0) as Cents,
  smallDifferenceCents: (smallDifferenceCents ?? 0) as Cents,
  bankDelayWorkedDays: Number(fields.bankDelayWorkedDays),
  freshnessWorkedDays: freshnessWorkedDays === '' ? null : Number(freshnessWorkedDays),
});

type Form = UseFormReturnType<Fields>;

/** Rules that belong together, under one sentence. */
function Rules({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  const { t } = useWords('settings');
  return (
    <fieldset className="q-rules">
      <legend>{t(`policy.group.${name}`)}</legend>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`policy.group.${name}Hint`)}
      </Text>
      <SimpleGrid className="q-fieldgrid" cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        {children}
      </SimpleGrid>
    </fieldset>
  );
}

function Wholes({ form, of }: Readonly<{ form: Form; of: readonly Whole[] }>) {
  const { t } = useWords('settings');
  return of.map(({ name, min, max }) => (
    <NumberInput
      key={name}
      label={t(`policy.${name}`)}
      description={of === HOURS ? undefined : t(`policy.${name}Hint`)}
      min={min}
      max={max}
      allowDecimal={false}
      required
      {...form.getInputProps(name)}
    />
  ));
}

function Follow({ form }: Readonly<{ form: Form }>) {
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

function Money({ form, currency }: Readonly<{ form: Form; currency: string }>) {
  const { t } = useWords('settings');
  return (
    <MoneyField
      label={t('policy.netThreshold')}
      hint={t('policy.netThresholdHint')}
      currency={currency}
      {...form.getInputProps('netThresholdCents')}
    />
  );
}

function Data({ form }: Readonly<{ form: Form }>) {
  const { t } = useWords('settings');
  return (
    <>
      <TextInput
        label={t('policy.paymentTerms')}
        description={t('policy.paymentTermsHint')}
        {...form.getInputProps('paymentTerms')}
      />
      <NumberInput
        label={t('policy.freshnessWorkedDays')}
        description={t('policy.freshnessWorkedDaysHint')}
        min={1}
        max={60}
        allowDecimal={false}
        {...form.getInputProps('freshnessWorkedDays')}
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
    <form onSubmit={form.onSubmit(submit)}>
      <SettingsPage title={t('policy.title')} hint={t('policy.hint')}>
        <div className="q-form">
          <Rules name="follow">
            <Follow form={form} />
            <Money form={form} currency={company.currency} />
          </Rules>
          <Rules name="contacts">
            <Wholes form={form} of={CONTACTS} />
          </Rules>
          <Rules name="hours">
            <Wholes form={form} of={HOURS} />
          </Rules>
          <Rules name="notice">
            <Wholes form={form} of={NOTICE} />
            <Checkbox
              label={t('policy.formalNoticeNeedsApproval')}
              description={t('policy.formalNoticeNeedsApprovalHint')}
              {...form.getInputProps('formalNoticeNeedsApproval', { type: 'checkbox' })}
            />
          </Rules>
          <Rules name="money">
            <MoneyRules form={form} currency={company.currency} />
          </Rules>
          <Rules name="data">
            <Data form={form} />
          </Rules>
          <Stack align="stretch" gap="md">
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
        </div>
      </SettingsPage>
    </form>
  );
}
