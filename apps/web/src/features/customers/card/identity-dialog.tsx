// Identity dialog: what people decide of a customer; under each field, what changing it changes.
import { Autocomplete, Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type CustomerView, customers } from '@quittance/contracts/api';
import type { Cents } from '@quittance/core/kernel';
import { fieldMessages, useRead, useWrite } from '../../../api/index.ts';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';

const STALE = ['/api/v1/customers', '/api/v1/reminders', '/api/v1/invoices', '/api/v1/aged-balance'];
const NONE = '';
const KINDS = ['business', 'consumer', 'public'] as const;
const LANGUAGES = ['fr', 'en'] as const;

type Kind = CustomerView['kind'];
type Fields = {
  kind: Kind;
  language: 'fr' | 'en';
  segment: string;
  ownerEmail: string;
  scenario: string;
  paymentTerms: string;
  limit: Cents | null;
};

const startOf = (customer: CustomerView): Fields => ({
  kind: customer.kind,
  language: customer.language,
  segment: customer.segment ?? NONE,
  ownerEmail: customer.owner?.email ?? NONE,
  scenario: customer.ownScenario ?? NONE,
  paymentTerms: customer.paymentTerms ?? NONE,
  limit: customer.creditLimitCents,
});

/** Only what differs is sent: what is sent counts as decided by hand. */
function changesOf(before: Fields, { kind, language, segment, ownerEmail, scenario, paymentTerms, limit }: Fields) {
  return {
    ...(kind === before.kind ? {} : { kind }),
    ...(language === before.language ? {} : { language }),
    ...(segment === before.segment ? {} : { segment: segment.trim() || null }),
    ...(ownerEmail === before.ownerEmail ? {} : { ownerEmail: ownerEmail || null }),
    ...(scenario === before.scenario ? {} : { scenario: scenario || null }),
    ...(paymentTerms === before.paymentTerms ? {} : { paymentTerms: paymentTerms.trim() || null }),
    ...(limit === before.limit ? {} : { creditLimitCents: limit }),
  };
}

/** Each change is told in the timeline, and left alone by later imports. */
export default function IdentityDialog({
  customer,
  onClose,
}: Readonly<{ customer: CustomerView; onClose: () => void }>) {
  const { t } = useWords('customers');
  const toast = useToast();
  const choices = useRead(customers.choices, undefined).data;
  const update = useWrite(customers.update, STALE);
  const before = startOf(customer);
  const form = useForm<Fields>({ mode: 'controlled', initialValues: before });
  const { customerId } = customer;
  const save = (fields: Fields) =>
    update.mutate(
      { params: { customerId }, body: changesOf(before, fields) },
      {
        onSuccess: ({ dueDates }) => {
          const more = dueDates > 0 ? ` ${t('identity.dueDates', { count: dueDates })}` : '';
          const back = changesOf(fields, before);
          const undo = () => update.mutateAsync({ params: { customerId }, body: back });
          toast.done(t('identity.saved') + more, { undo });
          onClose();
        },
        onError: (error) => form.setErrors(fieldMessages(error)),
      },
    );
  const scenarios = (choices?.scenarios ?? []).map(({ code, name }) => ({
    value: code,
    label: name || sayCode(t, `words:scenario.${code}`, 'words:empty'),
  }));
  const owners = (choices?.owners ?? []).map(({ email, name }) => ({ value: email, label: name }));
  return (
    <Modal opened onClose={onClose} title={t('identity.edit')} closeButtonProps={{ 'aria-label': t('words:do.close') }}>
      <form onSubmit={form.onSubmit(save)}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('identity.hint')}
          </Text>
          <Select
            label={t('kind')}
            description={t(`effect.kind.${form.values.kind}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={KINDS.map((value) => ({ value, label: t(`words:kind.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('kind')}
          />
          <Select
            label={t('owner')}
            description={t('effect.owner')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={[{ value: NONE, label: t('filter.noOwner') }, ...owners]}
            allowDeselect={false}
            {...form.getInputProps('ownerEmail')}
          />
          <Select
            label={t('scenario')}
            description={t('effect.scenario')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={[{ value: NONE, label: t('bulk.usualScenario') }, ...scenarios]}
            allowDeselect={false}
            {...form.getInputProps('scenario')}
          />
          <Autocomplete
            label={t('segment')}
            description={t('effect.segment')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={choices?.segments ?? []}
            maxLength={80}
            {...form.getInputProps('segment')}
          />
          <Select
            label={t('language')}
            description={t('effect.language')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={LANGUAGES.map((value) => ({ value, label: t(`words:language.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('language')}
          />
          <TextInput
            label={t('terms')}
            description={t('effect.terms')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={80}
            {...form.getInputProps('paymentTerms')}
          />
          <MoneyField
            label={t('limit')}
            hint={t('effect.limit')}
            order={['label', 'input', 'description', 'error']}
            currency={customer.currency}
            isOptional
            {...form.getInputProps('limit')}
          />
          <ProblemNote error={update.error} />
          <Button type="submit" loading={update.isPending} disabled={!form.isDirty()}>
            {t('words:do.save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
