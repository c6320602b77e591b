// On invoices: the ladder told on real invoices, in plain words, before anything is saved.
import { List, Select, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { scenarios } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { localToday } from '../../../receivables/days-late.ts';
import { CustomerChoice } from '../customer-choice.tsx';
import type { EditStep } from './step.ts';

const PAUSE_MS = 300;

/** `name` goes with the ladder only because the server reads both. */
export function OnInvoices({ name, steps }: Readonly<{ name: string; steps: readonly EditStep[] }>) {
  const { t } = useWords('scenarios');
  const { day } = useFormats();
  const [customerId, setCustomerId] = useState<CustomerId | null>(null);
  const [invoiceId, setInvoiceId] = useState<string | null>(null);
  const [settled] = useDebouncedValue(steps, PAUSE_MS);
  const body = { name: name || 'x', steps: [...settled], ...(customerId === null ? {} : { customerId }) };
  const check = useRead(scenarios.validate, { body }, { keep: true });
  return (
    <section className="q-panel q-pad" aria-label={t('onInvoices.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('onInvoices.title')}
      </Title>
      <Stack gap="xs">
        <CustomerChoice
          label={t('onInvoices.customer')}
          placeholder={t('onInvoices.anyone')}
          value={customerId}
          onChange={(chosen) => {
            setCustomerId(chosen);
            setInvoiceId(null);
          }}
        />
        <Answer of={check}>
          {({ examples }) => {
            const shown = examples.find((each) => String(each.invoiceId) === invoiceId) ?? examples[0];
            if (!shown) return <Text size="sm">{t('onInvoices.none')}</Text>;
            return (
              <>
                <Select
                  label={t('onInvoices.invoice')}
                  data={[...new Map(examples.map((each) => [String(each.invoiceId), each])).values()].map((each) => ({
                    value: String(each.invoiceId),
                    label: `${each.invoiceNumber} · ${each.customerName}`,
                  }))}
                  value={String(shown.invoiceId)}
                  allowDeselect={false}
                  onChange={setInvoiceId}
                />
                <Text size="sm">
                  {t(shown.dueOn < localToday() ? 'onInvoices.lead' : 'onInvoices.leadToCome', {
                    invoice: shown.invoiceNumber,
                    customer: shown.customerName,
                    due: day(shown.dueOn),
                  })}
                </Text>
                <List size="sm" spacing={4}>
                  {settled.map((step) => {
                    const leaves = shown.days.find((each) => each.step === step.code);
                    const facts = {
                      what: t(`words:tone.${step.tone}`),
                      way: t(`by.${step.channel}`),
                      day: leaves ? day(leaves.on) : '',
                    };
                    return (
                      <List.Item key={step.code}>
                        {leaves ? t('onInvoices.leaves', facts) : t('onInvoices.never', facts)}
                      </List.Item>
                    );
                  })}
                </List>
                <Text size="xs" c="dimmed">
                  {t('onInvoices.note')}
                </Text>
              </>
            );
          }}
        </Answer>
      </Stack>
    </section>
  );
}
